import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { markets } from '#domain/markets'
import type { ColourSibling, ProductCard } from '#domain/views'
import { wordsIn } from '../app/words'
import { Card } from './card'

const shop = { market: markets.eu, t: wordsIn('en') }
const euro = (amount: number) => ({ amount, currency: 'EUR' as const })
const image = { id: 'own', url: '/media/own/1600.webp', alt: '', width: 1600, height: 1600 }

const card: ProductCard = {
  id: '1',
  slug: 'albona-derby-black',
  title: 'Albona Derby Black',
  name: 'Albona Derby',
  brand: 'Molini',
  colour: 'Black',
  price: euro(20000),
  priceFrom: false,
  image,
  sizes: [],
  siblings: [],
}

const sibling = (colour: string, tag: Partial<ColourSibling> = {}): ColourSibling => ({
  slug: `albona-derby-${colour.toLowerCase()}`,
  colour,
  soldOut: false,
  image: { ...image, id: colour },
  price: euro(20000),
  priceFrom: false,
  ...tag,
})

const draw = (siblings: ColourSibling[], own: Partial<ProductCard> = {}): string =>
  renderToStaticMarkup(<Card shop={shop} card={{ ...card, ...own, siblings }} />).replaceAll('\u00a0', ' ')

/** The tag of the swatch of a colour. */
const swatchOf = (html: string, colour: string): string =>
  html.match(/<a class="swatch[^>]*>/g)?.find((tag) => tag.includes(`title="${colour}`)) ?? ''

test('each colour is a plain link to its own page; more than fit are counted', () => {
  const html = draw(
    ['Brown', 'Tan', 'Blue', 'Green', 'Red', 'Grey', 'White'].map((colour) => sibling(colour)),
  )
  expect(html.match(/class="swatch"/g)).toHaveLength(5)
  expect(swatchOf(html, 'Brown')).toContain('href="/p/albona-derby-brown"')
  expect(html).toContain('<span class="more">+3</span>')
  expect(html).not.toContain('data-price')
})

test('a colour that costs something else carries its price as it will stand on the card', () => {
  const html = draw([sibling('Brown', { price: euro(25000) })])
  expect(swatchOf(html, 'Brown')).toContain('data-price="€ 250"')
  expect(html).not.toContain('class="lowest"')
})

test('a reduced colour carries its reduction and its lowest price of 30 days, for which there is room', () => {
  const reduced = sibling('Brown', { price: euro(15000), regularPrice: euro(20000), lowest30: euro(18000) })
  const html = draw([reduced])
  const swatch = swatchOf(html, 'Brown')
  expect(swatch).toMatch(/data-price="[^"]*&lt;ins&gt;€ 150&lt;\/ins&gt;[^"]*&lt;s&gt;€ 180&lt;\/s&gt;"/)
  expect(swatch).toMatch(/data-low="[^"]*180[^"]*"/)
  expect(html).toContain('<p class="lowest"></p>')
})

test('a colour of the same price that is not reduced does not borrow the reduction of its card', () => {
  const html = draw([sibling('Brown', { price: euro(15000) })], {
    price: euro(15000),
    regularPrice: euro(20000),
    lowest30: euro(18000),
  })
  expect(swatchOf(html, 'Brown')).toContain('data-price="€ 150"')
  expect(swatchOf(html, 'Brown')).not.toContain('data-low')
  expect(html).toMatch(/<p class="lowest">[^<]*180/)
})
