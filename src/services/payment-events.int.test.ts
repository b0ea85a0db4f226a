import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from '@payloadcms/db-postgres'
import fc from 'fast-check'
import { afterEach, beforeAll, expect, test } from 'vitest'
import { getTestPayload, getTestRequest } from '../start/testing/payload'
import { addLine, createCart, setCode } from './cart'
import { addGiftCard } from './cart-credits'
import { expireReservations } from './expire-reservations'
import { cancelOrder } from './cancel-order'
import { captureOrder } from './capture-order'
import { editOrder } from './edit-order'
import { issueCard } from './gift-card'
import { ledgerProblems } from './ledger-problems'
import { orderById } from './order-view'
import { payOrder } from './pay-order'
import type { PaymentState } from './payments/provider'
import { memoryProvider } from './payments/testing/memory-provider'
import { addProvider } from './payments/providers'
import { placeOrder } from './place-order'
import { reconcilePayments } from './reconcile-payments'
import { handlePaymentEvents, recordPaymentEvent, recordPaymentState } from './record-payment-event'
import { settleDues } from './settle-dues'
import { atOnce } from './testing/at-once'
import { makePromotion } from './testing/promotion-rows'
import { checkoutOf, makeProduct } from './testing/shop-rows'
import { rowsOf } from './transaction'

const card = memoryProvider('card')

beforeAll(() => addProvider(card.provider))
afterEach(async () => {
  card.setDown(false)
  expect(await ledgerProblems(await getTestRequest())).toEqual([])
})

async function carted({ stock = 3, pairs = 1, code = '', card: onCard = 0 } = {}) {
  const req = await getTestRequest()
  const { variants } = await makeProduct(req, { stock: [stock] })
  const variantId = variants[0]?.id ?? ''
  const { token } = await createCart(req, {})
  await addLine(req, token, { variantId, quantity: pairs })
  if (code) await setCode(req, token, code)
  if (onCard > 0) {
    const gift = await issueCard(req, { amount: onCard, currency: 'EUR', locale: 'en' })
    await addGiftCard(req, token, gift.code ?? '')
  }
  return { req, token, variantId }
}

async function referenceOf(orderId: string) {
  const [row] = await rowsOf<{ reference: string | null }>(
    await getTestRequest(),
    sql`SELECT reference FROM payments WHERE order_id = ${orderId} ORDER BY attempt DESC LIMIT 1`,
  )
  return row?.reference ?? undefined
}

async function bought(options?: Parameters<typeof carted>[0]) {
  const { req, token, variantId } = await carted(options)
  const answer = await placeOrder(req, {
    token,
    key: randomUUID(),
    input: checkoutOf({ paymentMethod: 'card' }),
  })
  const { order } = answer
  const total = order.totals.total.amount
  const reference = (await referenceOf(order.id)) ?? ''
  /** What the provider says, whatever it has said before. */
  const says = (changes: Partial<PaymentState>): PaymentState => ({
    ...{ reference, orderId: order.id, status: 'captured', amount: order.totals.total },
    ...{ captured: total, refunded: 0 },
    ...changes,
  })
  const paid = says({})
  const now = async () => {
    const found = await orderById(await getTestRequest(), order.id)
    return { payment: found?.paymentStatus, fulfilment: found?.fulfilmentStatus }
  }
  const asked = () => card.asked.filter(({ payment }) => payment.orderId === order.id).map(({ verb }) => verb)
  const expire = async () => {
    await rowsOf(req, sql`UPDATE orders SET expires_at = now() - interval '1 second' WHERE id = ${order.id}`)
    return expireReservations(await getTestRequest())
  }
  const send = async (one: PaymentState) => recordPaymentState(await getTestRequest(), 'card', one)
  /** The shopper pays; the provider's message has not come yet. */
  const pay = () => card.pay(reference)
  return { req, order, answer, reference, says, paid, now, asked, expire, send, pay, variantId, total }
}

test('the order stands before the provider is asked, under the order and its try as key', async () => {
  const { order, answer, asked, reference } = await bought()
  const clientSecret = `secret of ${reference}`
  expect(answer.payment).toEqual({ method: 'card', status: 'pending', clientSecret })
  expect(asked()).toEqual(['authorise'])
  expect(card.asked.at(-1)?.payment).toMatchObject({
    idempotencyKey: `${order.id}:1`,
    orderNumber: order.number,
    amount: order.totals.total,
  })
})

