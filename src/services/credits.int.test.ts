import { randomUUID } from 'node:crypto'
import { sql } from '@payloadcms/db-postgres'
import type { PayloadRequest } from 'payload'
import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { CheckoutInput } from '#domain/views'
import { getTestRequest } from '../start/testing/payload'
import { addLine, createCart } from './cart'
import { addGiftCard, removeGiftCard, payByStoreCredit } from './cart-credits'
import { cancelOrder } from './cancel-order'
import { captureOrder } from './capture-order'
import { editOrder } from './edit-order'
import { expireReservations } from './expire-reservations'
import { expireCards, issueCard, sendCard, voidCard } from './gift-card'
import { ledgerProblems } from './ledger-problems'
import { orderById } from './order-view'
import { addProvider } from './payments/providers'
import { payOrder } from './pay-order'
import { completeReturn, inspectReturn, receiveReturn } from './move-return'
import { placeOrder } from './place-order'
import { returnOrder } from './request-return'
import { recordPaymentState } from './record-payment-event'
import { refundOrder } from './refund-order'
import { settleRefund } from './settle-refund'
import { shipOrder } from './ship-order'
import { grantCredit, storeCreditOf } from './store-credit'
import { atOnce } from './testing/at-once'
import { failsAlone } from './testing/failing-row'
import { makeProvider } from './testing/provider'
import { checkoutOf, makeProduct } from './testing/shop-rows'
import { writeCreditEntries } from './credit-rows'
import { inTransaction, rowsOf } from './transaction'

let req: PayloadRequest
let variant: string
const card = makeProvider('credit-test-card')
/** A pair costs 10,000; with delivery at 1,190 an order of one is 11,190. */
const total = 11_190

beforeAll(async () => {
  req = await getTestRequest()
  const { variants } = await makeProduct(req, { stock: [1000], price: 10_000 })
  variant = variants[0]?.id ?? ''
  return addProvider(card.provider)
})

afterEach(async () => {
  expect(await ledgerProblems(await getTestRequest())).toEqual([])
})

async function newCard(amount: number, more: { expiresAt?: string; currency?: 'EUR' | 'USD' } = {}) {
  const made = await issueCard(await getTestRequest(), { amount, currency: 'EUR', locale: 'en', ...more })
  return { id: made.id, code: made.code ?? '' }
}

async function balanceOf(id: string): Promise<number> {
  const [row] = await rowsOf<{ balance: number }>(
    req,
    sql`SELECT balance::float8 AS balance FROM credits WHERE id = ${id}`,
  )
  return row?.balance ?? -1
}

async function newCart(codes: readonly string[], customerId?: string): Promise<string> {
  const { token } = await createCart(req, { ...(customerId && { customerId }) })
  await addLine(req, token, { variantId: variant, quantity: 1 })
  for (const code of codes) await addGiftCard(req, token, code)
  return token
}

async function place(codes: readonly string[], changes: Partial<CheckoutInput> = {}) {
  const token = await newCart(codes)
  const input = checkoutOf({ shippingOption: 'express', ...changes })
  return placeOrder(await getTestRequest(), { token, key: randomUUID(), input })
}

async function sumsOf(id: string) {
  const [row] = await rowsOf<Record<string, number | string>>(
    req,
    sql`SELECT captured::float8 AS captured, held::float8 AS held, refunded::float8 AS refunded, owed::float8 AS owed,
      payment_status AS payment, fulfilment_status AS fulfilment FROM orders WHERE id = ${id}`,
  )
  return row
}

async function payments(id: string) {
  return rowsOf<{ provider: string; amount: number; captured: number; refunded: number; status: string }>(
    req,
    sql`SELECT provider, amount::float8 AS amount, captured::float8 AS captured, refunded::float8 AS refunded, status
      FROM payments WHERE order_id = ${id} ORDER BY attempt`,
  )
}

const expireNow = async (id: string) => {
  await rowsOf(req, sql`UPDATE orders SET expires_at = now() - interval '1 second' WHERE id = ${id}`)
  return expireReservations(await getTestRequest())
}

