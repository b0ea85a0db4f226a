import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from '@payloadcms/db-postgres'
import { afterAll, expect, test, vi } from 'vitest'
import { cards, type StripeEvent } from '../services/payments/testing/stripe-books'
import { signed } from '../services/payments/testing/stripe-double'
import { chance, picker } from './fuzz/bad-values'
import { noteFigures } from './scoreboard/note-figure'

const double = await vi.hoisted(async () => (await import('../start/testing/stripe')).giveStripe())
const { env } = await import('#env')
const { addLine, createCart } = await import('#services/cart')
const { expireReservations } = await import('#services/expire-reservations')
const { ledgerProblems } = await import('#services/ledger-problems')
const { payOrder } = await import('#services/pay-order')
const { placeOrder } = await import('#services/place-order')
const { reconcilePayments } = await import('#services/reconcile-payments')
const { handlePaymentEvents } = await import('#services/record-payment-event')
const { settleDues } = await import('#services/settle-dues')
const { checkoutOf, makeProduct } = await import('#services/testing/shop-rows')
const { rowsOf } = await import('#services/transaction')
const { quiet } = await import('../start/testing/http')
const { getTestRequest } = await import('../start/testing/payload')
const { callStore, storeRoutes } = await import('../start/testing/store')

/** The whole is 300 orders; `npm test` runs a tenth from the same seed. */
const orders = env.MOLINI_PROOF === 'tenth' ? 30 : 300
const random = chance(20_261_127)
const pick = picker(random)
/** Every event comes this often, and one in ten never. */
const copies = 5
const lost = 0.1
const spoilt = 0.15
const latest = 1_500

afterAll(() => double.stop())

const tally = { sent: 0, refused: 0, lost: 0 }
const sending: Promise<void>[] = []

async function send(event: StripeEvent, how: 'good' | 'forged' | 'old'): Promise<void> {
  await sleep(random() * latest)
  const { body, signature } = signed(event, {
    ...(how === 'forged' && { secret: 'whsec_of_somebody_else' }),
    ...(how === 'old' && { at: Math.floor(Date.now() / 1000) - 360 }),
  })
  const hook = (await storeRoutes()).find(({ pattern }) => pattern === 'payments/[provider]/webhook')
  if (!hook) throw new Error('There is no webhook')
  const { status } = await callStore(hook, {
    ...{ method: 'POST', params: { provider: 'stripe' }, raw: body, origin: null },
    headers: { 'Stripe-Signature': signature },
  })
  tally.sent += 1
  if (how === 'good') return expect(status).toBe(200)
  tally.refused += 1
  expect(status, how).toBe(400)
}

let seen = 0
/** Sends what has been told since the last call: five times each, in any order, some of it spoilt, a tenth never. */
function tell(): void {
  for (const event of double.books.events.slice(seen)) {
    if (random() < lost) tally.lost += 1
    else
      for (let copy = 0; copy < copies; copy += 1)
        sending.push(send(event, random() < spoilt ? pick(['forged', 'old'] as const) : 'good'))
  }
  seen = double.books.events.length
}

const declined = (id: string) => expect(() => double.books.confirm(id, cards.declined)).toThrow('declined')

/** What shoppers, banks and the people at Stripe do, and what Stripe must have in the end. */
const stories: Record<string, (id: string, again: () => Promise<unknown>) => Promise<void> | void> = {
  paid: (id) => void double.books.confirm(id, cards.good),
  'declined, then paid': async (id, again) => {
    declined(id)
    tell()
    await again()
    double.books.confirm(id, cards.good)
  },
  '3-D Secure': (id) => {
    double.books.confirm(id, cards.secured)
    double.books.answer(id, true)
  },
  'a bank of days': (id) => {
    double.books.confirm(id, cards.slowBank)
    tell()
    double.books.answer(id, true)
  },
  'paid and partly refunded at Stripe': (id) => {
    double.books.confirm(id, cards.good)
    tell()
    double.books.refund(id, 1_000)
  },
  'paid and disputed': (id) => {
    double.books.confirm(id, cards.good)
    double.books.dispute(id, 'needs_response')
  },
  'declined for good': (id) => declined(id),
}

async function buy(variantId: string): Promise<{ id: string; reference: string }> {
  const req = await getTestRequest()
  const { token } = await createCart(req, {})
  await addLine(req, token, { variantId, quantity: 1 })
  const { order } = await placeOrder(req, {
    ...{ token, key: randomUUID(), input: checkoutOf({ paymentMethod: 'stripe' }) },
  })
  const intent = [...double.books.intents.values()].find(({ metadata }) => metadata.orderId === order.id)
  return { id: order.id, reference: intent?.id ?? '' }
}

test(`${orders} orders by card, their events five times each, shuffled, late, a tenth lost, some forged or old`, async (context) => {
  await quiet()
  const req = await getTestRequest()
  const { variants } = await makeProduct(req, { stock: [orders] })
  const placed: { id: string; reference: string; story: string }[] = []
  for (let count = 0; count < orders; count += 1) {
    const one = await buy(variants[0]?.id ?? '')
    const story = pick(Object.keys(stories))
    placed.push({ ...one, story })
    await stories[story]?.(one.reference, async () => payOrder(await getTestRequest(), one.id))
    tell()
  }
  await Promise.all(sending)

  await rowsOf(req, sql`DELETE FROM shop_marks WHERE name LIKE 'reconcile:%'`)
  await reconcilePayments(await getTestRequest(), { seconds: 0 })
  while ((await handlePaymentEvents(await getTestRequest())) > 0);
  await rowsOf(
    req,
    sql`UPDATE orders SET expires_at = now() - interval '1 second' WHERE expires_at IS NOT NULL`,
  )
  await expireReservations(await getTestRequest())
  await settleDues(await getTestRequest())

  const rows = await rowsOf<{
    id: string
    captured: number
    refunded: number
    status: string
    dispute: string | null
  }>(
    req,
    sql`SELECT id, captured::float8 AS captured, refunded::float8 AS refunded, payment_status AS status, dispute FROM orders`,
  )
  const known = new Map(rows.map((row) => [row.id, row]))
  expect(rows).toHaveLength(orders)
  const wrong = placed.filter(({ id, reference }) => {
    const { amount_received: captured, latest_charge: charge } = double.books.find(reference)
    const row = known.get(id)
    return row?.captured !== captured || row.refunded !== (charge?.amount_refunded ?? 0)
  })
  noteFigures(context, { wrongOrders: wrong.length })
  for (const { id, reference, story } of placed) {
    const intent = double.books.find(reference)
    const row = known.get(id)
    const isPaid = story !== 'declined for good'
    expect({ story, captured: row?.captured, dispute: row?.dispute ?? null }).toEqual({
      story,
      captured: intent.amount_received,
      dispute: story === 'paid and disputed' ? 'open' : null,
    })
    expect(row?.refunded).toBe(intent.latest_charge?.amount_refunded ?? 0)
    if (isPaid) expect(row?.captured).toBeGreaterThan(0)
    else expect(row?.status).toBe('expired')
  }
  const owners = [...double.books.intents.values()].map(({ metadata }) => metadata.orderId)
  expect(new Set(owners).size, 'one payment at Stripe for each order').toBe(owners.length)
  expect(await ledgerProblems(req)).toEqual([])
  expect(tally.lost).toBeGreaterThan(0)
  expect(tally.refused).toBeGreaterThan(0)
  console.log(
    `${orders} orders, ${seen} events, ${tally.sent} messages, ${tally.refused} refused, ${tally.lost} events lost`,
  )
})