test('a provider that is down leaves the order, and the same key goes on with it', async () => {
  const { req, token } = await carted()
  const call = { token, key: randomUUID(), input: checkoutOf({ paymentMethod: 'card' }) }
  card.setDown(true)
  const unanswered = await placeOrder(req, call)
  expect(unanswered.payment).toEqual({ method: 'card', status: 'pending' })
  card.setDown(false)
  const first = await placeOrder(req, call)
  expect(first.order.number).toBe(unanswered.order.number)
  expect(first.payment.clientSecret).toMatch(/^secret of /)
  expect(await placeOrder(req, call)).toEqual(first)
  const [count] = await rowsOf(
    req,
    sql`SELECT count(*)::int AS orders FROM orders WHERE id = ${first.order.id}`,
  )
  expect(count).toEqual({ orders: 1 })
})

test('each event counts once, even many times at once', async () => {
  const payload = await getTestPayload()
  const { pay, now } = await bought()
  pay()
  const [notice] = card.notices.slice(-1)
  if (!notice) throw new Error('nothing was told')
  const { done, broken } = await atOnce(payload, 20, (req) => recordPaymentEvent(req, 'card', notice))
  expect(broken).toEqual([])
  expect(done.filter((answer) => answer === 'recorded')).toHaveLength(1)
  expect(await now()).toEqual({ payment: 'paid', fulfilment: 'unfulfilled' })
})

test('doubled and shuffled states always end in the same order', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.shuffledSubarray([0, 1, 2, 3, 4, 5, 6, 7, 8, 9], { minLength: 10 }),
      async (order) => {
        const { says, send, now, total, req, order: placed } = await bought()
        const states = [
          says({ status: 'authorised', captured: 0 }),
          says({ status: 'failed', captured: 0 }),
          says({}),
          says({ refunded: 100 }),
          says({ refunded: total }),
        ]
        for (const index of order) {
          const one = states[index % 5]
          if (one) await send(one)
        }
        expect(await now()).toEqual({ payment: 'refunded', fulfilment: 'unfulfilled' })
        const [sums] = await rowsOf(
          req,
          sql`SELECT captured::float8 AS captured, refunded::float8 AS refunded FROM orders WHERE id = ${placed.id}`,
        )
        expect(sums).toEqual({ captured: total, refunded: total })
      },
    ),
    { numRuns: 15 },
  )
})

test('a failed try leaves the order open for another card on the same payment', async () => {
  const { says, paid, send, now, req, order, reference } = await bought()
  card.decline(reference)
  await send(says({ status: 'failed', captured: 0 }))
  expect(await now()).toEqual({ payment: 'failed', fulfilment: 'unfulfilled' })
  const again = await payOrder(req, order.id)
  expect(again.payment.clientSecret).toBe(`secret of ${reference}`)
  expect(again.order.paymentStatus).toBe('pending')
  await send(paid)
  await send(says({ status: 'failed', captured: 0 }))
  expect(await now()).toEqual({ payment: 'paid', fulfilment: 'unfulfilled' })
  await expect(payOrder(req, order.id)).rejects.toThrow('order.not-payable')
})

test.each([1, 2, 3, 4, 5, 6])(
  'only a payment that has ended at the provider is followed by another: %i',
  async () => {
    const { asked, req, order, reference, now } = await bought()
    await card.provider.cancel({
      ...{ orderId: order.id, orderNumber: order.number, amount: order.totals.total },
      ...{ reference, idempotencyKey: randomUUID() },
    })
    const payload = await getTestPayload()
    const { done, broken } = await atOnce(payload, 10, async (own, index) => {
      await sleep(index * 2)
      return payOrder(own, order.id)
    })
    expect(broken).toEqual([])
    expect(new Set(done.map(({ payment }) => payment.clientSecret)).size).toBe(1)
    expect(asked()).toEqual(['authorise', 'cancel', 'authorise'])
    const next = await referenceOf(order.id)
    expect(next).not.toBe(reference)
    card.pay(next ?? '')
    await rowsOf(req, sql`DELETE FROM shop_marks WHERE name LIKE 'reconcile:%'`)
    await reconcilePayments(req, { seconds: 0 })
    while ((await handlePaymentEvents(req)) > 0);
    expect((await now()).payment).toBe('paid')
  },
)