describe('a cart', () => {
  test('shows what its cards pay, in the order in which they were given', async () => {
    const [one, two] = [await newCard(3_000), await newCard(90_000)]
    const token = await newCart([one.code])
    const cart = await addGiftCard(req, token, two.code.toLowerCase().replaceAll('-', ' '))
    expect(cart.credits.map(({ amount, last4 }) => [amount.amount, last4])).toEqual([
      [3_000, one.code.slice(-4)],
      [7_000, two.code.slice(-4)],
    ])
    expect(cart.toPay.amount).toBe(0)
    const less = await removeGiftCard(req, token, two.id)
    expect(less.toPay.amount).toBe(7_000)
    expect((await removeGiftCard(req, token, one.id)).credits).toEqual([])
  })

  test.each([
    ['unknown', async () => '2222-2222-2222-2222-2222'],
    ['unknown', async () => 'WELCOME'],
    ['currency', async () => (await newCard(100, { currency: 'USD' })).code],
    [
      'void',
      async () => {
        const made = await newCard(100)
        await voidCard(req, { creditId: made.id, reason: 'lost' })
        return made.code
      },
    ],
    [
      'expired',
      async () => {
        const made = await newCard(100, { expiresAt: new Date(Date.now() + 60_000).toISOString() })
        await rowsOf(req, sql`UPDATE credits SET expires_at = now() WHERE id = ${made.id}`)
        return made.code
      },
    ],
  ])('says why a card does not pay: %s', async (reason, makeCode) => {
    const token = await newCart([])
    await expect(addGiftCard(req, token, await makeCode())).rejects.toMatchObject({
      code: 'gift-card.not-applicable',
      details: { reason },
    })
  })

  test('takes a card once', async () => {
    const { code } = await newCard(100)
    const token = await newCart([code])
    await expect(addGiftCard(req, token, code)).rejects.toMatchObject({ details: { reason: 'given' } })
  })
})

