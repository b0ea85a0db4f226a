import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { locales, markets } from '#domain/markets'
import type { CartLineView, OrderView } from '#domain/views'
import { wordsIn } from '../app/words'
import { LineWhat } from './bag-line'
import { OrderLines } from './order-lines'
import { ReturnForm } from './return-form'

const words = { en: ['Wide', 'Narrow'], it: ['Larga', 'Stretta'], de: ['Weit', 'Schmal'] }
const money = { amount: 12_900, currency: 'EUR' }
/** Of a bag and an order: the width is the label of its point. */
const lineOf = (width: string) =>
  ({
    ...{ id: 'l', title: 'Albona Cognac', colour: 'Cognac', size: '42', labels: { eu: '42' } },
    ...{ segment: 'men', width, quantity: 1, gifts: 0, shipped: 1, unitPrice: money, total: money },
    discount: { ...money, amount: 0 },
  }) as unknown as CartLineView & OrderView['lines'][number]

test.each(locales)('bag, order and exchange say the width in the words of %s', (locale) => {
  const shop = { market: markets.eu, t: wordsIn(locale) }
  const drawn = (width: string) => {
    const order = { lines: [lineOf(width)] } as unknown as OrderView
    const sizes = [{ variantId: 'v', label: '42', width, available: 9 }]
    const returnable = [{ lineId: 'l', left: 1, sizes }]
    return [
      <LineWhat key="bag" shop={shop} line={lineOf(width)} />,
      <OrderLines key="order" shop={shop} order={order} />,
      <ReturnForm key="return" shop={shop} order={order} lines={returnable} formKey="k" typed={{}} />,
    ].map((one) => renderToStaticMarkup(one))
  }
  for (const html of drawn('Wide')) expect(html).toContain(`, ${words[locale][0]}`)
  for (const html of drawn('Wide (G)')) expect(html).toContain(`, ${words[locale][0]} (G)`)
  for (const html of drawn('Narrow')) expect(html).toContain(`, ${words[locale][1]}`)
  for (const html of drawn('Standard')) expect(html).not.toMatch(/Standard|Normal/)
  for (const html of drawn('G')) expect(html).toContain(', G')
})