test('who leaves after a failed payment is written to once; who pays, or has the order called off, is not', async () => {
  const mailsOf = async (number: string) =>
    rowsOf<{ minutes: number }>(
      await getTestRequest(),
      sql`SELECT round(extract(epoch FROM next_attempt_at - created_at) / 60)::float8 AS minutes FROM emails
        WHERE template = 'payment-failed' AND entity = ${number}`,
    )
  const failed = { status: 'failed', captured: 0 } as const
  const gone = await bought()
  await gone.send(gone.says(failed))
  await gone.send(gone.says(failed))
  expect(await mailsOf(gone.order.number)).toEqual([{ minutes: 10 }])
  const paid = await bought()
  await paid.send(paid.says(failed))
  await paid.send(paid.paid)
  expect(await mailsOf(paid.order.number)).toEqual([])
  const waiting = await bought()
  await waiting.send(waiting.says(failed))
  await waiting.send(waiting.says({ status: 'processing', captured: 0 }))
  expect(await mailsOf(waiting.order.number)).toEqual([])
  const cancelled = await bought()
  await cancelled.send(cancelled.says(failed))
  await cancelOrder(cancelled.req, { orderId: cancelled.order.id, reason: 'changed their mind' })
  expect(await mailsOf(cancelled.order.number)).toEqual([])
  const late = await bought()
  await late.send(late.says(failed))
  await late.expire()
  expect(await mailsOf(late.order.number)).toEqual([])
})

test('who has paid already is not asked to pay again, though no message has come', async () => {
  const { pay, req, order, now } = await bought()
  pay()
  const { payment, order: after } = await payOrder(req, order.id)
  expect(payment).toEqual({ method: 'card', status: 'captured' })
  expect(after.paymentStatus).toBe('paid')
  expect(await now()).toEqual({ payment: 'paid', fulfilment: 'unfulfilled' })
})

test('while a bank takes its days the order waits, and ends only when the bank has refused', async () => {
  const { says, send, now, req, order, expire } = await bought({ stock: 1 })
  await send(says({ status: 'processing', captured: 0 }))
  const [held] = await rowsOf(req, sql`SELECT expires_at FROM orders WHERE id = ${order.id}`)
  expect(held).toEqual({ expires_at: null })
  expect(await now()).toEqual({ payment: 'pending', fulfilment: 'unfulfilled' })
  await send(says({ status: 'failed', captured: 0 }))
  expect(await now()).toEqual({ payment: 'failed', fulfilment: 'unfulfilled' })
  expect(await expire()).toBe(1)
  expect(await now()).toEqual({ payment: 'expired', fulfilment: 'cancelled' })
})

test('a state that fits no payment changes nothing and says why', async () => {
  const { says, send, now, req, total } = await bought()
  expect(await send(says({ amount: { amount: total, currency: 'GBP' } }))).toBe('the order is in EUR')
  expect(await send(says({ captured: total + 1 }))).toMatch(/^more than/)
  expect(await send(says({ reference: 'another', orderId: randomUUID() }))).toBe('no such payment')
  expect(await send(says({ reference: 'another', orderId: 'nonsense' }))).toBe('no such payment')
  expect(await recordPaymentState(req, 'another', says({}))).toBe('no such payment')
  expect(await now()).toEqual({ payment: 'pending', fulfilment: 'unfulfilled' })
})

test('an event of a payment that nobody knows is kept with its fault', async () => {
  const req = await getTestRequest()
  const notice = { id: randomUUID(), type: 'captured', reference: 'unknown', at: new Date() }
  await recordPaymentEvent(req, 'card', notice)
  const [kept] = await rowsOf<{ error: string }>(
    req,
    sql`SELECT error, handled_at IS NOT NULL AS done FROM payment_events WHERE event_id = ${notice.id}`,
  )
  expect(kept).toEqual({ error: 'the provider does not know it', done: true })
})

