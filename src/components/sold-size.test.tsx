import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { markets } from '#domain/markets'
import type { OrderView } from '#domain/views'
import { wordsIn } from '../app/words'
import { OrderLines } from './order-lines'

const shop = { market: markets.eu, t: wordsIn('en') }
const money = { amount: 12_900, currency: 'EUR' }
const lineOf = (more: object) => {
  const words = { id: 'l', title: 'Albona Cognac', colour: 'Cognac', quantity: 1, gifts: 0 }
  const sums = { unitPrice: money, total: money, discount: { ...money, amount: 0 } }
  const order = { lines: [{ ...words, ...sums, ...more }] } as unknown as OrderView
  const html = renderToStaticMarkup(<OrderLines shop={shop} order={order} />)
  return html.match(/<p class="line-what">(.*?)<\/p>/)?.[1]
}

test('an order says its sizes in the EU system, and beside it in each other for the style sheet to choose from', () => {
  const labels = { eu: '42', uk: '8', usM: '9', usW: '10.5', cm: '27' }
  expect(lineOf({ size: '42', labels, segment: 'men', width: 'Wide' })).toBe(
    'Cognac, EU 42<span class="in-uk size-beside"> · UK 8</span><span class="in-us size-beside"> · US 9</span>' +
      '<span class="in-cm size-beside"> · 27 cm</span>, Wide',
  )
})

test('an order of before, and what has no size, say no more than they know', () => {
  expect(lineOf({ size: '42' })).toBe('Cognac, EU 42')
  expect(lineOf({})).toBe('Cognac')
})
