import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { locales, markets } from '#domain/markets'
import type { CartView, ProductView } from '#domain/views'
import { wordsIn } from '../app/words'
import { Bag } from './bag'
import { CheckoutSide } from './checkout-side'
import { ProductArticle } from './product-article'

const money = (amount: number) => ({ amount, currency: 'USD' }) as const
const image = { id: 'i', url: '/media/i/1600.webp', alt: '', width: 1600, height: 1600 }
const line = {
  id: 'l',
  variantId: 'v',
  sku: 'A-42',
  slug: 'albona',
  title: 'Albona Cognac',
  colour: 'Cognac',
  size: '42',
  labels: { eu: '42' },
  segment: 'men',
  image,
  quantity: 1,
  unitPrice: money(12_900),
  discount: money(0),
  total: money(12_900),
}
const cart = {
  id: 'c',
  count: 1,
  lines: [line],
  gifts: [],
  promotions: [],
  totals: { subtotal: money(12_900), discount: money(0), tax: money(0), total: money(12_900) },
  credits: [],
  toPay: money(12_900),
  taxes: [],
  reverseCharge: false,
} as unknown as CartView
const product = {
  id: 'p',
  slug: 'albona-cognac',
  title: 'Albona Cognac',
  name: 'Albona',
  brand: 'Molini',
  colour: 'Cognac',
  segment: 'men',
  price: money(12_900),
  style: { id: 's', slug: 'albona', name: 'Albona' },
  description: 'A derby.',
  image,
  images: [],
  variants: [],
  sizes: [],
  siblings: [],
  colourSiblings: [],
  materials: { upper: [], lining: [], sole: [] },
  attributes: {},
  brandView: { slug: 'molini', name: 'Molini', manufacturer: { name: 'M' } },
  categories: [],
  completes: [],
  seo: {},
} as unknown as ProductView

test.each(locales)(
  'product page, bag and checkout say in %s that customs may ask for duty, where they may',
  (locale) => {
    const shop = { market: markets.us, t: wordsIn(locale) }
    const words = shop.t('price.duty')
    for (const hasDuty of [true, false])
      for (const page of [
        <ProductArticle key="product" {...{ shop, product, hasDuty }} returnDays={30} />,
        <Bag key="bag" {...{ shop, cart, hasDuty }} timezone="Europe/Rome" />,
        <CheckoutSide key="checkout" {...{ shop, cart, hasDuty }} />,
      ])
        expect(renderToStaticMarkup(page).split(words)).toHaveLength(hasDuty ? 2 : 1)
  },
)

test('a bag without anything to send says nothing of duty', () => {
  const shop = { market: markets.us, t: wordsIn('en') }
  const html = renderToStaticMarkup(
    <Bag {...{ shop }} hasDuty cart={{ ...cart, lines: [] }} timezone="Europe/Rome" />,
  )
  expect(html).not.toContain(shop.t('price.duty'))
})
