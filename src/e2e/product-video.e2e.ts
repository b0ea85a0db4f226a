import { expect, test } from 'vitest'
import { newVisitor } from '../start/testing/browser'
import { faultsOf, overflowOf } from './access'

const path = '/p/piazza-sneaker-chalk'
const narrowDark = { viewport: { width: 320, height: 720 }, colorScheme: 'dark' as const }

test('a video stands after the pictures, is not loaded before it is played, and plays', async () => {
  const page = await (await newVisitor({ viewport: { width: 1280, height: 900 } })).newPage()
  const loaded: string[] = []
  page.on('request', (request) => loaded.push(new URL(request.url()).pathname))
  await page.goto(path, { waitUntil: 'networkidle' })
  const video = page.getByLabel(/^Video: A chalk sneaker/)
  await video.scrollIntoViewIfNeeded()
  const box = await video.boundingBox()
  expect(loaded.filter((one) => one.endsWith('.webm'))).toEqual([])
  expect(
    await page
      .locator('shoe-gallery > *')
      .last()
      .evaluate(({ localName }) => localName),
  ).toBe('video')
  await video.evaluate((one: HTMLVideoElement) => {
    one.muted = true
    return one.play()
  })
  await expect
    .poll(() => video.evaluate((one: HTMLVideoElement) => one.currentTime), { timeout: 10_000 })
    .toBeGreaterThan(0.2)
  expect(loaded.filter((one) => one.endsWith('.webm')).length).toBeGreaterThan(0)
  expect(await video.boundingBox()).toEqual(box)
  expect(await faultsOf(page)).toEqual([])
})

test('without JavaScript on a narrow phone it is there with the controls of the browser, and nothing plays by itself', async () => {
  const page = await (await newVisitor({ ...narrowDark, javaScriptEnabled: false })).newPage()
  await page.goto(path)
  const video = page.locator('shoe-gallery video')
  for (const name of ['controls', 'playsinline']) expect(await video.getAttribute(name), name).not.toBeNull()
  expect(await video.getAttribute('autoplay')).toBeNull()
  expect(await video.getAttribute('preload')).toBe('none')
  const poster = await page.request.get((await video.getAttribute('poster')) ?? '')
  expect([poster.status(), poster.headers()['content-type']]).toEqual([200, 'image/webp'])
  const source = (await video.locator('source').getAttribute('src')) ?? ''
  const part = await page.request.get(source, { headers: { Range: 'bytes=0-3' } })
  expect([part.status(), (await part.body()).toString('hex')]).toEqual([206, '1a45dfa3'])
  expect(await overflowOf(page)).toBeLessThanOrEqual(0)
})