test('an event that comes while the provider is down is stored, and done later', async () => {
  const { pay, req, now } = await bought()
  pay()
  const [notice] = card.notices.slice(-1)
  if (!notice) throw new Error('nothing was told')
  card.setDown(true)
  expect(await recordPaymentEvent(req, 'card', notice)).toBe('recorded')
  expect((await now()).payment).toBe('pending')
  card.setDown(false)
  await rowsOf(req, sql`UPDATE payment_events SET next_try_at = now() WHERE event_id = ${notice.id}`)
  while ((await handlePaymentEvents(req)) > 0);
  expect((await now()).payment).toBe('paid')
})

test('what no event has told is found by looking', async () => {
  const { pay, req, now } = await bought()
  pay()
  card.notices.pop()
  await rowsOf(req, sql`DELETE FROM shop_marks WHERE name LIKE 'reconcile:%'`)
  await rowsOf(req, sql`UPDATE payments SET updated_at = now() - interval '1 second'`)
  await reconcilePayments(req, { seconds: 0 })
  expect((await now()).payment).toBe('paid')
})

test('one process at a time looks, and no more than once a minute', async () => {
  const payload = await getTestPayload()
  const { req: own, order } = await bought()
  await rowsOf(own, sql`DELETE FROM shop_marks WHERE name LIKE 'reconcile:%'`)
  await rowsOf(
    own,
    sql`UPDATE payments SET updated_at = now() - interval '1 hour' WHERE order_id = ${order.id}`,
  )
  const { done, broken } = await atOnce(payload, 5, (req) => reconcilePayments(req, { seconds: 0 }))
  expect(broken).toEqual([])
  expect(done.filter((looks) => looks > 0)).toHaveLength(1)
  expect(await reconcilePayments(await getTestRequest(), { seconds: 0 })).toBe(0)
})

test('a payment that cannot be asked after holds back no other, and does not come first the next time', async () => {
  const [stuck, fine] = [await bought(), await bought()]
  const { req } = fine
  fine.pay()
  card.notices.pop()
  const ages = async (stuckFor: string) => {
    await rowsOf(req, sql`DELETE FROM shop_marks WHERE name LIKE 'reconcile:%'`)
    await rowsOf(req, sql`UPDATE payments SET updated_at = now()`)
    await rowsOf(
      req,
      sql`UPDATE payments SET updated_at = now() - CASE order_id WHEN ${stuck.order.id} THEN ${stuckFor}::interval ELSE '1 hour' END
        WHERE order_id IN (${stuck.order.id}, ${fine.order.id})`,
    )
  }
  const { read } = card.provider
  card.provider.read = async (reference) => {
    if (reference === stuck.reference) throw new Error('an answer that nobody understands')
    return read(reference)
  }
  await ages('2 hours')
  await expect(reconcilePayments(req, { seconds: 60 })).rejects.toThrow('an answer that nobody understands')
  card.provider.read = read
  expect((await fine.now()).payment).toBe('paid')
  const [row] = await rowsOf(
    req,
    sql`SELECT updated_at > now() - interval '1 minute' AS "isLast" FROM payments WHERE order_id = ${stuck.order.id}`,
  )
  expect(row).toEqual({ isLast: true })
})

test('a dispute is shown on its order, from its opening to its end', async () => {
  const { says, send, req, order } = await bought()
  await send(says({ dispute: 'open' }))
  await send(says({ dispute: 'open' }))
  await send(says({ dispute: 'lost' }))
  const [row] = await rowsOf(
    req,
    sql`SELECT dispute, (SELECT array_agg(kind ORDER BY _order) FROM orders_timeline t WHERE t._parent_id = o.id AND kind LIKE 'dispute%') AS told
      FROM orders o WHERE id = ${order.id}`,
  )
  expect(row).toEqual({ dispute: 'lost', told: ['dispute-open', 'dispute-lost'] })
})

test('an unpaid order ends in time, gives its pairs back and lets the hold go', async () => {
  const { expire, now, asked, req, variantId } = await bought({ stock: 1 })
  expect(await expire()).toBe(1)
  expect(await now()).toEqual({ payment: 'expired', fulfilment: 'cancelled' })
  expect(asked()).toEqual(['authorise', 'cancel'])
  const [level] = await rowsOf(
    req,
    sql`SELECT reserved::float8 AS reserved FROM stock_levels WHERE variant_id = ${variantId}`,
  )
  expect(level).toEqual({ reserved: 0 })
  expect(await expireReservations(req)).toBe(0)
})