describe('an order', () => {
  test('that a card pays in part holds it, and counts it when the rest has come', async () => {
    const made = await newCard(5_000)
    const { order } = await place([made.code])
    expect(order).toMatchObject({ paymentStatus: 'pending', toPay: { amount: total - 5_000 } })
    expect(order.credits).toMatchObject([{ kind: 'gift-card', amount: { amount: 5_000 }, status: 'held' }])
    expect(await balanceOf(made.id)).toBe(0)
    expect(await sumsOf(order.id)).toMatchObject({ captured: 0, held: 5_000 })
    const paid = await captureOrder(req, { orderId: order.id })
    expect(paid).toMatchObject({ paymentStatus: 'paid', toPay: { amount: 0 }, credits: [{ status: 'paid' }] })
    expect(await sumsOf(order.id)).toMatchObject({ captured: total, held: 0 })
  })

  test('that cards pay wholly is paid at once, and asks nobody', async () => {
    const [one, two] = [await newCard(10_000), await newCard(5_000)]
    const { order, payment } = await place([one.code, two.code], { paymentMethod: 'gift-card' })
    expect(order).toMatchObject({ paymentStatus: 'paid', toPay: { amount: 0 } })
    expect(order.expiresAt).toBeUndefined()
    expect(payment.status).toBe('captured')
    expect(await orderById(req, order.id)).toMatchObject({ paymentStatus: 'paid', credits: order.credits })
    expect([await balanceOf(one.id), await balanceOf(two.id)]).toEqual([0, 15_000 - total])
  })

  test('cannot be paid by gift card alone when something is left to pay', async () => {
    const { code, id } = await newCard(5_000)
    await expect(place([code], { paymentMethod: 'gift-card' })).rejects.toMatchObject({
      code: 'payment.method-unavailable',
    })
    expect(await balanceOf(id)).toBe(5_000)
  })

  test('that is never paid gives the card back, and a card past its date gets 90 days', async () => {
    const made = await newCard(5_000, { expiresAt: new Date(Date.now() + 3_600_000).toISOString() })
    const { order } = await place([made.code])
    await rowsOf(req, sql`UPDATE credits SET expires_at = now() - interval '1 hour' WHERE id = ${made.id}`)
    expect(await expireCards(await getTestRequest())).toBeGreaterThan(0)
    await expireNow(order.id)
    expect(await sumsOf(order.id)).toMatchObject({ payment: 'expired', held: 0 })
    expect(await balanceOf(made.id)).toBe(5_000)
    const [row] = await rowsOf<{ days: number; status: string }>(
      req,
      sql`SELECT extract(epoch FROM expires_at - now())::float8 / 86400 AS days, status FROM credits WHERE id = ${made.id}`,
    )
    expect(row?.status).toBe('active')
    expect(row?.days).toBeCloseTo(90, 1)
  })

  test('that is cancelled unpaid gives the card back', async () => {
    const made = await newCard(5_000)
    const { order } = await place([made.code])
    await cancelOrder(req, { orderId: order.id, reason: 'test' })
    expect(await balanceOf(made.id)).toBe(5_000)
    expect(await payments(order.id)).toMatchObject([{ status: 'cancelled' }, { status: 'cancelled' }])
  })

  test('that is cancelled paid sends each part back to where it came from', async () => {
    const made = await newCard(5_000)
    const { order } = await place([made.code])
    await captureOrder(req, { orderId: order.id })
    await cancelOrder(req, { orderId: order.id, reason: 'test' })
    expect(await balanceOf(made.id)).toBe(5_000)
    expect(await sumsOf(order.id)).toMatchObject({ refunded: 5_000, owed: total - 5_000 })
  })

  test('gives back first what came in another way, then to the card', async () => {
    const made = await newCard(5_000)
    const { order } = await place([made.code])
    await captureOrder(req, { orderId: order.id })
    await refundOrder(req, { orderId: order.id, amount: total - 5_000 + 300, reason: 'test' })
    expect(await balanceOf(made.id)).toBe(300)
    const owed = await rowsOf<{ id: string; amount: number }>(
      req,
      sql`SELECT id, amount::float8 AS amount FROM refunds WHERE order_id = ${order.id} AND status = 'owed'`,
    )
    expect(owed.map(({ amount }) => amount)).toEqual([total - 5_000])
    await settleRefund(req, { refundId: owed[0]?.id ?? '' })
    expect(await sumsOf(order.id)).toMatchObject({ refunded: total - 4_700, owed: 0 })
  })

  test('that leaves unpaid with a reason counts what its card paid', async () => {
    const made = await newCard(5_000)
    const { order } = await place([made.code])
    await shipOrder(req, { orderId: order.id, force: true, reason: 'test' })
    expect(await sumsOf(order.id)).toMatchObject({ captured: 5_000, held: 0, payment: 'partially-paid' })
  })

  test('paid at the door counts its card at once', async () => {
    const made = await newCard(5_000)
    const { order } = await place([made.code], { paymentMethod: 'cash-on-delivery' })
    expect(await sumsOf(order.id)).toMatchObject({ captured: 5_000, payment: 'partially-paid' })
    await captureOrder(req, { orderId: order.id })
    expect(await sumsOf(order.id)).toMatchObject({ captured: total, payment: 'paid' })
  })

  test('that is refused in the end leaves the card as it was', async () => {
    const { variants } = await makeProduct(req, { stock: [1], price: 10_000 })
    const made = await newCard(5_000)
    const tokens: string[] = []
    for (let index = 0; index < 4; index += 1) {
      const { token } = await createCart(req, {})
      await addLine(req, token, { variantId: variants[0]?.id ?? '', quantity: 1 })
      if (index > 0) await addGiftCard(req, token, made.code)
      tokens.push(token)
    }
    const input = checkoutOf({ shippingOption: 'express' })
    await placeOrder(req, { token: tokens[0] ?? '', key: randomUUID(), input })
    const outcome = await atOnce(req.payload, 3, (own, index) =>
      placeOrder(own, { token: tokens[index + 1] ?? '', key: randomUUID(), input }),
    )
    expect(outcome).toMatchObject({ done: [], broken: [], refused: { 'stock.insufficient': 3 } })
    expect(await balanceOf(made.id)).toBe(5_000)
  })

  test('whose transaction fails after the card was spent leaves no trace of it', async () => {
    const made = await newCard(5_000)
    const token = await newCart([made.code])
    await expect(
      inTransaction(await getTestRequest(), async (tx) => {
        await writeCreditEntries(tx, [{ creditId: made.id, kind: 'take', amount: -5_000 }])
        throw new Error('killed')
      }),
    ).rejects.toThrow('killed')
    expect(await balanceOf(made.id)).toBe(5_000)
    const input = checkoutOf({ shippingOption: 'express' })
    expect((await placeOrder(req, { token, key: randomUUID(), input })).order.toPay.amount).toBe(
      total - 5_000,
    )
  })

  test('is refused when a card has been emptied since, and when another sum is left than was seen', async () => {
    const made = await newCard(5_000)
    const token = await newCart([made.code])
    const call = (changes: Partial<CheckoutInput> = {}) => ({
      ...{ token, key: randomUUID(), input: checkoutOf({ shippingOption: 'express', ...changes }) },
    })
    const expectedToPay = { amount: total - 4_999, currency: 'EUR' as const }
    await expect(placeOrder(req, call({ expectedToPay }))).rejects.toMatchObject({ code: 'payment.changed' })
    await place([made.code])
    await expect(placeOrder(req, call())).rejects.toMatchObject({
      code: 'gift-card.not-applicable',
      details: { reason: 'empty' },
    })
  })
})

