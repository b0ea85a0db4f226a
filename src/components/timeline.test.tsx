import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { markets, type MarketId } from '#domain/markets'
import type { OrderView } from '#domain/views'
import { wordsIn } from '../app/words'
import { Timeline } from './timeline'

const zero = { amount: 0, currency: 'EUR' } as const
const address = {
  ...{ firstName: 'Ada', lastName: 'Rossi', line1: 'Via Po 1' },
  ...{ postalCode: '10123', city: 'Torino', country: 'IT' },
}
const order: OrderView = {
  ...{ id: 'o', number: 'M-100001', placedAt: '2026-11-22T10:00:00.000Z', email: 'ada@example.org' },
  ...{ market: 'eu', locale: 'en', currency: 'EUR', taxIncluded: true, reverseCharge: false },
  ...{ lines: [], promotions: [], taxes: [], credits: [], toPay: zero, paymentMethod: 'manual' },
  totals: { subtotal: zero, discount: zero, shipping: zero, tax: zero, total: zero },
  ...{ paymentStatus: 'paid', fulfilmentStatus: 'fulfilled' },
  ...{ shippingAddress: address, billingAddress: address },
  shipments: [],
  timeline: [
    { at: '2026-11-23T10:00:00.000Z', kind: 'payment-received' },
    { at: '2026-11-24T10:00:00.000Z', kind: 'shipped' },
  ],
}
const parcel = (carrier?: string, trackingNumber?: string) => ({
  ...{ carrier, trackingNumber, shippedAt: '2026-11-24T10:00:00.000Z', lines: [] },
})

/** Each step as `what: note`. */
const steps = (changes: Partial<OrderView>, market: MarketId = 'eu'): string[] => {
  const shop = { market: markets[market], t: wordsIn(markets[market].locale) }
  const html = renderToStaticMarkup(<Timeline shop={shop} order={{ ...order, ...changes }} />)
  return [...html.matchAll(/<li[^>]*>(.*?)<\/li>/g)].map(([, step = '']) =>
    step.replace('</b>', ': ').replaceAll(/<[^>]+>/g, ''),
  )
}

test('a buyer sees by whom the pairs were sent and under which number', () => {
  const shipments = [parcel('BRT', '0123/<4>')]
  expect(steps({ shipments })).toEqual([
    'Order placed: 22 November 2026',
    'Payment arrived: 23 November 2026',
    'Handed to the carrier: 24 November 2026, BRT, 0123/&lt;4&gt;',
    expect.stringContaining('Via Po 1, 10123 Torino'),
  ])
  const [, , shipped] = steps({ shipments, market: 'de' }, 'de')
  expect(shipped).toMatch(/^Dem Versand übergeben: 24\. November 2026, BRT, 0123/)
})

test('each of several parcels is named, and stays there when they have arrived', () => {
  const shipments = [parcel('BRT', 'FIRST'), parcel('DHL', 'LAST')]
  for (const fulfilmentStatus of ['fulfilled', 'delivered'] as const)
    expect(steps({ shipments, fulfilmentStatus })[2]).toMatch(/, BRT, FIRST; DHL, LAST$/)
})

test('a parcel that has left before the rest is named while the rest is still to come', () => {
  const shipments = [parcel('BRT', 'FIRST')]
  const found = steps({ shipments, fulfilmentStatus: 'partially-fulfilled' })
  expect(found[2]).toBe('Packed and handed to the carrier: BRT, FIRST')
})

test.each([
  ['the carrier alone', [parcel('BRT')], ', BRT'],
  ['the number alone', [parcel(undefined, 'T-1')], ', T-1'],
  ['neither', [parcel()], ''],
  ['nothing of any parcel', [], ''],
])('what is known is said, without a gap: %s', (_what, shipments, said) => {
  expect(steps({ shipments })[2]).toBe(`Handed to the carrier: 24 November 2026${said}`)
})

test('of what has not left nothing is named', () => {
  const [, , next = ''] = steps({ fulfilmentStatus: 'unfulfilled' })
  expect(next).toBe('Packed and handed to the carrier: With a tracking link by e-mail')
})
