import fc from 'fast-check'
import { expect, test } from 'vitest'
import { markets } from '#domain/markets'
import type { FeedItem } from '#queries/feed'
import { wordsOf } from '../words'
import { feedFields, googleClose, googleItem, googleOpen } from './feed'
import { entriesOf, sitemapIndex, urlsetClose, urlsetOpen } from './sitemap'
import { partsOf, streamed, streamedTo } from './stream'
import { readXml, childrenOf, textOf } from './testing/read-xml'
import { checkMerchantFeed, checkSitemap } from './testing/rules'
import { inTurn, type Parts } from './turns'
import { escapeXml } from './xml'

const origin = 'https://shop.example'
const place = {
  origin,
  market: markets.de,
  t: wordsOf('de'),
  delivery: [
    { country: 'DE', minDays: 2, maxDays: 4, rates: [{ price: 690, freeFrom: 15_000 }] },
    { country: 'AT', minDays: 3, maxDays: 5, rates: [{ price: 990, maxWeightG: 100 }] },
  ],
}
const item: FeedItem = {
  id: '1',
  sku: 'ALB-COG-42',
  gtin: '4006381333931',
  slug: 'albona-derby-cognac',
  title: 'Albona Derby',
  description: 'Genäht & <rahmengenäht>',
  style: 'albona-derby',
  brand: 'Officina',
  colour: 'Cognac',
  segment: 'men',
  size: '42',
  labels: { eu: '42' },
  upper: ['leather'],
  category: ['Herren', 'Schuhe'],
  price: 12_900,
  pairs: 3,
  pictures: ['/media/a/1600.jpg', '/media/b/1600.jpg'],
}

test(
  'any text is well-formed XML, and comes out as it went in but for signs that XML cannot hold',
  { timeout: 30_000 },
  () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const read = readXml(`<a b="${escapeXml(text)}">${escapeXml(text)}</a>`)

        const held = text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
        expect(read.text).toBe(held)
      }),
    )
    expect(escapeXml('a\ud800b\u0000')).toBe('ab')
  },
)

/** Made once, and not in the time of a test: all graphemes are told apart for it. */
const texts = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 6000 })
  .filter((text) => text.trim() !== '')

test('a feed of anything is valid: Google’s rules hold and every item is there', () => {
  fc.assert(
    fc.property(
      texts,
      texts,
      fc.nat(1_000_000),
      fc.option(fc.nat(1_000_000), { nil: undefined }),
      (title, description, price, lowest30) => {
        const one = { ...item, title, description, price, ...(lowest30 === undefined ? {} : { lowest30 }) }
        const [read] = checkMerchantFeed(readXml(googleOpen(place) + googleItem(one, place) + googleClose))
        const struck = lowest30 !== undefined && lowest30 > price ? lowest30 : undefined
        expect(read?.['g:price']).toBe(`${((struck ?? price) / 100).toFixed(2)} EUR`)
        expect(read?.['g:sale_price']).toBe(struck && `${(price / 100).toFixed(2)} EUR`)
      },
    ),
    { numRuns: 200 },
  )
})

test('delivery is told for each country that a pair is sent to', () => {
  const [row] = childrenOf(readXml(`<x xmlns:g="g">${googleItem(item, place)}</x>`), 'item')
  if (!row) throw new Error('no item')
  const shipping = childrenOf(row, 'g:shipping').map((one) => [
    textOf(one, 'g:country'),
    textOf(one, 'g:price'),
  ])
  expect(shipping).toEqual([['DE', '6.90 EUR']])
  expect(textOf(row, 'g:link')).toBe('https://shop.example/de/p/albona-derby-cognac')
  expect(childrenOf(row, 'g:additional_image_link')).toHaveLength(1)
})

test('what is no shoe has neither size nor gender, and a category of its own', () => {
  const things = { kind: 'care', segment: undefined, size: 'one-size', labels: { eu: 'One size' } } as const
  const tin: FeedItem = { ...item, ...things, upper: [] }
  const [read] = checkMerchantFeed(readXml(googleOpen(place) + googleItem(tin, place) + googleClose))
  expect(read?.['g:google_product_category']).toContain('Shoe Care')
  expect(read?.['g:title']).toBe('Albona Derby, Officina')
  expect(Object.keys(read ?? {}).filter((name) => /size|gender|age_group|material/.test(name))).toEqual([])
})

const inWidths: FeedItem[] = ['narrow', 'standard', 'wide'].map((width) => ({
  ...item,
  sku: `${item.sku}-${width}`,
  width,
}))
const feedOf = (items: readonly FeedItem[]) =>
  checkMerchantFeed(
    readXml(googleOpen(place) + items.map((one) => googleItem(one, place)).join('') + googleClose),
  )

test('a width is said in size and title, in the words of the market; the usual one goes without saying', () => {
  expect(feedOf(inWidths).map((read) => [read['g:size'], read['g:title']])).toEqual([
    ['42, Schmal', 'Albona Derby, Officina, EU 42, Schmal'],
    ['42', 'Albona Derby, Officina, EU 42'],
    ['42, Weit', 'Albona Derby, Officina, EU 42, Weit'],
  ])
})

