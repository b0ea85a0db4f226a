import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { noChoice } from '#domain/listing-path'
import { facetNames, type ListingQuery } from '#domain/views'
import { getListing } from './listing'
import {
  colours,
  makeCatalogue,
  materials,
  segments,
  sizes,
  widths,
  type NaiveCatalogue,
} from './testing/catalogue-rows'
import { naiveListing } from './testing/naive-listing'
import { getTestRequest } from '../start/testing/payload'
import { makeCampaign } from '../services/testing/campaign-rows'
import { refreshPrices } from '#services/refresh-prices'
import { getProduct } from './products'
import { rowsOf, sql } from './sql'

let catalogue: NaiveCatalogue
beforeAll(async () => {
  catalogue = await makeCatalogue(40, 7, 3)
})

const query = (changes: Partial<ListingQuery> = {}): ListingQuery => ({
  ...noChoice,
  market: 'eu',
  each: 'colour',
  category: catalogue.category,
  limit: 100,
  ...changes,
})

const some = (values: readonly string[]) => fc.subarray([...values], { maxLength: 2 })
const asked = fc.record({
  size: some(sizes),
  width: some(widths),
  colour: some(colours),
  segment: some(segments),
  material: some(materials),
  withBrand: fc.boolean(),
  minPrice: fc.option(fc.integer({ min: 4_000, max: 16_000 }), { nil: undefined }),
  maxPrice: fc.option(fc.integer({ min: 4_000, max: 16_000 }), { nil: undefined }),
  inStock: fc.option(fc.boolean(), { nil: undefined }),
  sort: fc.constantFrom('popular' as const, 'newest' as const, 'price' as const, '-price' as const),
  page: fc.integer({ min: 1, max: 2 }),
  limit: fc.constantFrom(3, 100),
})

/** Puts these products first in the category, in this order. */
async function pin(products: readonly string[]): Promise<void> {
  await rowsOf(sql`DELETE FROM categories_rels r USING categories c
    WHERE c.id = r.parent_id AND c.slug = ${catalogue.category} AND r.path = 'pinned'`)
  for (const [at, id] of products.entries())
    await rowsOf(sql`INSERT INTO categories_rels ("order", parent_id, path, products_id)
      SELECT ${at}, id, 'pinned', ${id}::uuid FROM categories WHERE slug = ${catalogue.category}`)
}

test.each([
  ['colours', 'colour' as const],
  ['models', 'model' as const],
])('total, products and every facet count agree with counting by hand: %s', async (_, each) => {
  // Two colours of one model, and another that does not lead its model.
  const pinned = [4, 3, 8].map((at) => catalogue.products[at]?.id ?? '')
  await pin(pinned)
  await fc.assert(
    fc.asyncProperty(asked, async ({ withBrand, ...filters }) => {
      const brand = withBrand ? [catalogue.products[0]?.brand ?? ''] : []
      const wanted = query({ ...filters, each, brand })
      const listing = await getListing(wanted)
      const right = naiveListing(catalogue, wanted, pinned)
      expect(listing?.total).toBe(right.total)
      expect(listing?.products.map(({ id }) => id)).toEqual(right.ids)
      for (const facet of facetNames)
        for (const { value, count } of listing?.facets[facet] ?? [])
          expect(count, `${facet} ${value}`).toBe(right.countOf(facet, value))
    }),
    { numRuns: 60, seed: 42 },
  )
  await pin([])
})

test('a model is shown in its lead colour, in the colour that fits where that does not, and in the cheapest by price', async () => {
  const [first, second, third] = catalogue.products.slice(3, 6)
  if (!first || !second || !third) throw new Error('There are too few products')
  expect(first.leads).toBe(true)
  const shown = async (changes: Partial<ListingQuery> = {}) => {
    const { products = [], total } = (await getListing(query({ each: 'model', ...changes }))) ?? {}
    expect(products).toHaveLength(total ?? 0)
    return products.find(({ slug, siblings }) =>
      [slug, ...siblings.map((one) => one.slug)].includes(first.slug),
    )?.slug
  }
  expect(await shown()).toBe(first.slug)
  expect(first.price).not.toBe(third.price)
  expect(await shown({ minPrice: third.price, maxPrice: third.price })).toBe(third.slug)
  const byPopularity = [third, second, first]
  const lowest = Math.min(...byPopularity.map(({ price }) => price))
  const cheapest = byPopularity.find(({ price }) => price === lowest)
  expect(await shown({ sort: 'price' })).toBe(cheapest?.slug)
  await pin([second.id])
  expect(await shown()).toBe(second.slug)
  await pin([])
})

