import type { CDPSession, Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { newVisitor, onPhone } from '../start/testing/browser'
import { complaintsOf, faultsOf, violationsOf } from './access'
import { alive } from './shopper'

const path = '/p/piazza-sneaker-chalk'

interface Finger {
  x: number
  y: number
}

/** Fingers as the system tells the browser of them. */
const touch = (
  session: CDPSession,
  type: 'touchStart' | 'touchMove' | 'touchEnd',
  fingers: readonly Finger[],
) =>
  session.send('Input.dispatchTouchEvent', {
    type,
    touchPoints: fingers.map((finger, id) => ({ ...finger, id })),
  })

async function drag(session: CDPSession, from: readonly Finger[], to: readonly Finger[]): Promise<void> {
  await touch(session, 'touchStart', from)
  for (let step = 1; step <= 8; step += 1)
    await touch(
      session,
      'touchMove',
      from.map(({ x, y }, at) => ({
        x: x + (((to[at]?.x ?? x) - x) * step) / 8,
        y: y + (((to[at]?.y ?? y) - y) * step) / 8,
      })),
    )
  await touch(session, 'touchEnd', [])
}

async function tapAt(session: CDPSession, at: Finger): Promise<void> {
  await touch(session, 'touchStart', [at])
  await touch(session, 'touchEnd', [])
}

async function openPicture(options: object) {
  const page = await (await newVisitor(options)).newPage()
  const [violations, complaints] = [await violationsOf(page), complaintsOf(page)]
  const asked: string[] = []
  page.on('request', (request) => asked.push(new URL(request.url()).pathname))
  await page.goto(path, { waitUntil: 'networkidle' })
  await alive(page)
  const isThere = () => asked.includes('/assets/picture-zoom.js')
  expect(isThere()).toBe(false)
  const link = page.locator('shoe-gallery a').first()
  await link.press('Enter')
  await page.getByRole('dialog').waitFor()
  await page.waitForFunction(() => {
    const image = document.querySelector<HTMLImageElement>('dialog.zoom img')
    return image?.complete && image.naturalWidth > 0
  })
  expect(isThere()).toBe(true)
  return { page, link, violations, complaints }
}

/** How large the picture is against its frame, and which part of it, from 0 to 1, lies under a point of the window. */
const lookAt = (page: Page, { x, y }: Finger) =>
  page.locator('dialog.zoom img').evaluate(
    (image, [left, top]) => {
      const box = image.getBoundingClientRect()
      const frame = image.parentElement?.getBoundingClientRect()
      return {
        scale: box.width / (frame?.width ?? 1),
        x: (left - box.left) / box.width,
        y: (top - box.top) / box.height,
      }
    },
    [x, y] as const,
  )

test('two fingers enlarge a picture about their middle, one moves it, a double tap goes back', async () => {
  const { page, violations, complaints } = await openPicture(onPhone())
  const session = await page.context().newCDPSession(page)
  const middle = { x: 150, y: 300 }
  const before = await lookAt(page, middle)
  expect(before.scale).toBe(1)
  await drag(
    session,
    [
      { x: 130, y: 300 },
      { x: 170, y: 300 },
    ],
    [
      { x: 90, y: 300 },
      { x: 210, y: 300 },
    ],
  )
  const large = await lookAt(page, middle)
  expect(large.scale).toBeCloseTo(3, 1)
  expect(large.x).toBeCloseTo(before.x, 2)
  expect(large.y).toBeCloseTo(before.y, 2)
  // The page itself is not enlarged.
  expect(await page.evaluate(() => visualViewport?.scale)).toBe(1)
  await drag(session, [{ x: 200, y: 400 }], [{ x: 140, y: 340 }])
  const moved = await lookAt(page, { x: 140, y: 340 })
  const there = await lookAt(page, { x: 200, y: 400 })
  expect(moved.scale).toBeCloseTo(large.scale, 5)
  expect(there.x - moved.x).toBeCloseTo(60 / (large.scale * 412), 2)
  expect(moved.x).toBeCloseTo(large.x + 50 / (large.scale * 412), 2)
  await drag(
    session,
    [
      { x: 90, y: 300 },
      { x: 210, y: 300 },
    ],
    [
      { x: 149, y: 300 },
      { x: 151, y: 300 },
    ],
  )
  expect((await lookAt(page, middle)).scale).toBe(1)
  await tapAt(session, middle)
  await page.waitForTimeout(400)
  expect((await lookAt(page, middle)).scale).toBe(1)
  await tapAt(session, middle)
  await tapAt(session, middle)
  const twice = await lookAt(page, middle)
  expect(twice.scale).toBeCloseTo(2.5, 5)
  expect(twice.x).toBeCloseTo(before.x, 2)
  await page.waitForTimeout(400)
  await tapAt(session, middle)
  await tapAt(session, middle)
  expect((await lookAt(page, middle)).scale).toBe(1)
  await drag(session, [{ x: 300, y: 300 }], [{ x: 100, y: 310 }])
  await page.getByText('2 of 4').waitFor()
  expect(await faultsOf(page, 'dialog.zoom')).toEqual([])
  expect([...violations, ...complaints]).toEqual([])
})

test('by keyboard a picture grows and shrinks in steps, arrows turn the pages, Escape leads back', async () => {
  const { page, link } = await openPicture({ viewport: { width: 1280, height: 900 } })
  const scale = async () => (await lookAt(page, { x: 640, y: 450 })).scale
  await page.keyboard.press('ArrowRight')
  await page.getByText('2 of 4').waitFor()
  await page.keyboard.press('+')
  const once = await scale()
  expect(once).toBeGreaterThan(1.3)
  await page.keyboard.press('+')
  expect(await scale()).toBeGreaterThan(once)
  const button = page.getByRole('button', { name: 'Larger' })
  expect(await button.getAttribute('aria-pressed')).toBe('true')
  // Enlarged, the arrows move about in it.
  const left = () => page.locator('dialog.zoom > div').evaluate((frame) => frame.scrollLeft)
  const from = await left()
  await page.keyboard.press('ArrowRight')
  await expect.poll(left).toBeGreaterThan(from)
  await page.getByText('2 of 4').waitFor()
  for (let press = 0; press < 12; press += 1) await page.keyboard.press('+')
  expect(await scale()).toBeLessThan(4.1)
  for (let press = 0; press < 6; press += 1) await page.keyboard.press('-')
  expect(await scale()).toBe(1)
  expect(await button.getAttribute('aria-pressed')).toBe('false')
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  expect(await link.evaluate((one) => one === document.activeElement)).toBe(true)
})

test('a picture whose script does not come is opened as the link that it is', async () => {
  const page = await (await newVisitor()).newPage()
  await page.route('**/assets/picture-zoom.js', (route) => route.abort())
  await page.goto(path)
  await alive(page)
  await page.locator('shoe-gallery a').first().click()
  await page.waitForURL(/\/media\/.+\/1600\.webp$/)
})
