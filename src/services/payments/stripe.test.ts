import { afterAll, afterEach, expect, test, vi } from 'vitest'
import type { PaymentSettings } from './provider'
import { cards } from './testing/stripe-books'
import { signed } from './testing/stripe-double'
import { providerContract } from './testing/provider-contract'

/** The client reads its environment when it is first imported. */
const double = await vi.hoisted(async () => (await import('../../start/testing/stripe')).giveStripe())
const { stripe } = await import('./stripe')

afterEach(() => double.setFaults([]))
afterAll(() => double.stop())

const quietly = (work: () => unknown) => {
  try {
    work()
  } catch {
    // A declined card is an error to the browser.
  }
}
const headersOf = (signature: string) => new Headers({ 'stripe-signature': signature })
const eventsOf = (reference: string) =>
  double.books.events.filter(({ data }) => {
    const object = data.object as { id?: string; payment_intent?: string }
    return object.id === reference || object.payment_intent === reference
  })

providerContract(async () => ({
  provider: stripe,
  pay: (reference) => double.books.confirm(reference, cards.good),
  decline: (reference) => quietly(() => double.books.confirm(reference, cards.declined)),
  process: (reference) => double.books.confirm(reference, cards.slowBank),
  setDown: (isDown) => double.setFaults(isDown ? [{ how: 'gone', call: '' }] : []),
  messages: (reference) =>
    eventsOf(reference).map((event) => {
      const { body, signature } = signed(event)
      return { body, headers: headersOf(signature) }
    }),
}))

const settings: PaymentSettings = {
  ...{ manual: true, cashOnDelivery: true, cardMinutes: 30, bankTransferDays: 7 },
  captureLater: false,
}
test('pairs are held for the minutes that the shop says', () => {
  expect(stripe.holdMs(settings)).toBe(1_800_000)
  expect(stripe.holdMs({ ...settings, cardMinutes: 45 })).toBe(2_700_000)
})

let count = 0
const asked = (amount = 9_900) => {
  count += 1
  return {
    ...{ orderId: `order-${count}`, orderNumber: `M-${count}`, idempotencyKey: `order-${count}:1` },
    amount: { amount, currency: 'EUR' as const },
  }
}

test('Stripe is told the order and its number, and nothing about a person', async () => {
  const { reference } = await stripe.authorise(asked(), settings)
  expect(double.books.find(reference).metadata).toEqual({
    orderId: `order-${count}`,
    orderNumber: `M-${count}`,
  })
})

test.each(['garbage', 'nonsense', 'error'] as const)('an answer that is %s ends the try', async (how) => {
  double.setFaults([{ how, call: 'POST /v1/payment_intents' }])
  await expect(stripe.authorise(asked(), settings)).rejects.toThrow('payment.provider-fault')
})

test('an answer that was lost on its way is asked for again under the same key', async () => {
  const before = double.books.intents.size
  double.setFaults([{ how: 'gone', call: 'POST /v1/payment_intents', isDone: true, times: 1 }])
  await stripe.authorise(asked(), settings)
  expect(double.books.intents.size).toBe(before + 1)
})

test('a provider that never answers is given up after seconds', { timeout: 20_000 }, async () => {
  double.setFaults([{ how: 'silent', call: 'GET /v1/payment_intents' }])
  const began = performance.now()
  await expect(stripe.read('pi_unknown')).rejects.toThrow('payment.unavailable')
  expect(performance.now() - began).toBeLessThan(13_000)
})

test('the same key with another amount ends the try', async () => {
  const first = asked()
  await stripe.authorise(first, settings)
  const other = { ...first, amount: { amount: 100, currency: 'EUR' as const } }
  await expect(stripe.authorise(other, settings)).rejects.toThrow('payment.provider-fault')
})

test('a dispute is read with its payment', async () => {
  const { reference } = await stripe.authorise(asked(), settings)
  double.books.confirm(reference, cards.good)
  double.books.dispute(reference, 'needs_response')
  expect((await stripe.read(reference))?.dispute).toBe('open')
  double.books.dispute(reference, 'lost')
  expect((await stripe.read(reference))?.dispute).toBe('lost')
})

test('a message six minutes old is refused, one of four minutes is not', async () => {
  const { reference } = await stripe.authorise(asked(), settings)
  double.books.confirm(reference, cards.good)
  const [event] = eventsOf(reference)
  if (!event) throw new Error('nothing was told')
  const sent = (minutes: number) => signed(event, { at: Math.floor(Date.now() / 1000) - minutes * 60 })
  const old = sent(6)
  expect(() => stripe.verifyEvent(old.body, headersOf(old.signature))).toThrow('webhook.bad-signature')
  const late = sent(4)
  expect(stripe.verifyEvent(late.body, headersOf(late.signature))?.reference).toBe(reference)
})

test('a message signed with another secret is refused, whatever it says', async () => {
  const event = {
    id: 'evt_1',
    object: 'event' as const,
    type: 'payment_intent.succeeded',
    created: 1,
    data: { object: {} },
  }
  const { body, signature } = signed(event, { secret: 'whsec_of_somebody_else' })
  expect(() => stripe.verifyEvent(body, headersOf(signature))).toThrow('webhook.bad-signature')
})

test('events of no interest are passed over', () => {
  const event = {
    id: 'evt_2',
    object: 'event' as const,
    type: 'customer.created',
    created: 1,
    data: { object: {} },
  }
  const { body, signature } = signed(event)
  expect(stripe.verifyEvent(body, headersOf(signature))).toBeUndefined()
})