test('an order that cannot be ended keeps no pairs of others, and ends once it can', async () => {
  const [stuck, fine] = [await bought({ stock: 1 }), await bought({ stock: 1 })]
  const { req } = fine
  await rowsOf(req, sql`UPDATE payments SET provider = 'gone' WHERE order_id = ${stuck.order.id}`)
  await rowsOf(
    req,
    sql`UPDATE orders SET expires_at = now() - interval '1 minute' WHERE id IN (${stuck.order.id}, ${fine.order.id})`,
  )
  await expect(expireReservations(req)).rejects.toThrow('provider.not-found')
  expect(await fine.now()).toEqual({ payment: 'expired', fulfilment: 'cancelled' })
  expect(fine.asked()).toEqual(['authorise', 'cancel'])
  expect((await stuck.now()).payment).toBe('pending')
  await rowsOf(req, sql`UPDATE payments SET provider = 'card' WHERE order_id = ${stuck.order.id}`)
  expect(await expireReservations(req)).toBe(1)
  const levels = await rowsOf(
    req,
    sql`SELECT reserved::float8 AS reserved FROM stock_levels WHERE variant_id IN (${stuck.variantId}, ${fine.variantId})`,
  )
  expect(levels).toEqual([{ reserved: 0 }, { reserved: 0 }])
})

test('late money brings an expired order back while its pairs are there', async () => {
  const { expire, paid, send, now } = await bought()
  await expire()
  await send(paid)
  expect(await now()).toEqual({ payment: 'paid', fulfilment: 'unfulfilled' })
})

test('late money for pairs that are gone is sent back and said so', async () => {
  const { expire, paid, send, now, req, asked, variantId, order, pay } = await bought({ stock: 1 })
  card.setDown(true)
  await expire()
  card.setDown(false)
  pay()
  const { token } = await createCart(req, {})
  await addLine(req, token, { variantId, quantity: 1 })
  await placeOrder(req, { token, key: randomUUID(), input: checkoutOf() })
  await send(paid)
  expect(await now()).toEqual({ payment: 'refunded', fulfilment: 'cancelled' })
  expect(asked()).toEqual(['authorise', 'refund', 'cancel'])
  const mails = await rowsOf<{ template: string }>(
    req,
    sql`SELECT template FROM emails WHERE entity LIKE ${`${order.number}%`} ORDER BY created_at`,
  )
  expect(mails.map((mail) => mail.template)).toEqual(['order-placed', 'order-expired', 'order-refunded'])
})

test('who pays in the very moment of expiry has bought, when the pairs are still there', async () => {
  const { expire, pay, now } = await bought({ stock: 1 })
  pay()
  await expire()
  expect(await now()).toEqual({ payment: 'paid', fulfilment: 'unfulfilled' })
})

test('a hold that comes late takes its promotion again', async () => {
  const { id, code } = await makePromotion(await getTestRequest())
  const { send, says, now, expire, req } = await bought({ code })
  const uses = async () => {
    const [row] = await rowsOf<{ uses: number }>(
      req,
      sql`SELECT sum(uses)::float8 AS uses FROM redemptions WHERE promotion_id = ${id}`,
    )
    return row?.uses
  }
  await expire()
  expect(await uses()).toBe(0)
  await send(says({ status: 'authorised', captured: 0 }))
  expect((await now()).payment).toBe('authorised')
  expect(await uses()).toBe(1)
})

test('a hold that comes late takes its pairs again, or is let go and said so', async () => {
  const { expire, says, send, now } = await bought({ stock: 1 })
  await expire()
  await send(says({ status: 'authorised', captured: 0 }))
  expect(await now()).toEqual({ payment: 'authorised', fulfilment: 'unfulfilled' })

  const gone = await bought({ stock: 1 })
  await gone.expire()
  const { token } = await createCart(gone.req, {})
  await addLine(gone.req, token, { variantId: gone.variantId, quantity: 1 })
  await placeOrder(gone.req, { token, key: randomUUID(), input: checkoutOf() })
  await gone.send(gone.says({ status: 'authorised', captured: 0 }))
  expect(await gone.now()).toEqual({ payment: 'expired', fulfilment: 'cancelled' })
  const mails = await rowsOf(
    gone.req,
    sql`SELECT 1 FROM emails WHERE entity = ${gone.order.number} AND template = 'payment-released'`,
  )
  expect(mails).toHaveLength(1)
})

