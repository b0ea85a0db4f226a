import fc from 'fast-check'
import type { ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { markets } from '#domain/markets'
import { noChoice } from '#domain/listing-path'
import { inCategory, inSearch } from '#domain/listing-place'
import {
  facetNames,
  type CartView,
  type ListingView,
  type ProductCard,
  type Segment,
  type SizeLabels,
} from '#domain/views'
import { wordsIn } from '../app/words'
import { Bag } from './bag'
import { Card, CardList } from './card'
import { FilterSheet } from './filters'
import { SearchForm } from './search-box'
import { SizeLabel } from './size-label'
import { still } from './still'

const shop = { market: markets.de, t: wordsIn('de') }
const textOf = (node: ReactNode): string => still(node).dangerouslySetInnerHTML.__html

/** Attributes in one order and names in one case, which a browser does not tell apart. */
const normal = (html: string): string =>
  html.replace(
    /<([\w-]+)((?:\s+[\w-]+="[^"]*")*)\s*(\/?)>/g,
    (_, tag: string, attributes: string, end: string) => {
      const sorted = [...attributes.matchAll(/([\w-]+)="([^"]*)"/g)]
        .map(([, name = '', value = '']) => `${name.toLowerCase()}="${value}"`)
        .toSorted()
      return `<${[tag, ...sorted].join(' ')}${end}>`
    },
  )
function same(node: ReactNode): void {
  expect(normal(textOf(node))).toBe(normal(renderToStaticMarkup(<>{node}</>)))
}

const text = fc.oneof(fc.constantFrom('42 2/3', '<b>&"\'</b>', ''), fc.string({ unit: 'binary' }))

test('words, numbers and properties are what React writes, and never markup', () =>
  fc.assert(
    fc.property(text, text, fc.integer(), fc.boolean(), (one, two, number, flag) => {
      same(
        <div
          className={one}
          style={{ '--filled': `${number}%`, backgroundColor: 'red' } as React.CSSProperties}
          hidden={flag}
        >
          {one}
          {number}
          {flag && 'shown'}
          {[one, null, undefined, <i key="i">{two}</i>]}
          <input
            defaultValue={one}
            name={two}
            disabled={flag}
            autoFocus={flag}
            maxLength={3}
            spellCheck={flag}
            aria-invalid={flag}
          />
          <input type="checkbox" defaultChecked={flag} required value={number} />
          <label htmlFor={one}>{two}</label>
          <select defaultValue={number} name="q">
            {[number - 1, number].map((of) => (
              <option key={of} value={of}>
                {of}
              </option>
            ))}
          </select>
          <textarea rows={2} defaultValue={`x${two}`} name={one} />
          <quick-sizes className={one} data-known={flag ? '' : undefined} hidden={flag} />
          <a href={`/p/${one}`} title={two} data-flag={flag} tabIndex={-1} />
          <svg viewBox="0 0 2 2" aria-hidden="true">
            <path d="M1 1" />
          </svg>
          <img srcSet={one} alt={two} fetchPriority="low" loading="lazy" />
        </div>,
      )
    }),
  ))

const labels = fc.record(
  { eu: text, uk: text, usM: text, usW: text, cm: text },
  { requiredKeys: ['eu'] },
) as fc.Arbitrary<SizeLabels>
const segment = fc.constantFrom<Segment | undefined>('women', 'men', 'unisex', 'kids', undefined)

test('labels of sizes', () =>
  fc.assert(
    fc.property(labels, segment, (given, whose) => same(<SizeLabel labels={given} segment={whose} />)),
  ))

const evil = `"><script>alert('1')</script>`
const card = {
  id: '1',
  slug: 'albona',
  title: `Albona ${evil}`,
  name: 'Albona & Co',
  brand: 'Officina',
  colour: 'Cognac',
  swatch: '#a52',
  segment: 'unisex',
  price: { amount: 9_900, currency: 'EUR' },
  priceFrom: false,
  regularPrice: { amount: 12_900, currency: 'EUR' },
  lowest30: { amount: 12_000, currency: 'EUR' },
  image: { id: 'a', url: '/media/a/1600.webp', alt: evil, width: 0, height: 900 },
  sizes: [
    { value: '42', label: '42', labels: { eu: '42', usM: '9', usW: '10.5' }, available: true },
    { value: '43', label: '43', labels: { eu: '43' }, available: false },
  ],
  siblings: [
    {
      slug: 'albona-black',
      colour: 'Black',
      swatch: '#111',
      soldOut: true,
      price: { amount: 9_900, currency: 'EUR' },
      image: { id: '', url: '', alt: '', width: 1, height: 1 },
    },
  ],
  badge: 'last-pairs',
  rating: { average: 4.6, count: 23 },
} as unknown as ProductCard

test('a card, whose first picture alone React announces in the head', () => {
  same(<Card shop={shop} card={card} />)
  same(
    <Card
      shop={shop}
      card={
        { ...card, siblings: [], sizes: [], rating: undefined, lowest30: undefined } as unknown as ProductCard
      }
      bare
    />,
  )
  const list = renderToStaticMarkup(<CardList shop={shop} cards={[card, { ...card, id: '2' }]} lead={1} />)
  expect(list.match(/<shoe-card/g)).toHaveLength(2)
  expect(list.match(/fetchPriority="high"/gi)?.length).toBeGreaterThan(0)
  expect(list).not.toContain('<script')
})

const listing = {
  total: 1,
  page: 1,
  limit: 24,
  products: [card],
  facets: {
    ...Object.fromEntries(facetNames.map((name) => [name, []])),
    size: [
      { value: '42', label: '42', labels: { eu: '42', uk: '8', usM: '9' }, count: 3 },
      { value: '42.5', label: '42.5', labels: { eu: '42.5', uk: '8' }, count: 0 },
    ],
    colour: [
      { value: 'black', label: evil, count: 2 },
      { value: 'metallic', label: 'Metallic', count: 0 },
    ],
  },
  priceRange: { min: { amount: 9_900, currency: 'EUR' }, max: { amount: 12_950, currency: 'EUR' } },
} as unknown as ListingView

test.each([
  ['nothing chosen', noChoice],
  ['much chosen', { ...noChoice, size: ['42'], colour: ['black'], minPrice: 9_900, sort: 'price' as const }],
])('the filters of a listing and of a search, %s', (_, choice) => {
  for (const place of [inCategory('men'), inSearch(evil)])
    same(<FilterSheet shop={shop} place={place} choice={choice} listing={listing} />)
})

const money = (amount: number) => ({ amount, currency: 'EUR' }) as const
const cart = {
  id: '1',
  market: 'de',
  currency: 'EUR',
  count: 2,
  lines: [
    {
      ...{
        id: 'l1',
        variantId: 'v1',
        sku: 'A-42',
        title: `Albona ${evil}`,
        colour: 'Cognac',
        size: '42',
        labels: { eu: '42' },
      },
      ...{
        slug: 'albona',
        image: card.image,
        quantity: 2,
        unitPrice: money(9_900),
        discount: money(100),
        taxRate: 1900,
      },
      ...{ tax: money(10), total: money(19_700), problem: { code: 'sold-out', available: 1 } },
    },
  ],
  code: 'SUMMER',
  giftNote: 'Alles <Gute>',
  promotions: [
    { name: 'Sommer', code: 'SUMMER', effect: 'percent', discount: money(100), shipping: money(0) },
  ],
  gifts: [],
  totals: { subtotal: money(19_800), discount: money(100), tax: money(10), total: money(19_700) },
  credits: [{ id: 'c', kind: 'gift-card', last4: 'ABCD', amount: money(500) }],
  toPay: money(19_200),
  taxes: [{ rate: 1900, base: money(1), tax: money(1) }],
  reverseCharge: false,
} as unknown as CartView

test('a bag is drawn to its end, with its words as text', () => {
  for (const given of [cart, { ...cart, lines: [], count: 0 }, undefined]) {
    const html = renderToStaticMarkup(
      <Bag shop={shop} cart={given} arrival="Mo" timezone="Europe/Rome" storeCredit={money(700)} />,
    )
    expect(html).toContain('id="bag-title"')
    expect(html).not.toContain('<script')
    expect(html.endsWith('</section>')).toBe(true)
  }
  same(<SearchForm shop={shop} q={evil} id="x" />)
})

test('an address that is a script leads nowhere', () => {
  for (const href of ['javascript:alert(1)', ' \u0001JaVa\nscript:alert(1)'])
    expect(textOf(<a href={href}>x</a>)).toBe('<a href="#">x</a>')
})

test.each([
  ['a handler', <button key="a" onClick={() => {}} />],
  ['a promise', Promise.resolve('a') as unknown as ReactNode],
  ['a property that HTML spells another way', <svg key="a" strokeWidth="2" />],
])('%s is refused', (_, node) => expect(() => textOf(node)).toThrow(/drawn as text/))
