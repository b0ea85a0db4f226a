import { randomUUID } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import { noChoice, type ListingChoice } from '#domain/listing-path'
import type { MarketId } from '#domain/markets'
import type { ProductCard, ProductTag } from '#domain/views'
import { loadCatalogue } from './catalogue'
import { getListing } from './listing'
import { getSearchHelp } from './search'
import { rowsOf, sql } from './sql'
import { getSuggestions } from './suggest'
import { makeCatalogue, type NaiveCatalogue } from './testing/catalogue-rows'

let catalogue: NaiveCatalogue

/** Title, style, colours in three languages, what kind of shoe it is. */
const shoes = [
  [
    'Albona Derby Cognac',
    'Albona Derby',
    ['Cognac', 'Cuoio', 'Cognac'],
    ['Cap-toe derby', 'Derby con puntale', 'Derbyschuh'],
  ],
  [
    'Pola Sneaker White',
    'Pola Sneaker',
    ['White', 'Bianco', 'Weiß'],
    ['Low sneaker', 'Sneaker bassa', 'Flacher Sneaker'],
  ],
  [
    'Vesna Chelsea Black',
    'Vesna Chelsea',
    ['Black', 'Nero', 'Schwarz'],
    ['Ankle boots', 'Stivaletti', 'Chelseastiefel'],
  ],
  ['Lido Sandal Green', 'Lido Sandal', ['Green', 'Verde', 'Grün'], ['Strappy sandal', 'Sandalo', 'Sandale']],
] as const

beforeAll(async () => {
  catalogue = await makeCatalogue(8, 5)
  for (const [at, [title, name, colours, summaries]] of shoes.entries()) {
    const id = catalogue.products[at]?.id
    await rowsOf(sql`UPDATE products SET title = ${title}, popularity = 5 WHERE id = ${id}`)
    await rowsOf(
      sql`UPDATE styles SET name = ${name} WHERE id = (SELECT style_id FROM products WHERE id = ${id})`,
    )
    await rowsOf(sql`DELETE FROM products_locales WHERE _parent_id = ${id}`)
    for (const [nth, locale] of (['en', 'it', 'de'] as const).entries()) {
      await rowsOf(
        sql`INSERT INTO products_locales (_parent_id, _locale, colour) VALUES (${id}, ${locale}, ${colours[nth]})`,
      )
      await rowsOf(sql`INSERT INTO styles_locales (_parent_id, _locale, summary)
        SELECT style_id, ${locale}, ${summaries[nth]} FROM products WHERE id = ${id}`)
    }
  }
  await loadCatalogue()
})

const find = async (q: string, market: MarketId = 'eu') =>
  (
    (await getListing({ ...noChoice, market, each: 'colour', q, sort: 'relevance', limit: 24 }))?.products ??
    []
  ).map(({ title }) => title)

test.each([
  ['albona', 'Albona Derby Cognac'],
  ['ALBONA  derby', 'Albona Derby Cognac'],
  // A letter wrong, lost, added, swapped; the first one too.
  ['albuna', 'Albona Derby Cognac'],
  ['vsna', 'Vesna Chelsea Black'],
  ['allbona', 'Albona Derby Cognac'],
  ['ablona', 'Albona Derby Cognac'],
  ['olbona', 'Albona Derby Cognac'],
  ['lbona', 'Albona Derby Cognac'],
  ['sneakrs', 'Pola Sneaker White'],
  ['chels', 'Vesna Chelsea Black'],
  ['sandals', 'Lido Sandal Green'],
  ['snekaer whiet', 'Pola Sneaker White'],
])('%s finds %s', async (q, title) => expect((await find(q))[0]).toBe(title))

test.each([
  ['it', 'stivaletto', 'Vesna Chelsea Black'],
  ['it', 'cuoi', 'Albona Derby Cognac'],
  ['it', 'verdi', 'Lido Sandal Green'],
  ['de', 'stiefel', 'Vesna Chelsea Black'],
  ['de', 'weisse sneaker', 'Pola Sneaker White'],
  ['de', 'grune sandalen', 'Lido Sandal Green'],
  ['de', 'GRÜN', 'Lido Sandal Green'],
] as const)('in %s %s finds %s', async (market, q, title) => expect((await find(q, market))[0]).toBe(title))