describe('an order that is changed', () => {
  test('asks for more, then for so little that the card pays it all', async () => {
    const made = await newCard(15_000)
    const token = await newCart([made.code])
    await addLine(req, token, { variantId: variant, quantity: 1 })
    const { order } = await placeOrder(req, {
      ...{ token, key: randomUUID(), input: checkoutOf({ shippingOption: 'express' }) },
    })
    expect(order.toPay.amount).toBe(21_190 - 15_000)
    const lineId = order.lines[0]?.id ?? ''
    const dearer = await editOrder(req, {
      orderId: order.id,
      lines: [{ lineId, quantity: 3 }],
      reason: 'test',
    })
    expect(dearer.toPay.amount).toBe(31_190 - 15_000)
    const cheaper = await editOrder(req, {
      orderId: order.id,
      lines: [{ lineId, quantity: 1 }],
      reason: 'test',
    })
    expect(cheaper).toMatchObject({ paymentStatus: 'paid', toPay: { amount: 0 } })
    expect(cheaper.expiresAt).toBeUndefined()
    expect(await balanceOf(made.id)).toBe(15_000 - total)
    const again = await editOrder(req, {
      orderId: order.id,
      lines: [{ lineId, quantity: 2 }],
      reason: 'test',
    })
    expect(again).toMatchObject({ paymentStatus: 'partially-paid', toPay: { amount: 10_000 } })
    expect((await captureOrder(req, { orderId: order.id })).paymentStatus).toBe('paid')
  })

  test('wholly paid by cards, and made cheaper, gives the difference back to the card', async () => {
    const made = await newCard(30_000)
    const token = await newCart([made.code])
    await addLine(req, token, { variantId: variant, quantity: 1 })
    const { order } = await placeOrder(req, {
      ...{
        token,
        key: randomUUID(),
        input: checkoutOf({ shippingOption: 'express', paymentMethod: 'gift-card' }),
      },
    })
    const lineId = order.lines[0]?.id ?? ''
    await editOrder(req, { orderId: order.id, lines: [{ lineId, quantity: 1 }], reason: 'test' })
    expect(await balanceOf(made.id)).toBe(30_000 - total)
  })
})

