import { beforeAll, expect, test } from 'vitest'
import { markets } from '#domain/markets'
import { readFeed, type FeedItem } from './feed'
import { countProductPages, readProductPages, type SitemapPage } from './sitemaps'
import { rowsOf, sql } from './sql'
import { makeCatalogue, type NaiveCatalogue } from './testing/catalogue-rows'

let catalogue: NaiveCatalogue
beforeAll(async () => {
  catalogue = await makeCatalogue(40, 11)
})

async function allOf<T>(batches: AsyncGenerator<T[]>, most: number): Promise<T[]> {
  const all: T[] = []
  for await (const batch of batches) {
    expect(batch.length).toBeLessThanOrEqual(most)
    all.push(...batch)
  }
  return all
}
const own = (items: FeedItem[]): FeedItem[] =>
  items.filter(({ slug }) => catalogue.products.some((product) => product.slug === slug))

test('a feed has every size for sale once, however small its batches', async () => {
  const small = own(await allOf(readFeed(markets.eu, 7), 7))
  const large = own(await allOf(readFeed(markets.eu), 500))
  expect(small).toEqual(large)
  expect(new Set(small.map(({ sku }) => sku)).size).toBe(small.length)
  const wanted = catalogue.products.flatMap(({ slug, variants, price }) =>
    variants.map(({ size, width, pairs }) => `${slug} ${size} ${width} ${pairs} ${price}`),
  )
  const told = small.map(
    ({ slug, size, width, pairs, price }) => `${slug} ${size} ${width} ${pairs} ${price}`,
  )
  expect(told.toSorted()).toEqual(wanted.toSorted())
  expect(small.some(({ width }) => width)).toBe(true)
})

test('a market without a price in its currency has nothing in its feed', async () => {
  expect(own(await allOf(readFeed(markets.us), 500))).toEqual([])
})

const pagesOf = async (skip: number, count: number): Promise<SitemapPage[]> =>
  allOf(readProductPages(skip, count), 500)

test('the parts of a sitemap are the whole: each page once, in the markets that sell it', async () => {
  const count = await countProductPages()
  const whole = await pagesOf(0, count)
  const parts = [...(await pagesOf(0, 13)), ...(await pagesOf(13, 13)), ...(await pagesOf(26, count))]
  expect(parts).toEqual(whole)
  expect(new Set(whole.map(({ path }) => path)).size).toBe(count)
  const [first] = catalogue.products
  const page = whole.find(({ path }) => path === `/p/${first?.slug}`)
  expect(page?.markets).toEqual(['eu', 'it', 'de'])
  await rowsOf(sql`UPDATE products SET _status = 'draft' WHERE slug = ${first?.slug ?? ''}`)
  expect(await countProductPages()).toBe(count - 1)
})