test.each([
  ['eu', 'derby cuoio', 'Albona Derby Cognac'],
  ['eu', 'sneaker weiss', 'Pola Sneaker White'],
  ['eu', 'stivaletto nero', 'Vesna Chelsea Black'],
  ['it', 'sandalen grün', 'Lido Sandal Green'],
  ['de', 'sandali verdi', 'Lido Sandal Green'],
] as const)('in %s a word of another language counts where its own has none: %s', async (market, q, title) =>
  expect((await find(q, market))[0]).toBe(title),
)

test('what stands in the title comes before what stands elsewhere, and every word must be found', async () => {
  await rowsOf(sql`INSERT INTO styles_locales (_parent_id, _locale, summary)
    SELECT style_id, 'en', 'Nearly a derby' FROM products WHERE id = ${catalogue.products[5]?.id}`)
  const found = await find('derby')
  expect(found[0]).toBe('Albona Derby Cognac')
  expect(found).toContain('Shoe 5')
  expect(await find('derby sandal')).toEqual([])
})

test('what a search found is counted, narrowed and sorted like a category', async () => {
  const ask = async (choice: Partial<ListingChoice> = {}) => {
    const listing = await getListing({
      ...noChoice,
      sort: 'relevance',
      ...choice,
      market: 'eu',
      each: 'colour',
      q: 'shoe',
      limit: 100,
    })
    if (!listing) throw new Error('A search has no category that could be missing')
    return listing
  }
  const all = await ask()
  expect(all.total).toBeGreaterThan(2)
  for (const name of ['brand', 'size'] as const)
    for (const { value, count } of all.facets[name]) {
      const chosen = await ask({ [name]: [value] })
      expect([name, value, chosen.total]).toEqual([name, value, count])
      expect(chosen.facets[name]).toEqual(all.facets[name])
    }
  const ids = ({ products }: typeof all) => products.map(({ id }) => id)
  const dear = await ask({ sort: '-price' })
  const prices = dear.products.map(({ price }) => price.amount)
  expect(prices).toEqual(prices.toSorted((one, other) => other - one))
  expect(new Set(prices).size).toBeGreaterThan(1)
  expect(new Set(ids(dear))).toEqual(new Set(ids(all)))
  expect(ids(await ask({ page: 500 }))).toEqual([])
})

/** What a suggestion says of the product of a card. */
const tagOf = ({ id, slug, title, name, brand, colour, image, ...card }: ProductCard): ProductTag => {
  const { price, priceFrom, regularPrice, lowest30 } = card
  const reduced = { ...(regularPrice && { regularPrice }), ...(lowest30 && { lowest30 }) }
  return { id, slug, title, name, brand, colour, image, price, priceFrom, ...reduced }
}

test('one card for each model, among suggestions too: in the colour that was searched for, where the best colour of it stands', async () => {
  const [best, second, third] = catalogue.products
  if (!best || !second || !third) throw new Error('There are too few products')
  const ask = async (q: string) =>
    (await getListing({ ...noChoice, market: 'eu', each: 'model', q, sort: 'relevance', limit: 24 }))
      ?.products ?? []
  const style = (id: string) => sql`(SELECT style_id FROM products WHERE id = ${id})`
  await rowsOf(
    sql`UPDATE products SET style_id = ${style(second.id)}, title = 'Pola Sneaker Black' WHERE id = ${third.id}`,
  )
  await rowsOf(sql`UPDATE styles SET lead_product_id = ${third.id} WHERE id = ${style(second.id)}`)
  expect((await ask('pola white')).map(({ id }) => id)).toEqual([second.id])
  expect((await ask('pola')).filter(({ name }) => name === 'Pola Sneaker')).toHaveLength(1)
  for (const q of ['pola', 'pola white', 'pola black', 'sneaker b', 'shoe'])
    expect((await getSuggestions('eu', q)).products, q).toEqual((await ask(q)).slice(0, 6).map(tagOf))
  await rowsOf(sql`UPDATE styles SET lead_product_id = NULL WHERE id = ${style(second.id)}`)
  await rowsOf(
    sql`UPDATE products SET style_id = ${third.style}, title = ${shoes[2][0]} WHERE id = ${third.id}`,
  )
})

test('what was chosen too narrowly leaves nothing, and still says what there was; what is found nowhere does not', async () => {
  const ask = (q: string, size: string[] = []) =>
    getListing({ ...noChoice, sort: 'relevance', market: 'eu', each: 'colour', q, size, limit: 24 })
  const narrow = await ask('shoe', ['99'])
  expect(narrow?.total).toBe(0)
  expect(narrow?.facets.brand.length).toBeGreaterThan(0)
  expect(Object.values((await ask('zeppelin'))?.facets ?? {}).flat()).toEqual([])
})