describe('a provider', () => {
  const state = (order: { id: string }, amount: number, changes: object) => ({
    ...{ reference: `ref-${order.id}:2`, orderId: order.id, amount: { amount, currency: 'EUR' as const } },
    ...{ captured: 0, refunded: 0, status: 'open' as const, ...changes },
  })
  const rest = total - 5_000

  test('is asked for the rest alone', async () => {
    const made = await newCard(5_000)
    const { order } = await place([made.code], { paymentMethod: card.provider.id })
    const asked = card.calls.filter(({ payment }) => payment.orderId === order.id)
    expect(asked.map(({ payment }) => payment.amount.amount)).toEqual([rest])
    await recordPaymentState(req, card.provider.id, state(order, rest, { status: 'failed' }))
    expect(await sumsOf(order.id)).toMatchObject({ payment: 'failed', held: 5_000 })
    await recordPaymentState(
      req,
      card.provider.id,
      state(order, rest, { status: 'captured', captured: rest }),
    )
    expect(await sumsOf(order.id)).toMatchObject({ payment: 'paid', captured: total, held: 0 })
    await expect(payOrder(req, order.id)).rejects.toMatchObject({ code: 'order.not-payable' })
  })

  test('that is paid after the order expired takes the card again, when it still has the money', async () => {
    const made = await newCard(5_000)
    const { order } = await place([made.code], { paymentMethod: card.provider.id })
    await expireNow(order.id)
    expect(await balanceOf(made.id)).toBe(5_000)
    await recordPaymentState(
      req,
      card.provider.id,
      state(order, rest, { status: 'captured', captured: rest }),
    )
    expect(await sumsOf(order.id)).toMatchObject({
      payment: 'paid',
      captured: total,
      fulfilment: 'unfulfilled',
    })
    expect(await balanceOf(made.id)).toBe(0)
  })

  test('and sends its money back when the card has been spent elsewhere', async () => {
    const made = await newCard(5_000)
    const { order } = await place([made.code], { paymentMethod: card.provider.id })
    await expireNow(order.id)
    await place([made.code])
    await recordPaymentState(
      req,
      card.provider.id,
      state(order, rest, { status: 'captured', captured: rest }),
    )
    expect(await sumsOf(order.id)).toMatchObject({
      ...{ fulfilment: 'cancelled', captured: rest, refunded: rest, payment: 'refunded' },
    })
  })
})

describe('at once', () => {
  test('a hundred checkouts with one card of 50 spend exactly 50', { timeout: 120_000 }, async () => {
    const made = await newCard(5_000)
    const tokens: string[] = []
    for (let index = 0; index < 100; index += 1) tokens.push(await newCart([made.code]))
    const outcome = await atOnce(req.payload, tokens.length, (own, index) =>
      placeOrder(own, {
        token: tokens[index] ?? '',
        key: randomUUID(),
        input: checkoutOf({ shippingOption: 'express' }),
      }),
    )
    expect(outcome.broken).toEqual([])
    expect(outcome.done).toHaveLength(1)
    expect(outcome.refused).toEqual({ 'gift-card.not-applicable': 99 })
    expect(await balanceOf(made.id)).toBe(0)
    const [spent] = await rowsOf<{ spent: number }>(
      req,
      sql`SELECT -sum(amount)::float8 AS spent FROM credit_entries WHERE credit_id = ${made.id} AND kind = 'spend'`,
    )
    expect(spent?.spent).toBe(5_000)
  })

  test('checkouts with two cards in both orders end without a deadlock', async () => {
    const [one, two] = [await newCard(60_000), await newCard(60_000)]
    const tokens: string[] = []
    for (let index = 0; index < 12; index += 1)
      tokens.push(await newCart(index % 2 ? [one.code, two.code] : [two.code, one.code]))
    const outcome = await atOnce(req.payload, tokens.length, (own, index) =>
      placeOrder(own, {
        token: tokens[index] ?? '',
        key: randomUUID(),
        input: checkoutOf({ shippingOption: 'express', paymentMethod: 'manual' }),
      }),
    )
    expect(outcome.broken).toEqual([])
    const spent = 120_000 - (await balanceOf(one.id)) - (await balanceOf(two.id))
    const covered = await rowsOf<{ sum: number }>(
      req,
      sql`SELECT sum(amount)::float8 AS sum FROM payments WHERE credit_id IN (${one.id}, ${two.id})`,
    )
    expect(spent).toBe(covered[0]?.sum)
  })

  test('spending and voiding leave either a paid part or a voided card', async () => {
    for (let round = 0; round < 5; round += 1) {
      const made = await newCard(5_000)
      const token = await newCart([made.code])
      const [placed, voided] = await Promise.allSettled([
        placeOrder(await getTestRequest(), {
          ...{ token, key: randomUUID(), input: checkoutOf({ shippingOption: 'express' }) },
        }),
        voidCard(await getTestRequest(), { creditId: made.id, reason: 'test' }),
      ])
      expect(voided.status).toBe('fulfilled')
      const [sums] = await rowsOf<{ spent: number; ended: number }>(
        req,
        sql`SELECT coalesce(-sum(amount) FILTER (WHERE kind = 'spend'), 0)::float8 AS spent,
          coalesce(-sum(amount) FILTER (WHERE kind = 'void'), 0)::float8 AS ended FROM credit_entries WHERE credit_id = ${made.id}`,
      )
      expect(sums).toEqual(
        placed.status === 'fulfilled' ? { spent: 5_000, ended: 0 } : { spent: 0, ended: 5_000 },
      )
      expect(await balanceOf(made.id)).toBe(0)
    }
  })

  test('a refund to a card and spending from it add up', async () => {
    const made = await newCard(20_000)
    const { order } = await place([made.code], { paymentMethod: 'gift-card' })
    const tokens: string[] = []
    for (let index = 0; index < 4; index += 1) tokens.push(await newCart([made.code]))
    const settled = await Promise.allSettled([
      refundOrder(await getTestRequest(), { orderId: order.id, amount: 4_000, reason: 'test' }),
      ...tokens.map(async (token) =>
        placeOrder(await getTestRequest(), {
          ...{ token, key: randomUUID(), input: checkoutOf({ shippingOption: 'express' }) },
        }),
      ),
    ])
    expect(settled[0]?.status).toBe('fulfilled')
    expect(await balanceOf(made.id)).toBeGreaterThanOrEqual(0)
  })
})