test('a title that is too long keeps its size and width', () => {
  const [title = ''] = feedOf([{ ...item, title: 'x'.repeat(200), width: 'wide' }]).map(
    (read) => read['g:title'],
  )
  expect(title).toMatch(/^x+, EU 42, Weit$/)
  expect(title).toHaveLength(150)
})

test('a feed in which two members of a group are alike breaks the rules', () => {
  const [one] = inWidths
  if (!one) throw new Error('no item')
  expect(() => feedOf([one, { ...one, sku: 'OTHER' }])).toThrow('told apart')
  expect(feedOf([one, { ...one, sku: 'OTHER', colour: 'Schwarz' }])).toHaveLength(2)
  expect(feedOf([one, { ...one, sku: 'OTHER', style: 'piazza' }])).toHaveLength(2)
})

test('a wrong GTIN is left out rather than sent', () =>
  expect(feedFields({ ...item, gtin: '123' }, place).gtin).toBeUndefined())

test('each page stands in its sitemap once for every market that has it, each naming all', () => {
  const page = { path: '/p/a', changedAt: '2026-11-01T10:00:00Z', pictures: ['/media/a/1600.webp'] }
  const all = checkSitemap(readXml(urlsetOpen + entriesOf(origin, page) + urlsetClose), origin)
  expect(all.map(({ loc }) => loc.slice(origin.length))).toEqual([
    '/p/a',
    '/it/p/a',
    '/de/p/a',
    '/uk/p/a',
    '/us/p/a',
  ])
  expect(new Set(all.map(({ alternates }) => [...alternates.keys()].join())).size).toBe(1)
  for (const { loc, alternates } of all) expect([...alternates.values()]).toContain(loc)
  const few = checkSitemap(
    readXml(urlsetOpen + entriesOf(origin, { ...page, markets: ['us'] }) + urlsetClose),
    origin,
  )
  expect(few.map(({ alternates }) => [...alternates.keys()])).toEqual([['en-US']])
})

test.each([
  [0, 1],
  [1, 2],
  [2000, 2],
  [2001, 3],
  [100_000, 51],
])('%s product pages make %s sitemaps, ten thousand addresses each at most', (pages, files) => {
  const index = readXml(sitemapIndex(origin, pages))
  expect(childrenOf(index, 'sitemap').map((one) => textOf(one, 'loc'))).toHaveLength(files)
})

async function* letters(): AsyncGenerator<string> {
  for (const letter of 'abc') yield letter
}

test('an answer is made only as fast as it is read', async () => {
  let made = 0
  async function* count(): AsyncGenerator<string> {
    for (; made < 100; made += 1) yield 'x'.repeat(1000)
  }
  const reader = streamed(count(), {}).body?.getReader()
  await reader?.read()
  expect(made).toBeLessThan(3)
  await reader?.cancel()
})

test('parts are of one size however many items a batch has, and nothing is lost', async () => {
  async function* batches(sizes: readonly number[]): AsyncGenerator<string[]> {
    for (const size of sizes) yield Array.from({ length: size }, (_, at) => `${at} `.repeat(100))
  }
  await fc.assert(
    fc.asyncProperty(fc.array(fc.nat(800), { maxLength: 6 }), async (sizes) => {
      const parts: string[] = []
      for await (const part of partsOf(batches(sizes), (item) => item)) parts.push(part)
      let whole = ''
      for await (const items of batches(sizes)) whole += items.join('')
      expect(parts.join('') === whole).toBe(true)
      expect(parts.every((part) => part !== '' && part.length < 70_000)).toBe(true)
    }),
    { numRuns: 20 },
  )
})

async function wholeOf(parts: Parts): Promise<string> {
  let whole = ''
  for (let part = await parts.next(); !part.done; part = await parts.next()) whole += part.value
  return whole
}

test('who asks for the headers alone, or leaves before the first part, keeps nobody waiting', async () => {
  const head = new Request('https://shop.example/feed', { method: 'HEAD' })
  for (let times = 0; times < 5; times += 1) {
    expect(streamedTo(head, () => inTurn(letters()), {}).body).toBeNull()
    await streamed(inTurn(letters()), {}).body?.cancel()
  }
  const last = inTurn(letters())
  expect(await wholeOf(last)).toBe('abc')
})

test('who reads for longer than ten minutes loses the turn', async () => {
  let now = Date.now()
  const slow = inTurn(letters(), () => now)
  for (let step = 0; step < 2; step += 1) {
    await slow.next()
    now += 400_000
  }
  const others = [inTurn(letters(), () => now), inTurn(letters(), () => now)]
  await expect(slow.next()).rejects.toThrow('unavailable')
  for (const one of others) await one.return(undefined)
})

test('two lists are read at a time, the third waits, and who goes away makes room', async () => {
  const [one, other] = [inTurn(letters()), inTurn(letters())]
  await one.next()
  expect(() => inTurn(letters())).toThrow('unavailable')
  await one.return(undefined)
  const third = inTurn(letters())
  expect(() => inTurn(letters())).toThrow('unavailable')
  expect(await wholeOf(third)).toBe('abc')
  expect(await wholeOf(other)).toBe('abc')
  let now = Date.now()
  const gone = [inTurn(letters(), () => now), inTurn(letters(), () => now)]
  now += 120_000
  expect(() => inTurn(letters(), () => now)).not.toThrow()
  expect(gone).toHaveLength(2)
})
