import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { markets, type MarketId } from '#domain/markets'
import type { ProductView, VariantView } from '#domain/views'
import { wordsIn } from '../app/words'
import { ProductArticle } from './product-article'

const price = { amount: 12_900, currency: 'EUR' } as const
const pair = (size: string, width?: string): VariantView => ({
  ...{ id: `${size}-${width}`, sku: `A-${size}-${width}`, size, labels: { eu: size }, price, available: 2 },
  ...(width && { width }),
})
const image = { id: 'i', url: '/media/i/1600.webp', alt: '', width: 1600, height: 1600 }
const shoe: ProductView = {
  ...{ id: 'p', slug: 'albona-derby-cognac', title: 'Albona Cognac', name: 'Albona', brand: 'Molini' },
  ...{ colour: 'Cognac', segment: 'men', price, priceFrom: false, image, sizes: [], siblings: [] },
  style: { id: 's', slug: 'albona', name: 'Albona' },
  description: 'A derby.',
  images: [{ ...image, view: 'side' }],
  variants: [pair('42', 'standard'), pair('43', 'standard')],
  colourSiblings: [],
  materials: { upper: ['leather', 'textile'], lining: ['coated-leather'], sole: ['other'] },
  attributes: {},
  brandView: {
    ...{ slug: 'molini', name: 'Molini' },
    manufacturer: { name: 'M', street: 'S 1', postalCode: '1', city: 'C', country: 'IT' },
  },
  ...{ categories: [], completes: [], seo: {} },
}

const drawn = (changes: Partial<ProductView> = {}, market: MarketId = 'eu'): string => {
  const shop = { market: markets[market], t: wordsIn(markets[market].locale) }
  return renderToStaticMarkup(
    <ProductArticle shop={shop} product={{ ...shoe, ...changes }} returnDays={30} />,
  )
}

/** Each term of the lists of a page with what is said of it, as words and as how many drawings stand there. */
const factsOf = (html: string) =>
  [...html.matchAll(/<dt[^>]*>(.*?)<\/dt><dd>(.*?)<\/dd>/g)].map(([, term = '', said = '']) => {
    const plain = (part: string) => part.replaceAll(/<svg.*?<\/svg>/g, '').replaceAll(/<[^>]+>/g, '|')
    const words = [term, ...plain(said).split('|')].map((part) => plain(part).replaceAll('\u00a0', ' '))
    return words.filter(Boolean)
  })
const svgsIn = (html: string): string[] => html.match(/<svg class="pictogram".*?<\/svg>/g) ?? []

test('nobody is asked for a width where a model has one or none', () => {
  for (const variants of [shoe.variants, [pair('42'), pair('43')]]) {
    const html = drawn({ variants })
    expect(html).not.toMatch(/name="width"|width-label|data-set|Width/)
    expect(html.match(/name="variantId"/g)).toHaveLength(2)
    expect(html.match(/class="size-grid"/g)).toHaveLength(1)
  }
})

test('where it has two, each is there to choose and has sizes of its own; the standard one is chosen', () => {
  const variants = [pair('42', 'narrow'), pair('42', 'standard'), pair('43', 'standard')]
  const html = drawn({ variants })
  expect(html).toContain('<span id="width-label">Width</span>')
  const widths = html.match(/<input[^>]*name="width"[^>]*>/g) ?? []
  expect(widths).toHaveLength(2)
  expect(widths.map((one) => one.includes('checked'))).toEqual([false, true])
  const [, narrow = '', standard = ''] = html.split('class="size-grid"')
  expect([narrow, standard].map((part) => part.match(/name="variantId"/g)?.length)).toEqual([1, 2])
})

test.each([
  [
    'eu',
    ['Upper', 'Leather', 'Textile'],
    ['Lining and sock', 'Coated leather'],
    ['Outer sole', 'Other materials'],
  ],
  [
    'de',
    ['Obermaterial', 'Leder', 'Textil'],
    ['Futter und Decksohle', 'Beschichtetes Leder'],
    ['Laufsohle', 'Sonstiges Material'],
  ],
] as const)(
  'the label of Directive 94/11/EC stands open on the page, in words and pictograms: %s',
  (market, ...label) => {
    const html = drawn({}, market)
    expect(factsOf(html)).toEqual(label)
    const list = /<details class="fact" open="">((?!<\/details>).)*?<dl>(.*?)<\/dl>/.exec(html)?.[2] ?? ''
    // Three parts and four materials, each with a drawing of its own.
    expect(svgsIn(list)).toHaveLength(7)
    expect(new Set(svgsIn(list)).size).toBe(7)
  },
)

test('what is made of the same material everywhere shows the same pictogram thrice', () => {
  const html = drawn({ materials: { upper: ['leather'], lining: ['leather'], sole: ['leather'] } })
  expect(svgsIn(html)).toHaveLength(6)
  expect(new Set(svgsIn(html)).size).toBe(4)
})

test('technical facts are listed in words, and what nobody has said takes no room', () => {
  const attributes = {
    ...{ heelHeightMm: 25, weightG: 410, closure: 'lace', toeShape: 'Almond' },
    ...{ waterResistant: true, vegan: true, removableInsole: true },
  }
  expect(factsOf(drawn({ attributes })).slice(3)).toEqual([
    ['Heel', '25 mm'],
    ['Weight', '410 g a shoe in 42'],
    ['Closure', 'Laces'],
    ['Toe', 'Almond'],
    ['Water resistant', 'yes'],
    ['Vegan', 'yes'],
    ['Insole', 'removable'],
  ])
  const few = { heelHeightMm: 0, waterResistant: false, vegan: false, removableInsole: false }
  expect(factsOf(drawn({ attributes: few })).slice(3)).toEqual([['Heel', '0 mm']])
  expect(factsOf(drawn({ attributes: { closure: 'zip' } }, 'de')).slice(3)).toEqual([
    ['Verschluss', 'Reißverschluss'],
  ])
})
