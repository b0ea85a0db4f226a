import type { ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { markets } from '#domain/markets'
import { facetNames, type FacetValue, type ListingView, type ProductView } from '#domain/views'
import { wordsIn } from '../app/words'
import { Gallery } from './gallery'
import { LaunchSoon, PerPerson } from './launch-soon'
import { countedAs } from './things'
import { WishList } from './wish-list'

/** What is true of shoes alone. */
const ofShoes = {
  en: /\b(?:pairs?|shoes?|sizes?|fits?|foot|feet|worn?|models?)\b/i,
  it: /\b(?:pai[oa]|scarp[ae]|tagli[ae]|numer[oi]|calza\w*|pied[ei]|modell[oi])\b/i,
  de: /\b(?:Paare?|Schuhe?n?|Größen?|Passform|Fuß|Füße|Modelle?)\b/,
}

/** What is read, or read out, of it. */
function said(node: ReactNode): string {
  const html = renderToStaticMarkup(node)
  const labels = [...html.matchAll(/ aria-label="([^"]*)"/g)].map(([, label]) => label)
  return [html.replace(/<[^>]*>/g, ' '), ...labels].join(' ')
}

const balsamo = {
  ...{ id: 'p', slug: 'balsamo', title: 'Balsamo neutral', name: 'Balsamo', brand: 'Officina', kind: 'care' },
  ...{ colour: 'neutral', price: { amount: 1_250, currency: 'EUR' }, priceFrom: false, siblings: [] },
  image: { id: 'a', url: '/media/a/1600.webp', alt: '', width: 1_600, height: 1_600 },
  sizes: [{ value: 'one-size', label: 'One size', labels: { eu: 'One size' }, available: true }],
  variants: [{ id: 'v', size: 'one-size', labels: { eu: 'One size' }, available: 2 }],
  images: [],
  perPerson: 2,
} as unknown as ProductView
const launchesAt = '2100-01-01T10:00:00.000Z'

describe.each(['en', 'it', 'de'] as const)('in %s', (locale) => {
  const shop = { market: markets[locale === 'en' ? 'eu' : locale], t: wordsIn(locale) }

  test('a care product on a list, one’s own or a shared one, in stock or not, is no shoe', () => {
    const gone = { ...balsamo, sizes: balsamo.sizes.map((size) => ({ ...size, available: false })) }
    for (const readOnly of [false, true])
      for (const card of [balsamo, gone])
        expect(said(<WishList shop={shop} cards={[card]} readOnly={readOnly} />)).not.toMatch(ofShoes[locale])
  })

  test('the launch of a care product promises no pair', () => {
    const words = said(
      <>
        <LaunchSoon shop={shop} product={balsamo} launchesAt={launchesAt} />
        <PerPerson shop={shop} product={balsamo} />
      </>,
    )
    expect(words).toContain(shop.t('launch.perPersonThing', { count: 2 }))
    expect(words).not.toMatch(ofShoes[locale])
  })

  test('a care product that turns is turned, and no shoe is', () => {
    const words = said(<Gallery shop={shop} product={{ ...balsamo, turn: [balsamo.image] }} />)
    expect(words).toContain(shop.t('product.turnThing'))
    expect(words).not.toMatch(ofShoes[locale])
  })

  test.each([
    ...['search.foundThings', 'search.popular', 'search.noneHint', 'search.products', 'search.none'],
    ...['listing.countThings', 'listing.emptyHint', 'facets.showCountThings', 'facets.products'],
    ...['wishes.lead', 'wishes.leadGuest', 'wishes.empty', 'wishes.emptyHint', 'wishes.sharedLead'],
    ...['wishes.problems.wishlist-full', 'wishes.problems.product-not-found', 'journal.products'],
  ])('%s is said of anything the shop sells', (phrase) => {
    expect(shop.t(phrase, { count: 2, q: 'cream' })).not.toMatch(ofShoes[locale])
  })
})

const value = (count: number) => ({ value: 'men', label: 'Men', count })
const noFacets = Object.fromEntries(
  facetNames.map((name): [string, FacetValue[]] => [name, []]),
) as ListingView['facets']

test.each([
  ['models where all of it are shoes', 5, [value(3), value(2)], 'models'],
  ['models where what is for whom was chosen, and more is there', 3, [value(3), value(2)], 'models'],
  ['products where care products are among them', 5, [value(3)], 'products'],
  ['products where there is no shoe', 5, [], 'products'],
  ['products where there is no shoe and nothing is left', 0, [], 'products'],
])('a listing counts %s', (_, total, segment, counted) => {
  expect(countedAs({ total, facets: { ...noFacets, segment } })).toBe(counted)
})
