import type { Page } from 'playwright-core'
import sharp from 'sharp'
import { beforeAll, expect, test } from 'vitest'
import type { ProductView } from '#domain/views'
import { newVisitor, onPhone } from '../start/testing/browser'
import { ofShop } from '../start/testing/journey-shop'
import { complaintsOf, faultsOf, overflowOf, violationsOf } from './access'
import { alive } from './shopper'
import { enterAs, makeMerchandiser, openAdmin, staffCookie, staffRest } from './staff'

const slug = 'piazza-sneaker-ink'
const path = `/p/${slug}`
const count = 24
const wide = { viewport: { width: 1280, height: 900 } }

/** A picture with its number. */
const drawFrame = (frame: number): Promise<Buffer> =>
  sharp(
    Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="900"><rect width="1200" height="900" fill="#ebe4d8"/>
      <ellipse cx="600" cy="520" rx="${140 + 300 * Math.abs(Math.cos((frame * Math.PI) / 12))}" ry="180" fill="#2a3240"/>
      <text x="600" y="560" font-size="120" text-anchor="middle" fill="#fffdf9" font-family="sans-serif">${frame}</text></svg>`),
  )
    .png()
    .toBuffer()

let frames: string[]
let product: string
beforeAll(async () => {
  const cookie = await staffCookie()
  const rest = await staffRest()
  frames = []
  for (let frame = 0; frame < count; frame += 1) {
    const form = new FormData()
    form.append('_payload', JSON.stringify({ alt: 'An ink sneaker from all around' }))
    const file = new Uint8Array(await drawFrame(frame))
    form.append('file', new File([file], `turn-${frame}.png`, { type: 'image/png' }))
    const answer = await fetch(`${ofShop('shopUrl')}/api/media`, {
      method: 'POST',
      headers: { cookie, origin: ofShop('shopUrl') },
      body: form,
    })
    const { doc } = (await answer.json()) as { doc: { id: string } }
    frames.push(doc.id)
  }
  const found = await rest(`/products?where[slug][equals]=${slug}&depth=0&limit=1`, {}, 'GET')
  const [{ id } = { id: '' }] = found.docs as { id: string }[]
  product = id
  await rest(`/products/${id}`, { turn: frames, _status: 'published' }, 'PATCH')
})

/** The frames that a page has asked for, in the order of their numbers. */
function watchFrames(page: Page): () => number[] {
  const asked = new Set<number>()
  page.on('request', (request) => {
    const frame = frames.findIndex((id) => request.url().includes(`/media/${id}`))
    if (frame >= 0) asked.add(frame)
  })
  return () => [...asked]
}
const scripts = (page: Page) => {
  const loaded: string[] = []
  page.on('request', (request) => loaded.push(new URL(request.url()).pathname))
  return () => loaded.filter((one) => one.endsWith('shoe-turn.js'))
}
const allThere = (page: Page): Promise<void> =>
  page.locator('shoe-turn progress[hidden]').waitFor({ state: 'attached' })
/** Which frame is seen. */
const seen = (page: Page): Promise<number> =>
  page.locator('shoe-turn > img').evaluate((picture: HTMLImageElement, ids) => {
    return ids.findIndex((id) => picture.currentSrc.includes(id))
  }, frames)

test('the shoe turns when it is asked to: by keys, past both ends, and nothing of it is loaded before', async () => {
  const page = await (await newVisitor({ ...wide, reducedMotion: 'reduce' })).newPage()
  const [violations, complaints] = [await violationsOf(page), complaintsOf(page)]
  const [asked, script] = [watchFrames(page), scripts(page)]
  await page.goto(path, { waitUntil: 'networkidle' })
  const turn = page.locator('shoe-turn')
  await turn.scrollIntoViewIfNeeded()
  await expect.poll(asked).toEqual([0])
  expect(script()).toEqual([])
  const box = await turn.boundingBox()
  const gallery = await page.locator('shoe-gallery').boundingBox()
  await alive(page)
  await page.getByRole('button', { name: 'Turn the shoe' }).press('Enter')
  const slider = page.getByRole('slider', { name: 'Turn the shoe' })
  await expect.poll(() => asked().length, { timeout: 30_000 }).toBe(count)
  const later = asked().filter((frame) => frame % 4 !== 0)
  expect(
    asked()
      .slice(0, count / 4)
      .every((frame) => frame % 4 === 0),
  ).toBe(true)
  expect(later).toHaveLength(count - count / 4)
  await allThere(page)
  expect(await slider.evaluate((one) => one === document.activeElement)).toBe(true)
  const said = () => slider.getAttribute('aria-valuetext')
  expect([await seen(page), await said()]).toEqual([0, '0 of 360 degrees'])
  for (const [key, frame, words] of [
    ['ArrowRight', 1, '15 of 360 degrees'],
    ['ArrowLeft', 0, '0 of 360 degrees'],
    ['ArrowLeft', 23, '345 of 360 degrees'],
    ['ArrowRight', 0, '0 of 360 degrees'],
    ['End', 23, '345 of 360 degrees'],
    ['Home', 0, '0 of 360 degrees'],
  ] as const) {
    await slider.press(key)
    expect([await seen(page), await said()], key).toEqual([frame, words])
  }
  // By itself it does not turn.
  await page.waitForTimeout(600)
  expect(await seen(page)).toBe(0)
  expect([await turn.boundingBox(), await page.locator('shoe-gallery').boundingBox()]).toEqual([box, gallery])
  expect(await faultsOf(page)).toEqual([])
  await slider.press('Escape')
  const button = page.getByRole('button', { name: 'Turn the shoe' })
  expect(await button.evaluate((one) => one === document.activeElement)).toBe(true)
  expect(script()).toHaveLength(1)
  expect([violations, complaints]).toEqual([[], []])
})

test('a drag turns it with the hand, and a finger that goes up or down scrolls the page', async () => {
  const visitor = await newVisitor(onPhone({ colorScheme: 'dark' }))
  const page = await visitor.newPage()
  await page.goto(path)
  await alive(page)
  const turn = page.locator('shoe-turn')
  await turn.scrollIntoViewIfNeeded()
  await page.getByRole('button', { name: 'Turn the shoe' }).click()
  await allThere(page)
  const box = await turn.boundingBox()
  if (!box) throw new Error('The turn is not to be seen')
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 3]
  const browser = await visitor.newCDPSession(page)
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', ...points: { x: number; y: number }[]) =>
    browser.send('Input.dispatchTouchEvent', { type, touchPoints: points })
  const swipe = async (to: { x: number; y: number }) => {
    await touch('touchStart', { x, y })
    for (let step = 1; step <= 10; step += 1)
      await touch('touchMove', { x: x + (to.x * step) / 10, y: y + (to.y * step) / 10 })
    await touch('touchEnd')
  }
  await swipe({ x: box.width / 4, y: 0 })
  await expect.poll(() => seen(page)).toBe(6)
  await swipe({ x: -box.width / 3, y: 0 })
  await expect.poll(() => seen(page)).toBe(22)
  const across = () => page.locator('shoe-gallery').evaluate(({ scrollLeft }) => scrollLeft)
  const place = await across()
  const before = await page.evaluate(() => scrollY)
  await swipe({ x: 0, y: -200 })
  await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(before + 100)
  expect([await seen(page), await across()]).toEqual([22, place])
  expect(await faultsOf(page)).toEqual([])
  expect(await overflowOf(page)).toBeLessThanOrEqual(0)
})

test('where every byte counts there are fewer frames, and they are smaller', async () => {
  const page = await (await newVisitor(wide)).newPage()
  await page.addInitScript(() =>
    Object.defineProperty(navigator, 'connection', { value: { saveData: true, effectiveType: '4g' } }),
  )
  const widths = new Set<string>()
  const asked = watchFrames(page)
  await page.goto(path)
  await alive(page)
  await page.locator('shoe-turn').scrollIntoViewIfNeeded()
  page.on('request', (request) => widths.add(/\/(\d+)\.webp$/.exec(request.url())?.[1] ?? 'other'))
  await page.getByRole('button', { name: 'Turn the shoe' }).click()
  await allThere(page)
  expect(asked().sort((one, other) => one - other)).toEqual(Array.from({ length: 12 }, (_, at) => at * 2))
  expect(widths.has('480')).toBe(true)
  expect([...widths].filter((width) => Number(width) > 480)).toEqual([])
})

test('a merchandiser turns it beneath its pictures, and puts them in the other order', async () => {
  const page = await (await newVisitor({ viewport: { width: 1440, height: 1000 } })).newPage()
  await enterAs(page, await makeMerchandiser())
  const asked = watchFrames(page)
  await openAdmin(page, `/admin/collections/products/${product}`)
  await page
    .locator('.collapsible-field', { hasText: 'Turn' })
    .first()
    .locator('.collapsible__toggle')
    .first()
    .click()
  const slider = page.getByRole('slider', { name: 'Turn the shoe' })
  const shown = page.locator('.m-turn img:visible')
  const isFrame = (frame: number) => expect.poll(() => shown.getAttribute('src')).toContain(frames[frame])
  await isFrame(0)
  await slider.press('ArrowLeft')
  await isFrame(23)
  expect(await slider.getAttribute('aria-valuetext')).toBe('345 of 360 degrees, picture 24 of 24')
  await expect.poll(() => asked().length).toBe(count)
  await page.getByRole('button', { name: 'Put them in the other order' }).click()
  await isFrame(0)
})

test('without JavaScript its first picture is a picture of the shoe; the Store API names all of them, search engines are told of none', async () => {
  const page = await (await newVisitor({ javaScriptEnabled: false, ...wide })).newPage()
  const asked = watchFrames(page)
  await page.goto(path, { waitUntil: 'networkidle' })
  await page.locator('shoe-turn').scrollIntoViewIfNeeded()
  await page.getByRole('img', { name: 'An ink sneaker from all around' }).waitFor()
  await expect.poll(asked).toEqual([0])
  expect(await page.getByRole('button', { name: 'Turn the shoe' }).count()).toBe(0)
  const shop = ofShop('shopUrl')
  const answer = await fetch(`${shop}/api/store/products/${slug}`)
  const told = ((await answer.json()) as { product: ProductView }).product
  expect(told.turn?.map(({ id }) => id.slice(0, 36))).toEqual(frames)
  const html = await page.content()
  const texts = [
    ...[...html.matchAll(/<script type="application\/ld\+json">([\s\S]*?)<\/script>/g)].map(([text]) => text),
    await (await fetch(`${shop}/sitemaps/products-1.xml`)).text(),
  ]
  expect(texts.length).toBeGreaterThan(2)
  for (const text of texts) expect(frames.filter((id) => text.includes(id))).toEqual([])
})