test('a refund that a provider could not make is made later, once', async () => {
  const { paid, pay, says, send, now, req, asked, order, total } = await bought()
  pay()
  await send(paid)
  card.setDown(true)
  const cancelled = await cancelOrder(req, { orderId: order.id, reason: 'sold elsewhere' })
  expect(cancelled).toMatchObject({ paymentStatus: 'paid', fulfilmentStatus: 'cancelled' })
  const [owed] = await rowsOf(
    req,
    sql`SELECT status, amount::float8 AS amount, attempts::float8 AS attempts, error FROM refunds WHERE order_id = ${order.id}`,
  )
  expect(owed).toEqual({ status: 'owed', amount: total, attempts: 1, error: 'payment.unavailable' })
  card.setDown(false)
  await rowsOf(
    req,
    sql`UPDATE refunds SET next_attempt_at = now() + interval '1 day' WHERE order_id <> ${order.id} AND status = 'owed'`,
  )
  expect(await settleDues(req), 'not before its time').toBe(0)
  await rowsOf(
    req,
    sql`UPDATE refunds SET next_attempt_at = now() - interval '1 second' WHERE order_id = ${order.id}`,
  )
  expect(await settleDues(req)).toBe(1)
  expect(await settleDues(req)).toBe(0)
  expect(await now()).toEqual({ payment: 'refunded', fulfilment: 'cancelled' })
  expect(asked()).toEqual(['authorise', 'refund'])
  await send(says({ refunded: total }))
  expect(await now()).toEqual({ payment: 'refunded', fulfilment: 'cancelled' })
})

test('a payment that was refunded at the provider by hand is not refunded again', async () => {
  const { paid, pay, send, now, req, asked, order, reference, total } = await bought()
  pay()
  await send(paid)
  await card.provider.refund({
    ...{ orderId: order.id, orderNumber: order.number, reference, idempotencyKey: randomUUID() },
    amount: { amount: total, currency: 'EUR' },
  })
  await cancelOrder(req, { orderId: order.id, reason: 'sold elsewhere' })
  expect(await now()).toEqual({ payment: 'refunded', fulfilment: 'cancelled' })
  expect(asked()).toEqual(['authorise', 'refund', 'refund'])
  expect((await card.provider.read(reference))?.refunded).toBe(total)
})

test('one payment that cannot be settled does not hold back the others', async () => {
  const [stuck, fine] = [await bought(), await bought()]
  for (const one of [stuck, fine])
    await rowsOf(
      one.req,
      sql`UPDATE payments SET data = '{"cancelDue":true}' WHERE order_id = ${one.order.id}`,
    )
  await rowsOf(stuck.req, sql`UPDATE payments SET provider = 'gone' WHERE order_id = ${stuck.order.id}`)
  await expect(settleDues(stuck.req)).rejects.toThrow('provider.not-found')
  expect(fine.asked()).toEqual(['authorise', 'cancel'])
  await rowsOf(
    stuck.req,
    sql`UPDATE payments SET provider = 'card', data = NULL WHERE order_id = ${stuck.order.id}`,
  )
})

test('a refund that cannot be booked holds back neither another one nor what has to be let go', async () => {
  const [stuck, fine, open] = [await bought(), await bought(), await bought()]
  const { req } = fine
  for (const one of [stuck, fine]) {
    one.pay()
    await one.send(one.paid)
  }
  card.setDown(true)
  for (const { order } of [stuck, fine])
    await cancelOrder(req, { orderId: order.id, reason: 'sold elsewhere' })
  card.setDown(false)
  await rowsOf(req, sql`UPDATE payments SET data = '{"cancelDue":true}' WHERE order_id = ${open.order.id}`)
  await rowsOf(
    req,
    sql`UPDATE refunds SET next_attempt_at = now() - interval '1 second' WHERE order_id IN (${stuck.order.id}, ${fine.order.id})`,
  )
  await rowsOf(
    req,
    sql.raw(`CREATE FUNCTION refunds_fail() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'this refund fails'; END $$;
      CREATE TRIGGER refunds_fail BEFORE UPDATE OF status ON refunds FOR EACH ROW
        WHEN (OLD.order_id = '${stuck.order.id}') EXECUTE FUNCTION refunds_fail()`),
  )
  await expect(settleDues(req)).rejects.toThrow()
  expect((await fine.now()).payment).toBe('refunded')
  expect(open.asked()).toEqual(['authorise', 'cancel'])
  await rowsOf(req, sql.raw('DROP FUNCTION refunds_fail CASCADE'))
  await settleDues(req, stuck.order.id)
  expect((await stuck.now()).payment).toBe('refunded')
  expect(stuck.asked()).toEqual(['authorise', 'refund'])
})

