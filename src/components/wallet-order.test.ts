import { expect, test, vi } from 'vitest'
import type { WalletPaid } from './stripe-script'
import { checkoutOf, giveUp, partsOfName, placeByWallet } from './wallet-order'

const sum = { amount: 13_400, currency: 'EUR' as const }
const estimate = { minDays: 2, maxDays: 3, from: '2026-12-01', to: '2026-12-02' }
const option = {
  id: 'standard',
  name: 'Standard',
  price: { ...sum, amount: 500 },
  estimate,
  total: sum,
  toPay: sum,
}
const paid = (more: Partial<WalletPaid> = {}): WalletPaid => ({
  expressPaymentType: 'apple_pay',
  billingDetails: { name: 'Ada Rossi', email: 'ada@example.org', phone: '+39 011 1' },
  shippingAddress: {
    name: 'Ada Maria Rossi',
    address: {
      line1: 'Via Po 12',
      line2: null,
      city: 'Torino',
      state: 'TO',
      postal_code: '10123',
      country: 'IT',
    },
  },
  paymentFailed: () => {},
  ...more,
})

test('a wallet fills contact, address and method at once', () => {
  expect(checkoutOf(paid(), option)).toEqual({
    email: 'ada@example.org',
    shippingAddress: {
      firstName: 'Ada Maria',
      lastName: 'Rossi',
      line1: 'Via Po 12',
      city: 'Torino',
      region: 'TO',
      postalCode: '10123',
      country: 'IT',
      phone: '+39 011 1',
    },
    shippingOption: 'standard',
    paymentMethod: 'stripe',
    expectedTotal: sum,
    expectedToPay: sum,
  })
})

test('a name of one word, or an address without its street, is no checkout', () => {
  expect(partsOfName(' Cher ')).toBeUndefined()
  const address = { city: 'Torino', postal_code: '10123', country: 'IT' }
  expect(checkoutOf(paid({ shippingAddress: { name: 'Ada Rossi', address } }), option)).toBeUndefined()
  expect(checkoutOf(paid({ billingDetails: { name: 'Ada Rossi', email: '' } }), option)).toBeUndefined()
})

function answering(...answers: (() => Promise<Response>)[]) {
  const fetching = vi.spyOn(globalThis, 'fetch')
  fetching.mockReset()
  for (const answer of answers) fetching.mockImplementationOnce(answer)
  return fetching
}
const lost = async () => Promise.reject(new Error('offline'))
const keyOf = ([, init]: Parameters<typeof fetch>): string | null =>
  new Headers(init?.headers).get('idempotency-key')

test('an answer that was lost is asked for once more under the same key', async () => {
  const input = checkoutOf(paid(), option)
  if (!input) throw new Error('no checkout')
  const fetching = answering(lost, async () => Response.json({ order: { number: 'M-1' } }))
  expect(await placeByWallet(input)).toMatchObject({ placed: { order: { number: 'M-1' } } })
  const [first, second] = fetching.mock.calls.map(keyOf)
  expect(first).toBeTruthy()
  expect(second).toBe(first)
})

test('offline twice it says so, and the next try is still the same order', async () => {
  const input = checkoutOf(paid({ billingDetails: { name: 'Ada', email: 'b@example.org' } }), option)
  if (!input) throw new Error('no checkout')
  const fetching = answering(lost, lost, async () =>
    Response.json({ code: 'price.changed' }, { status: 409 }),
  )
  expect(await placeByWallet(input)).toEqual({ refusal: { code: 'offline' } })
  expect(await placeByWallet(input)).toEqual({ refusal: { code: 'price.changed' } })
  expect(new Set(fetching.mock.calls.map(keyOf)).size).toBe(1)
})

test('pairs come back into the bag only when the order could be given up', async () => {
  const refused = answering(async () => Response.json({ code: 'order.not-payable' }, { status: 409 }))
  expect(await giveUp('M-1')).toBe(false)
  expect(refused).toHaveBeenCalledTimes(1)
  const given = answering(
    async () => Response.json({ order: {} }),
    async () => Response.json({ cart: {} }),
  )
  expect(await giveUp('M-1')).toBe(true)
  expect(given.mock.calls.map(([path]) => path)).toEqual([
    '/api/store/orders/M-1/give-up',
    '/api/store/orders/M-1/again',
  ])
})