describe('a card', () => {
  test('that cannot be ended holds up no other, and is ended once it can be', async () => {
    const soon = { expiresAt: new Date(Date.now() + 3_600_000).toISOString() }
    const made = await Promise.all([1, 2, 3].map(() => newCard(5_000, soon)))
    const [late = { id: '' }, ...others] = made.toSorted((a, b) => a.id.localeCompare(b.id))
    for (const { id } of made)
      await rowsOf(req, sql`UPDATE credits SET expires_at = now() - interval '1 hour' WHERE id = ${id}`)
    await failsAlone(
      await getTestRequest(),
      { table: 'credits', on: 'UPDATE', rows: `NEW.id = '${late.id}' AND NEW.status = 'expired'` },
      expireCards,
    )
    expect(await Promise.all(others.map(({ id }) => balanceOf(id)))).toEqual([0, 0])
    expect(await balanceOf(late.id)).toBe(5_000)
    expect(await expireCards(await getTestRequest())).toBe(1)
    expect(await balanceOf(late.id)).toBe(0)
  })

  test('is issued once for each key, and tells its code once', async () => {
    const call = { amount: 2_500, currency: 'EUR', locale: 'it', key: randomUUID() } as const
    const first = await issueCard(req, { ...call, recipient: 'ada@example.com' })
    const second = await issueCard(req, { ...call, recipient: 'ada@example.com' })
    expect(first.code).toMatch(/^[2-9A-Z-]{24}$/)
    expect(second).toEqual({ id: first.id, last4: first.last4 })
    const rows = await rowsOf<{ kept: string }>(
      req,
      sql`SELECT row_to_json(c)::text AS kept FROM credits c WHERE id = ${first.id} UNION ALL
        SELECT row_to_json(e)::text FROM emails e WHERE entity LIKE ${`${first.id}%`} UNION ALL
        SELECT row_to_json(a)::text FROM audit_entries a WHERE entity_id = ${first.id} UNION ALL
        SELECT row_to_json(k)::text FROM idempotency_keys k WHERE scope = 'gift-card.issue'`,
    )
    expect(rows.length).toBe(4)
    for (const { kept } of rows) {
      expect(kept).not.toContain(first.code)
      expect(kept).not.toContain(first.code?.replaceAll('-', ''))
    }
  })

  test.each([
    ['amount', { amount: 0 }],
    ['amount', { amount: 1_000_001 }],
    ['amount', { amount: 1.5 }],
    ['recipient', { recipient: 'nobody' }],
    ['expiresAt', { expiresAt: '2020-01-01T00:00:00Z' }],
  ])('with a wrong %s is refused', async (path, wrong) => {
    await expect(
      issueCard(req, { amount: 100, currency: 'EUR', locale: 'en', ...wrong }),
    ).rejects.toMatchObject({ code: 'validation.failed', details: { errors: [{ path }] } })
  })

  test('sent again has a new code, and the one before opens nothing', async () => {
    const made = await newCard(5_000)
    const token = await newCart([])
    await sendCard(req, { creditId: made.id, recipient: 'ada@example.com' })
    await expect(addGiftCard(req, token, made.code)).rejects.toMatchObject({ details: { reason: 'unknown' } })
  })

  test('that is void cannot be voided again; money that comes back waits until it is sent again', async () => {
    const made = await newCard(15_000)
    const { order } = await place([made.code], { paymentMethod: 'gift-card' })
    await voidCard(req, { creditId: made.id, reason: 'stolen' })
    await expect(voidCard(req, { creditId: made.id, reason: 'again' })).rejects.toMatchObject({
      code: 'credit.state',
    })
    await cancelOrder(req, { orderId: order.id, reason: 'stolen' })
    expect(await balanceOf(made.id)).toBe(total)
    await expect(addGiftCard(req, await newCart([]), made.code)).rejects.toMatchObject({
      details: { reason: 'void' },
    })
    await sendCard(req, { creditId: made.id, recipient: 'owner@example.com' })
    const [row] = await rowsOf<{ status: string }>(req, sql`SELECT status FROM credits WHERE id = ${made.id}`)
    expect(row?.status).toBe('active')
  })
})