test('every value of the category is among the facets, also where the filters leave none', async () => {
  const { facets } = (await getListing(query({ minPrice: 999_999 }))) ?? {}
  expect(facets?.size.map(({ value }) => value)).toEqual(sizes)
  expect(facets?.colour.map(({ count }) => count)).toEqual([0, 0, 0])
})

test('pages follow each other without a gap or a repeat', async () => {
  const whole = (await getListing(query())) ?? { products: [] }
  const ids: string[] = []
  for (let page = 1; page <= 6; page += 1) {
    const part = await getListing(query({ page, limit: 7 }))
    ids.push(...(part?.products ?? []).map(({ id }) => id))
  }
  expect(ids).toEqual(whole.products.map(({ id }) => id))
})

test('prices sort up and down, popularity down', async () => {
  const amounts = async (sort: ListingQuery['sort']) =>
    (await getListing(query({ sort })))?.products.map(({ price }) => price.amount) ?? []
  const up = await amounts('price')
  expect(up).toEqual(up.toSorted((a, b) => a - b))
  expect(await amounts('-price')).toEqual(up.toReversed())
  const popular = (await getListing(query()))?.products.map(({ slug }) => slug)
  expect(popular).toEqual(catalogue.products.toReversed().map(({ slug }) => slug))
})

test('a search finds by title, brand, colour and SKU, and every word must be found', async () => {
  const find = async (q: string) => (await getListing(query({ q, sort: 'relevance' })))?.total
  const black = catalogue.products.filter(({ colour }) => colour === 'black').length
  expect(await find('black')).toBe(black)
  expect(await find('shoe alba')).toBe(
    catalogue.products.filter(({ brand }) => brand.startsWith('alba')).length,
  )
  expect(await find(`${catalogue.products[3]?.slug}-0`)).toBe(1)
  expect(await find('shoe nonsense')).toBe(0)
})

test.each(['%', '_', '\\', "'", '100%'])('a search for %s looks for that very sign', async (q) => {
  expect((await getListing(query({ q })))?.total).toBe(0)
})

test('a category that is not there is no listing', async () => {
  expect(await getListing(query({ category: 'none-of-this-name' }))).toBeUndefined()
})

test('a market without prices sells nothing', async () => {
  expect((await getListing(query({ market: 'uk' })))?.total).toBe(0)
})

test('filter, sort and range go by what a shopper pays', async () => {
  const listing = async (changes: Partial<ListingQuery> = {}) =>
    (await getListing(query(changes)))?.products ?? []
  const before = await listing({ sort: 'price' })
  const dearest = before.at(-1)
  const req = await getTestRequest()
  await refreshPrices(req)
  await makeCampaign(req, { fixed: 1_000, products: [dearest?.id ?? ''] })
  await refreshPrices(req)
  const after = await listing({ sort: 'price' })
  expect(after[0]).toMatchObject({ id: dearest?.id, price: { amount: 1_000 }, regularPrice: dearest?.price })
  // New as all of it is, the reduction may not be announced.
  expect(after[0]?.lowest30).toBeUndefined()
  expect((await listing({ maxPrice: 1_000 })).map(({ id }) => id)).toEqual([dearest?.id])
  const { priceRange } = (await getListing(query({ minPrice: 999_999 }))) ?? {}
  expect(priceRange).toMatchObject({ min: { amount: 1_000 }, max: { currency: 'EUR' } })
  const product = await getProduct('eu', dearest?.slug ?? '')
  expect(new Set(product?.variants.map(({ price }) => price.amount))).toEqual(new Set([1_000]))
})