test('money for an order that a person has cancelled goes back', async () => {
  const { paid, pay, send, now, req, order, asked } = await bought()
  card.setDown(true)
  await cancelOrder(req, { orderId: order.id, reason: 'a hoax' })
  card.setDown(false)
  pay()
  await send(paid)
  expect(await now()).toEqual({ payment: 'refunded', fulfilment: 'cancelled' })
  expect(asked()).toEqual(['authorise', 'refund', 'cancel'])
})

test('a payment that an edit called off is not brought to life by its late failure, and never taken', async () => {
  const { says, send, now, req, order, asked } = await bought({ pairs: 2, card: 15_000 })
  const lineId = order.lines[0]?.id ?? ''
  card.setDown(true)
  await editOrder(req, { orderId: order.id, lines: [{ lineId, quantity: 1 }], reason: 'by phone' })
  expect(await now()).toEqual({ payment: 'paid', fulfilment: 'unfulfilled' })
  await send(says({ status: 'failed', captured: 0 }))
  await expect(captureOrder(req, { orderId: order.id })).rejects.toThrow('order.not-payable')
  card.setDown(false)
  await settleDues(req)
  expect(asked().filter((verb) => verb !== 'cancel')).toEqual(['authorise'])
  expect(asked()).toContain('cancel')
})

test('what a card holds is captured at the provider first', async () => {
  const { paid, says, send, now, req, order, asked, reference } = await bought()
  await send(says({ status: 'authorised', captured: 0 }))
  expect((await now()).payment).toBe('authorised')
  card.hold(reference)
  await captureOrder(req, { orderId: order.id })
  expect(asked()).toEqual(['authorise', 'capture'])
  await send(paid)
  expect(await now()).toEqual({ payment: 'paid', fulfilment: 'unfulfilled' })
})

test('expiry against payment: whoever comes first, the order ends whole', async () => {
  const payload = await getTestPayload()
  for (let round = 0; round < 30; round += 1) {
    const { paid, now, req, order } = await bought({ stock: 1 })
    await rowsOf(req, sql`UPDATE orders SET expires_at = now() - interval '1 second' WHERE id = ${order.id}`)
    const { broken } = await atOnce<unknown>(payload, 2, (own, index) =>
      (index + round) % 2 === 0 ? recordPaymentState(own, 'card', paid) : expireReservations(own),
    )
    expect(broken).toEqual([])
    expect(await now()).toEqual({ payment: 'paid', fulfilment: 'unfulfilled' })
  }
})

test('the bank transfer that came too late brings its order back, or the desk is told why not', async () => {
  const { req, token, variantId } = await carted({ stock: 1 })
  const { order } = await placeOrder(req, { token, key: randomUUID(), input: checkoutOf() })
  await rowsOf(req, sql`UPDATE orders SET expires_at = now() - interval '1 second' WHERE id = ${order.id}`)
  await expireReservations(req)
  const other = await createCart(req, {})
  await addLine(req, other.token, { variantId, quantity: 1 })
  const taken = await placeOrder(req, { token: other.token, key: randomUUID(), input: checkoutOf() })
  await expect(captureOrder(req, { orderId: order.id })).rejects.toThrow('order.not-payable')
  await cancelOrder(req, { orderId: taken.order.id, reason: 'returned' })
  expect(await captureOrder(req, { orderId: order.id })).toMatchObject({
    paymentStatus: 'paid',
    fulfilmentStatus: 'unfulfilled',
  })
})