describe('store credit', () => {
  const customer = async () => {
    const [row] = await rowsOf<{ id: string }>(
      req,
      sql`INSERT INTO customers (email) VALUES (${`${randomUUID()}@example.com`}) RETURNING id`,
    )
    return row?.id ?? ''
  }
  const buy = async (customerId: string, isUsed = true) => {
    const token = await newCart([], customerId)
    if (isUsed) await payByStoreCredit(req, token, true)
    const input = checkoutOf({ shippingOption: 'express' })
    return placeOrder(await getTestRequest(), { token, key: randomUUID(), input, customerId })
  }

  test('takes a refund instead of where it came from, and pays the next order', async () => {
    const customerId = await customer()
    const { order } = await buy(customerId, false)
    await captureOrder(req, { orderId: order.id })
    await refundOrder(req, { orderId: order.id, amount: 9_000, toCredit: true, reason: 'test' })
    expect(await sumsOf(order.id)).toMatchObject({ refunded: 9_000, owed: 0, payment: 'partially-refunded' })
    expect(await storeCreditOf(req, customerId)).toMatchObject([
      { balance: { amount: 9_000, currency: 'EUR' } },
    ])
    const { order: next } = await buy(customerId)
    expect(next).toMatchObject({ credits: [{ kind: 'store-credit' }], toPay: { amount: total - 9_000 } })
    expect(await storeCreditOf(req, customerId)).toMatchObject([{ balance: { amount: 0 } }])
  })

  test('of a guest is a gift card, made and mailed', async () => {
    const { order } = await place([], { email: 'guest@example.com' })
    await captureOrder(req, { orderId: order.id })
    await refundOrder(req, { orderId: order.id, amount: 2_000, toCredit: true, reason: 'test' })
    const made = await rowsOf<{ balance: number; mails: number }>(
      req,
      sql`SELECT k.balance::float8 AS balance, (SELECT count(*) FROM emails m WHERE m.entity = k.id || ':1' AND m.template = 'gift-card')::float8 AS mails
        FROM credits k JOIN refunds r ON r.credit_id = k.id WHERE r.order_id = ${order.id}`,
    )
    expect(made).toEqual([{ balance: 2_000, mails: 1 }])
  })

  test('takes the money of a return, and a guest gets one gift card for it', async () => {
    const { order } = await place([], { email: 'guest@example.com' })
    await captureOrder(req, { orderId: order.id })
    await shipOrder(req, { orderId: order.id })
    const lineId = order.lines[0]?.id ?? ''
    const { id } = await returnOrder(req, {
      orderId: order.id,
      lines: [{ lineId, quantity: 1, reason: 'too-small' }],
    })
    await receiveReturn(req, { returnId: id })
    await inspectReturn(req, { returnId: id, lines: [{ lineId, restock: 1, writeOff: 0 }] })
    await completeReturn(req, { returnId: id, shipping: true, toCredit: true })
    const cards = await rowsOf<{ balance: number }>(
      req,
      sql`SELECT DISTINCT k.id, k.balance::float8 AS balance FROM credits k JOIN refunds r ON r.credit_id = k.id WHERE r.order_id = ${order.id}`,
    )
    expect(cards.map(({ balance }) => balance)).toEqual([total])
    expect(await sumsOf(order.id)).toMatchObject({ refunded: total, owed: 0, payment: 'refunded' })
  })

  test('pays only for whoever is signed in', async () => {
    const customerId = await customer()
    await grantCredit(req, { customerId, currency: 'EUR', amount: 5_000, reason: 'test' })
    const token = await newCart([], customerId)
    await payByStoreCredit(req, token, true)
    const input = checkoutOf({ shippingOption: 'express' })
    const { order } = await placeOrder(req, { token, key: randomUUID(), input })
    expect(order).toMatchObject({ credits: [], toPay: { amount: total } })
  })

  test('is given and taken with a reason, never below nothing, once for each key', async () => {
    const customerId = await customer()
    const give = {
      customerId,
      currency: 'EUR',
      amount: 700,
      reason: 'late parcel',
      key: randomUUID(),
    } as const
    await grantCredit(req, give)
    expect(await grantCredit(req, give)).toMatchObject({ balance: { amount: 700 } })
    await expect(
      grantCredit(req, { ...give, key: randomUUID(), amount: 701, isTaken: true }),
    ).rejects.toMatchObject({ code: 'credit.state' })
    await expect(grantCredit(req, { ...give, key: randomUUID(), reason: ' ' })).rejects.toMatchObject({
      code: 'validation.failed',
    })
    const taken = await grantCredit(req, { ...give, key: randomUUID(), amount: 700, isTaken: true })
    expect(taken).toMatchObject({ balance: { amount: 0 } })
    const audit = await rowsOf<{ action: string }>(
      req,
      sql`SELECT action FROM audit_entries WHERE entity = 'credits' AND entity_id = ${taken.id} ORDER BY seq`,
    )
    expect(audit.map(({ action }) => action)).toEqual(['credit.grant', 'credit.take'])
  })

  test('of one card refund at the provider is not taken for its own', async () => {
    const customerId = await customer()
    const token = await newCart([], customerId)
    const { order } = await placeOrder(await getTestRequest(), {
      ...{ token, key: randomUUID(), customerId },
      input: checkoutOf({ shippingOption: 'express', paymentMethod: card.provider.id }),
    })
    const amount = { amount: total, currency: 'EUR' as const }
    const state = { reference: `ref-${order.id}:1`, orderId: order.id, amount, captured: total }
    const tell = (refunded: number) =>
      recordPaymentState(req, card.provider.id, { ...state, status: 'captured', refunded })
    await tell(0)
    await refundOrder(req, { orderId: order.id, amount: 4_000, toCredit: true, reason: 'test' })
    expect(
      card.calls.filter(({ verb, payment }) => verb === 'refund' && payment.orderId === order.id),
    ).toEqual([])
    await tell(0)
    expect(await sumsOf(order.id)).toMatchObject({ refunded: 4_000 })
    await tell(1_000)
    expect(await sumsOf(order.id)).toMatchObject({ refunded: 5_000 })
    await tell(total)
    expect(await sumsOf(order.id)).toMatchObject({ refunded: total })
  })
})