test('a SKU, its beginning, a GTIN and the code of a style find their product', async () => {
  const id = catalogue.products[2]?.id
  const [row] = await rowsOf<{ sku: string; style: string }>(sql`SELECT v.sku, s.slug AS style FROM variants v
    JOIN products p ON p.id = v.product_id JOIN styles s ON s.id = p.style_id WHERE p.id = ${id} LIMIT 1`)
  await rowsOf(sql`UPDATE variants SET gtin = '4012345678901' WHERE sku = ${row?.sku}`)
  for (const code of [
    row?.sku,
    row?.sku.toLowerCase(),
    row?.sku.slice(0, -2),
    '4012345678901',
    '40123456',
    row?.style,
  ])
    expect(await find(code ?? ''), code).toContain('Vesna Chelsea Black')
})

test('a size with a name finds what is there in it', async () => {
  const found = await find('shoe 40')
  expect(await find('shoe in size 40')).toEqual(found)
  expect(await find('Größe 40', 'de')).toEqual(await find('40', 'de'))
  const here = catalogue.products.filter(
    ({ variants }, at) =>
      at >= shoes.length && variants.some(({ size, pairs }) => size === '40' && pairs > 0),
  )
  expect(new Set(found.filter((title) => title.startsWith('Shoe')))).toEqual(
    new Set(here.map(({ slug }) => `Shoe ${slug.split('-').at(-1)}`)),
  )
})

test('synonyms work both ways, phrases too, from the moment they are saved', async () => {
  expect(await find('trainer')).toEqual([])
  await rowsOf(sql`INSERT INTO synonyms (words) VALUES (${`sneaker\ntrainer\nscarpe da ginnastica`})`)
  expect((await find('trainer'))[0]).toBe('Pola Sneaker White')
  expect((await find('white trainers'))[0]).toBe('Pola Sneaker White')
  expect((await find('scarpe da ginnastica', 'it'))[0]).toBe('Pola Sneaker White')
  await rowsOf(sql`DELETE FROM synonyms`)
  expect(await find('trainer')).toEqual([])
})

test('a renamed product is found by its new words and no more by its old ones', async () => {
  const name = `Zzurvana${randomUUID().slice(0, 4).replace(/\d/g, 'x')}`
  await rowsOf(sql`UPDATE products SET title = ${name} WHERE id = ${catalogue.products[6]?.id}`)
  expect(await find(name)).toEqual([name])
  expect(await find('Shoe 6')).not.toContain('Shoe 6')
})

test('suggestions complete the last word, put it right, and carry pictures', async () => {
  const typed = await getSuggestions('eu', 'albona de')
  expect(typed.queries).toContain('albona derby')
  expect(typed.products[0]).toMatchObject({
    title: 'Albona Derby Cognac',
    image: { url: expect.any(String) },
  })
  expect((await getSuggestions('eu', 'snaeker')).queries).toEqual(['sneaker'])
  expect((await getSuggestions('de', 'weis')).queries[0]).toBe('weiß')
  expect((await getSuggestions('eu', 'alb')).brands.length).toBeGreaterThan(0)
  expect(await getSuggestions('eu', '%%%')).toEqual({ products: [], categories: [], brands: [], queries: [] })
})

test('who finds nothing is offered near searches that find something, and categories', async () => {
  expect(await find('albona zeppelin')).toEqual([])
  const { queries, categories } = await getSearchHelp('eu', 'albona zeppelin')
  expect(queries).toContain('albona')
  for (const query of queries) expect((await find(query)).length).toBeGreaterThan(0)
  expect(categories.length).toBeGreaterThan(0)
  // Three letters of five are another word.
  expect((await getSearchHelp('eu', 'xyzzy')).queries).toEqual([])
  expect(new Set(categories.map(({ name }) => name)).size).toBe(categories.length)
})

test('endless and hostile searches are answered quickly', async () => {
  for (const q of [
    'a'.repeat(5_000),
    'x '.repeat(3_000),
    '\u0000\ud800',
    '((((((((',
    'ẞ'.repeat(900),
    "'; DROP TABLE products; --",
  ]) {
    const began = performance.now()
    await find(q)
    expect(performance.now() - began, q.slice(0, 20)).toBeLessThan(1_000)
  }
})
