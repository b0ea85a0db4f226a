import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { markets } from '#domain/markets'
import type { OrderView, ProductView, ReviewView } from '#domain/views'
import { wordsIn } from '../app/words'
import { OrderLines } from './order-lines'
import { ReviewList } from './review-list'
import { ReturnForm } from './return-form'
import { SizeChoice } from './size-choice'
import { WithdrawChoice, WithdrawConfirm } from './withdraw-form'

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

test('giving back and withdrawing say sizes as the order does; a list, which no style sheet reaches, in the system it keeps', () => {
  const labels = { eu: '42', uk: '8' }
  const line = { id: 'l', title: 'Albona Cognac', colour: 'Cognac', size: '42', labels, segment: 'men' }
  const order = {
    ...{ number: 'M-1', sizeSystem: 'uk', lines: [line] },
    billingAddress: { firstName: 'Ada', lastName: 'Rossi' },
  } as unknown as OrderView
  const left = [{ lineId: 'l', quantity: 2 }]
  const sizes = [{ variantId: 'v', label: '43', labels: { eu: '43', uk: '9' }, available: 9 }]
  const forms = [
    <WithdrawChoice key="1" shop={shop} order={order} left={left} />,
    <WithdrawConfirm key="2" {...{ shop, order, left, part: true, formKey: 'k', errors: {}, typed: {} }} />,
    <ReturnForm
      key="3"
      {...{ shop, order, formKey: 'k', typed: {}, lines: [{ lineId: 'l', left: 1, sizes }] }}
    />,
  ].map((form) => renderToStaticMarkup(form))
  for (const html of forms)
    expect(html).toContain('Cognac, EU 42<span class="in-uk size-beside"> · UK 8</span>')
  expect(forms[2]).toContain('EU 43 · UK 9')
})

test('pages that are the same for everybody say sizes as their market reads them', () => {
  const labels = { eu: '42', uk: '8', usM: '9' }
  const pair = { colour: 'Cognac', size: '42', labels, segment: 'men' as const }
  const review: ReviewView = {
    id: 'r',
    rating: 5,
    name: 'Ada',
    locale: 'en',
    at: '2026-11-30T10:00:00Z',
    isBought: true,
    photos: [],
    ...pair,
  }
  const variants = [
    { id: 'v', size: '42', labels, width: 'Wide' },
    { id: 'w', size: '42', labels },
  ]
  const product = { segment: 'men', variants } as ProductView
  const said = (market: keyof typeof markets) => {
    const there = { market: markets[market], t: wordsIn('en') }
    const choice = { shop: there, product, variants: product.variants, id: 'size', label: 'Size' }
    return renderToStaticMarkup(
      <>
        <ReviewList shop={there} reviews={[review]} />
        <SizeChoice {...choice} />
      </>,
    )
  }
  for (const [market, size] of [
    ['eu', '42'],
    ['it', '42'],
    ['uk', 'EU 42 · UK 8'],
    ['us', 'EU 42 · US 9'],
  ] as const) {
    expect(said(market)).toContain(`Cognac, size ${size}<`)
    expect(said(market)).toContain(`>${size}, Wide</option><option value="w">${size}</option>`)
  }
})

test('a form that was refused has what was typed and chosen', () => {
  const order = {
    ...{ number: 'M-1', email: 'ada@example.org', lines: [{ id: 'l', title: 'Albona', size: '42' }] },
    billingAddress: { firstName: 'Ada', lastName: 'Rossi' },
  } as unknown as OrderView
  const both = { shop, order, formKey: 'k' }
  const name = '"><script>alert(1)</script>'
  const stated = renderToStaticMarkup(
    <WithdrawConfirm {...both} left={[]} part={false} errors={{}} typed={{ name, email: 'ada@example' }} />,
  )
  expect(stated).toContain('value="&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;"')
  expect(stated).toContain('value="ada@example"')
  const sizes = [{ variantId: 'v', label: '43', available: 9 }]
  const back = renderToStaticMarkup(
    <ReturnForm
      {...both}
      lines={[{ lineId: 'l', left: 3, sizes }]}
      typed={{ 'pairs.l': '2', 'reason.l': 'too-large', 'want.l': '' }}
    />,
  )
  for (const chosen of [
    '<option value="2" selected',
    '<option value="too-large" selected',
    '<option value="" selected',
  ])
    expect(back).toContain(chosen)
})
