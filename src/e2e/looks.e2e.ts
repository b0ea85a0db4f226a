import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { newVisitor } from '../start/testing/browser'
import { startShop } from '../start/testing/shop.mjs'
import { compareLook } from './looks'

const pages = {
  home: '/',
  listing: '/c/men',
  product: '/p/albona-derby-cognac',
  search: '/search?q=derby',
  bag: '/cart',
  guide: '/size-guide',
}
const widths = [390, 820, 1440]

let shop: Awaited<ReturnType<typeof startShop>>

/** On data that no other journey has changed. */
beforeAll(async () => {
  shop = await startShop({ dataDir: inject('spareData') })
})
afterAll(() => shop.stop())

/** Pictures that wait to be scrolled to have come, and what moves has arrived. */
async function settle(page: Page): Promise<void> {
  await page.evaluate(async () => {
    for (const picture of document.images) picture.loading = 'eager'
    await Promise.allSettled([...document.images].map((picture) => picture.decode()))
    await document.fonts.ready
    await Promise.allSettled(document.getAnimations().map(({ finished }) => finished))
  })
}

test.each(['light', 'dark'] as const)(
  'the main pages look as they were meant to, %s',
  async (colorScheme) => {
    const unlike: (string | undefined)[] = []
    for (const width of widths) {
      const visitor = await newVisitor({
        baseURL: shop.url,
        viewport: { width, height: 1_800 },
        colorScheme,
        reducedMotion: 'reduce',
      })
      const page = await visitor.newPage()
      for (const [name, path] of Object.entries(pages)) {
        await page.goto(path, { waitUntil: 'networkidle' })
        await settle(page)
        unlike.push(await compareLook(`${name}-${width}-${colorScheme}`, await page.screenshot()))
      }
    }
    expect(unlike.filter(Boolean)).toEqual([])
  },
)
