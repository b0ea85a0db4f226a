import { randomUUID } from 'node:crypto'
import { sql } from '@payloadcms/db-postgres'
import fc from 'fast-check'
import type { PayloadRequest } from 'payload'
import { expect } from 'vitest'
import { DomainError } from '#domain/errors'
import {
  fulfilmentTransitions,
  paymentTransitions,
  type FulfilmentStatus,
  type PaymentStatus,
} from '#domain/order-state'
import { cancelOrder } from '../cancel-order'
import { addGiftCard, payByStoreCredit } from '../cart-credits'
import { captureOrder } from '../capture-order'
import { addLine, createCart } from '../cart'
import { deliverOrder } from '../deliver-order'
import { editOrder } from '../edit-order'
import { issueCard, sendCard, voidCard } from '../gift-card'
import { expireReservations } from '../expire-reservations'
import {
  approveReturn,
  cancelReturn,
  completeReturn,
  inspectReturn,
  receiveReturn,
  rejectReturn,
} from '../move-return'
import { placeOrder } from '../place-order'
import { recordPaymentState } from '../record-payment-event'
import { refundOrder } from '../refund-order'
import { requestReturn } from '../request-return'
import { returnsOf } from '../return-view'
import { shipOrder } from '../ship-order'
import { grantCredit } from '../store-credit'
import { rowsOf } from '../transaction'
import { withdrawFromOrder } from '../withdraw-order'
import { checkoutOf } from './shop-rows'

/** What the accepted steps should have left behind, kept as simply as can be. */
export interface OrderModel {
  /** Pairs of each size on the shelf, counted from what came, left and came back. */
  onHand: number[]
  cart: number
  /** Minor units on the gift cards and the store credit it was given, and what staff have voided of it. */
  issued: number
  voided: number
  /** Minor units that have come, and that went or go back. */
  captured: number
  back: number
  isPlaced: boolean
  /** As the last step left the order: most steps are taken where they may work, some all the same. */
  seen?: Seen
  /** How often each kind of step was accepted. */
  accepted: Map<string, number>
}

export interface RealShop {
  req: () => Promise<PayloadRequest>
  provider: string
  variants: readonly string[]
  token: string
  /** Gift cards in the cart, and store credit if the buyer is a customer. */
  credits: readonly string[]
  customerId?: string
  orderId?: string
  line?: string
}

/** An order and its sizes as the database has them. Minor units. */
interface Seen {
  payment: PaymentStatus
  fulfilment: FulfilmentStatus
  total: number
  captured: number
  refunded: number
  owed: number
  credited: number
  /** Of gift cards and credit: held, paid, given back to them, and what stands on them. */
  heldCredit: number
  paidCredit: number
  backCredit: number
  balances: number
  /** What went to a credit instead of back, and what stands on that one. */
  toCredit: number
  lineSum: number
  quantity: number
  shipped: number
  returned: number
  backPairs: number
  onHand: number[]
  reserved: number[]
  held: number
  rows: string
  /** Of the newest return. */
  returnStatus: string | null
}

type Step = fc.AsyncCommand<OrderModel, RealShop>

/** Named: to plan it takes longer than to run it, and it is asked twice at each step. */
const lookStatement = {
  name: 'order-model',
  text: `WITH mine AS (SELECT * FROM orders WHERE id = $1::uuid),
  whose AS (SELECT id, fulfilment_status FROM orders WHERE id = $1::uuid
    UNION ALL SELECT o.id, o.fulfilment_status FROM orders o JOIN returns r ON r.id = o.exchange_of_id WHERE r.order_id = $1::uuid),
  levels AS (SELECT s.* FROM stock_levels s JOIN variants v ON v.id = s.variant_id WHERE v.id = ANY ($2::uuid[]) ORDER BY v.sku)
  SELECT m.payment_status AS payment, m.fulfilment_status AS fulfilment, m.total::float8 AS total, m.captured::float8 AS captured,
    m.refunded::float8 AS refunded, m.owed::float8 AS owed, m.credited::float8 AS credited,
    coalesce(m.held, 0)::float8 AS "heldCredit",
    (SELECT coalesce(sum(p.captured), 0) FROM payments p WHERE p.order_id = m.id AND p.credit_id IS NOT NULL)::float8 AS "paidCredit",
    (SELECT coalesce(sum(r.amount), 0) FROM refunds r JOIN payments p ON p.id = r.payment_id
      WHERE r.order_id = m.id AND p.credit_id IS NOT NULL AND r.credit_id IS NULL AND r.status = 'done')::float8 AS "backCredit",
    (SELECT coalesce(sum(e.amount), 0) FROM credit_entries e WHERE e.credit_id = ANY ($3::uuid[]) AND e.kind <> 'refund')::float8 AS balances,
    (SELECT coalesce(sum(r.amount), 0) - coalesce((SELECT sum(e.amount) FROM credit_entries e WHERE e.order_id = m.id AND e.kind = 'refund'), 0)
      FROM refunds r WHERE r.order_id = m.id AND r.credit_id IS NOT NULL AND r.status = 'done')::float8 AS "toCredit",
    ((SELECT coalesce(sum(l.total), 0) FROM orders_lines l WHERE l._parent_id = m.id) + m.shipping)::float8 AS "lineSum",
    (SELECT coalesce(sum(l.quantity), 0) FROM orders_lines l WHERE l._parent_id = m.id)::float8 AS quantity,
    (SELECT coalesce(sum(l.shipped), 0) FROM orders_lines l WHERE l._parent_id = m.id)::float8 AS shipped,
    (SELECT coalesce(sum(rl.quantity), 0) FROM returns r JOIN returns_lines rl ON rl._parent_id = r.id
      WHERE r.order_id = m.id AND r.status NOT IN ('rejected', 'cancelled'))::float8 AS returned,
    (SELECT coalesce(sum(rl.quantity), 0) FROM refunds r JOIN refunds_lines rl ON rl._parent_id = r.id
      WHERE r.order_id = m.id AND r.status <> 'dropped')::float8 AS "backPairs",
    (SELECT json_agg(l.on_hand::float8) FROM levels l) AS "onHand", (SELECT json_agg(l.reserved::float8) FROM levels l) AS reserved,
    (SELECT coalesce(sum(CASE WHEN w.fulfilment_status = 'cancelled' THEN 0 ELSE l.quantity - l.shipped END), 0)
      FROM whose w JOIN orders_lines l ON l._parent_id = w.id)::float8 AS held,
    (SELECT coalesce(sum(CASE WHEN r.status = 'done' THEN r.amount END), 0) || '/' || coalesce(sum(CASE WHEN r.status = 'owed' THEN r.amount END), 0)
      FROM refunds r WHERE r.order_id = m.id) AS rows,
    (SELECT r.status FROM returns r WHERE r.order_id = m.id ORDER BY r.created_at DESC, r.id LIMIT 1) AS "returnStatus"
  FROM (SELECT 1) one LEFT JOIN mine m ON true`,
}

async function look(real: RealShop): Promise<Seen> {
  const { payload } = await real.req()
  const { pool } = payload.db
  const values = [real.orderId ?? null, real.variants, real.credits]
  const { rows } = await pool.query<Seen>({ ...lookStatement, values })
  const [seen] = rows
  if (!seen) throw new Error('nothing was read')
  return seen
}

/** Whether the table leads from one state to the other, in as many moves as one step may make. */
function leads<State extends string>(
  table: Readonly<Record<State, readonly State[]>>,
  from: State,
  to: State,
): boolean {
  let reached = new Set<State>([from])
  for (let move = 0; move < 3 && !reached.has(to); move += 1)
    reached = new Set([...reached, ...[...reached].flatMap((state) => table[state])])
  return reached.has(to)
}

const sum = (all: readonly number[]) => all.reduce((total, one) => total + one, 0)

function expectSound(model: OrderModel, now: Seen, before: Seen | undefined): void {
  expect(now.onHand).toEqual(model.onHand)
  expect(sum(now.reserved)).toBe(now.held ?? 0)
  expect(now.onHand.every((pairs, index) => (now.reserved[index] ?? 0) <= pairs)).toBe(true)
  expect(now.balances).toBe(model.issued - model.voided - now.heldCredit - now.paidCredit + now.backCredit)
  expect(now.balances).toBeGreaterThanOrEqual(0)
  expect(now.toCredit ?? 0).toBe(0)
  if (!model.isPlaced) return
  expect(now.captured).toBe(model.captured)
  expect(now.refunded + now.owed).toBe(model.back)
  expect(now.refunded + now.owed).toBeLessThanOrEqual(now.captured)
  expect(now.credited).toBeLessThanOrEqual(now.refunded + now.owed)
  expect(now.rows).toBe(`${now.refunded}/${now.owed}`)
  expect(now.total).toBe(now.lineSum)
  expect(now.shipped).toBeLessThanOrEqual(now.quantity)
  expect(now.returned).toBeLessThanOrEqual(now.shipped)
  if (now.payment === 'paid') expect(now.captured).toBe(now.total + now.credited)
  if (now.payment === 'refunded') expect(now.refunded).toBe(now.captured)
  if (now.fulfilment === 'fulfilled' || now.fulfilment === 'delivered') expect(now.shipped).toBe(now.quantity)
  if (now.fulfilment === 'cancelled') expect(now.shipped).toBe(0)
  if (now.fulfilment === 'cancelled' || now.captured > 0 || now.shipped > 0) expect(now.heldCredit).toBe(0)
  expect(now.paidCredit).toBeLessThanOrEqual(now.captured)
  if (!before?.payment) return
  expect(leads(paymentTransitions, before.payment, now.payment), `${before.payment} to ${now.payment}`).toBe(
    true,
  )
  expect(
    leads(fulfilmentTransitions, before.fulfilment, now.fulfilment),
    `${before.fulfilment} to ${now.fulfilment}`,
  ).toBe(true)
}

/** Runs a step: it works or is refused with a code, and a refusal changes nothing. */
async function attempt(real: RealShop, work: () => Promise<unknown>): Promise<boolean> {
  try {
    await work()
    return true
  } catch (error) {
    if (error instanceof DomainError) return false
    throw error
  }
}

interface Move {
  name: string
  /** Whether it may work where the order stands. */
  fits?: (seen: Seen) => boolean
  work: (real: RealShop, model: OrderModel) => Promise<unknown>
  /** What an accepted step does to the model; money that goes back is read off, within what the rules allow. */
  then?: (model: OrderModel, before: Seen, now: Seen) => void
  needsOrder?: boolean
}

const kindOf = (name: string): string => name.replace(/[\d ]+.*$/, '')

const move =
  ({ name, work, then, fits, needsOrder = true }: Move) =>
  (isBold: boolean): Step => ({
    check: (model) =>
      (!needsOrder || model.isPlaced) && (isBold || !fits || (model.seen !== undefined && fits(model.seen))),
    run: async (model, real) => {
      const before = await look(real)
      const isDone = await attempt(real, () => work(real, model))
      const now = await look(real)
      if (isDone) {
        then?.(model, before, now)
        model.accepted.set(kindOf(name), (model.accepted.get(kindOf(name)) ?? 0) + 1)
      } else expect(now).toEqual(before)
      model.seen = now
      expectSound(model, now, before.payment ? before : undefined)
    },
    toString: () => name,
  })

/** What goes back by a step can only be what is there, and is written down as such. */
const takesBack = (model: OrderModel, before: Seen, now: Seen): void => {
  const went = now.refunded + now.owed - (before.refunded + before.owed)
  expect(went).toBeGreaterThanOrEqual(0)
  model.back += went
}

const orderOf = ({ orderId }: RealShop): string => orderId ?? ''
const lineOf = ({ line }: RealShop): string => line ?? ''

const firstReturn = async (real: RealShop): Promise<string> =>
  (await returnsOf(await real.req(), orderOf(real)))[0]?.id ?? randomUUID()

const add = (pairs: number) =>
  move({
    name: `add ${pairs}`,
    needsOrder: false,
    work: async (real) =>
      addLine(await real.req(), real.token, { variantId: real.variants[0] ?? '', quantity: pairs }),
    then: (model) => {
      model.cart += pairs
    },
  })

const place = () =>
  move({
    name: 'place',
    needsOrder: false,
    work: async (real, model) => {
      const { order } = await placeOrder(await real.req(), {
        token: real.token,
        key: randomUUID(),
        input: checkoutOf({ paymentMethod: real.provider, shippingOption: 'express' }),
        ...(real.customerId && { customerId: real.customerId }),
      })
      real.orderId = order.id
      real.line = order.lines[0]?.id
      model.isPlaced = true
    },
    then: (model, _before, now) => {
      expect(now.quantity).toBe(model.cart)
      expect(now.heldCredit + now.captured).toBe(Math.min(now.total, model.issued))
      model.captured = now.captured
    },
  })

const reference = async (real: RealShop): Promise<{ reference: string; amount: number }> => {
  const [payment] = await rowsOf<{ reference: string; amount: number }>(
    await real.req(),
    sql`SELECT reference, amount::float8 AS amount FROM payments WHERE order_id = ${orderOf(real)} AND reference IS NOT NULL ORDER BY attempt LIMIT 1`,
  )
  return payment ?? { reference: `ref-${randomUUID()}`, amount: 0 }
}

/** The provider says what has come and gone on the first payment; late, again, or for an order that has ended. */
const event = (status: 'captured' | 'authorised' | 'failed', share: number) =>
  move({
    name: `event ${status} ${share}`,
    work: async (real) => {
      const { reference: ref, amount } = await reference(real)
      const [sums] = await rowsOf<{ captured: number; refunded: number }>(
        await real.req(),
        sql`SELECT captured::float8 AS captured, refunded::float8 AS refunded FROM payments WHERE reference = ${ref}`,
      )
      const known = sums ?? { captured: 0, refunded: 0 }
      const captured =
        status === 'captured' ? Math.max(known.captured, Math.floor((amount * share) / 4)) : known.captured
      await recordPaymentState(await real.req(), real.provider, {
        ...{ reference: ref, orderId: orderOf(real), status: captured > 0 ? 'captured' : status },
        ...{ amount: { amount, currency: 'EUR' }, captured, refunded: known.refunded },
      })
    },
    then: (model, before, now) => {
      expect(now.captured).toBeGreaterThanOrEqual(before.captured)
      model.captured = now.captured
      takesBack(model, before, now)
    },
  })

const capture = () =>
  move({
    name: 'capture',
    fits: (seen) => seen.captured < seen.total + seen.credited && seen.fulfilment !== 'cancelled',
    work: async (real) => captureOrder(await real.req(), { orderId: orderOf(real) }),
    then: (model, _before, now) => {
      expect(now.captured).toBe(now.total + now.credited)
      model.captured = now.captured
    },
  })

const expire = () =>
  move({
    name: 'expire',
    fits: (seen) => seen.captured === 0,
    work: async (real) => {
      const req = await real.req()
      await rowsOf(
        req,
        sql`UPDATE orders SET expires_at = now() - interval '1 second' WHERE id = ${orderOf(real)} AND expires_at IS NOT NULL`,
      )
      await expireReservations(req)
      // Another story may be ending this order at this moment: it is waited for.
      await rowsOf(req, sql`SELECT 1 FROM orders WHERE id = ${orderOf(real)} FOR UPDATE`)
      await expireReservations(req)
    },
  })

const cancel = () =>
  move({
    name: 'cancel',
    fits: (seen) => seen.fulfilment === 'unfulfilled' && seen.quantity > 2,
    work: async (real) => cancelOrder(await real.req(), { orderId: orderOf(real), reason: 'model' }),
    then: (model, before, now) => {
      takesBack(model, before, now)
      expect(now.refunded + now.owed).toBe(now.captured)
    },
  })

const ship = (pairs: number) =>
  move({
    name: `ship ${pairs}`,
    fits: (seen) => seen.captured >= seen.total + seen.credited && seen.shipped < seen.quantity,
    work: async (real) =>
      shipOrder(await real.req(), {
        orderId: orderOf(real),
        lines: [{ lineId: lineOf(real), quantity: pairs }],
      }),
    then: (model, before, now) => {
      expect(before.captured).toBeGreaterThanOrEqual(before.total + before.credited)
      expect(now.shipped - before.shipped).toBe(pairs)
      model.onHand[0] = (model.onHand[0] ?? 0) - pairs
    },
  })

const deliver = () =>
  move({
    name: 'deliver',
    fits: (seen) => seen.fulfilment === 'fulfilled',
    work: async (real) => deliverOrder(await real.req(), { orderId: orderOf(real) }),
  })

const refundPairs = (pairs: number) =>
  move({
    name: `refund ${pairs} pairs`,
    fits: (seen) => seen.backPairs < seen.quantity && seen.refunded + seen.owed < seen.captured,
    work: async (real) =>
      refundOrder(await real.req(), {
        orderId: orderOf(real),
        lines: [{ lineId: lineOf(real), quantity: pairs }],
        reason: 'model',
      }),
    then: (model, before, now) => {
      takesBack(model, before, now)
      expect(now.backPairs - before.backPairs).toBe(pairs)
      expect(now.backPairs).toBeLessThanOrEqual(now.quantity)
    },
  })

const refundAmount = (amount: number) =>
  move({
    name: `refund ${amount}`,
    fits: (seen) => seen.refunded + seen.owed < seen.captured / 2,
    work: async (real) => refundOrder(await real.req(), { orderId: orderOf(real), amount, reason: 'model' }),
    then: (model, before, now) => {
      expect(now.refunded + now.owed - before.refunded - before.owed).toBe(amount)
      takesBack(model, before, now)
    },
  })

/** To the buyer's store credit, or to a new gift card. */
const refundToCredit = (amount: number) =>
  move({
    name: `credit ${amount}`,
    fits: (seen) => seen.refunded + seen.owed < seen.captured / 2,
    work: async (real) =>
      refundOrder(await real.req(), { orderId: orderOf(real), amount, toCredit: true, reason: 'model' }),
    then: (model, before, now) => {
      expect(now.refunded - before.refunded).toBe(amount)
      takesBack(model, before, now)
    },
  })

const endCard = () =>
  move({
    name: 'void',
    fits: (seen) => seen.balances > 0,
    work: async (real) => voidCard(await real.req(), { creditId: real.credits[0] ?? '', reason: 'model' }),
    then: (model, before, now) => {
      expect(now.balances).toBeLessThanOrEqual(before.balances)
      model.voided += before.balances - now.balances
    },
  })

const sendAgain = () =>
  move({
    name: 'send',
    fits: (seen) => seen.balances > 0,
    work: async (real) =>
      sendCard(await real.req(), { creditId: real.credits[0] ?? '', recipient: 'ada@example.com' }),
  })

const edit = (quantity: number) =>
  move({
    name: `edit to ${quantity}`,
    fits: (seen) => seen.fulfilment === 'unfulfilled',
    work: async (real) =>
      editOrder(await real.req(), {
        orderId: orderOf(real),
        lines: [{ lineId: lineOf(real), quantity }],
        reason: 'model',
      }),
    then: (model, before, now) => {
      expect(before.shipped).toBe(0)
      expect(now.quantity).toBe(quantity)
      // So little may be left to pay that the cards have paid it.
      if (before.heldCredit > 0) model.captured = now.captured
      takesBack(model, before, now)
    },
  })

const giveBack = (pairs: number, exchange: boolean) =>
  move({
    name: `return ${pairs}${exchange ? ' for another size' : ''}`,
    fits: (seen) => seen.shipped > seen.returned,
    work: async (real) =>
      requestReturn(await real.req(), {
        orderId: orderOf(real),
        lines: [
          {
            ...{ lineId: lineOf(real), quantity: pairs, reason: 'too-small' as const },
            ...(exchange && { exchangeVariantId: real.variants[1] ?? '' }),
          },
        ],
      }),
    then: (_model, before, now) => expect(now.returned - before.returned).toBe(pairs),
  })

const stepOfReturn = (
  name: string,
  from: readonly string[],
  work: (req: PayloadRequest, returnId: string, real: RealShop) => Promise<unknown>,
  then?: Move['then'],
) =>
  move({
    name,
    fits: ({ returnStatus }) => from.includes(returnStatus ?? ''),
    work: async (real) => work(await real.req(), await firstReturn(real), real),
    ...(then && { then }),
  })

const returnSteps = () => [
  stepOfReturn('approve', ['requested'], (req, returnId) => approveReturn(req, { returnId })),
  stepOfReturn('receive', ['approved'], (req, returnId) => receiveReturn(req, { returnId })),
  stepOfReturn('reject', ['inspected'], (req, returnId) => rejectReturn(req, { returnId, reason: 'model' })),
  stepOfReturn('call off', ['requested'], (req, returnId, real) =>
    cancelReturn(req, { returnId, ofOrderId: orderOf(real) }),
  ),
  stepOfReturn(
    'inspect',
    ['received'],
    async (req, returnId, real) => {
      const [found] = await returnsOf(req, orderOf(real))
      await inspectReturn(req, {
        returnId,
        lines: (found?.lines ?? []).map(({ lineId, quantity }) => ({
          ...{ lineId, restock: quantity - 1, writeOff: 1 },
        })),
      })
    },
    (model, before, now) => {
      const came = (now.onHand[0] ?? 0) - (before.onHand[0] ?? 0)
      expect(came).toBeGreaterThanOrEqual(0)
      model.onHand[0] = (model.onHand[0] ?? 0) + came
    },
  ),
  stepOfReturn('complete', ['inspected'], (req, returnId) => completeReturn(req, { returnId }), takesBack),
]

const withdraw = () =>
  move({
    name: 'withdraw',
    fits: (seen) => seen.shipped > 1,
    work: async (real) =>
      withdrawFromOrder(await real.req(), {
        ...{ orderId: orderOf(real), name: 'Ada Rossi', email: 'ada@example.com' },
      }),
    then: takesBack,
  })

/** The next step of an order's good days: without it few stories would come to the end of a return. */
const goOn = (): Step => {
  const step = (name: string) => returnSteps().find((one) => String(one(false)) === name)?.(false)
  const after = ['complete', 'inspect', 'receive', 'approve'].flatMap((name) => step(name) ?? [])
  const chain = [...after, giveBack(1, false)(false), ship(1)(false), capture()(false)]
  return {
    check: (model) => chain.some((one) => one.check(model)),
    run: async (model, real) => chain.find((one) => one.check(model))?.run(model, real),
    toString: () => 'go on',
  }
}

/** All that buyers, staff, a provider and time can do to an order, from the cart to the last return. */
export const orderSteps = (maxCommands = 30): fc.Arbitrary<Iterable<Step>> => {
  const pairs = fc.integer({ min: 1, max: 3 })
  const share = fc.integer({ min: 0, max: 4 })
  const state = fc.constantFrom(
    'captured' as const,
    'captured' as const,
    'authorised' as const,
    'failed' as const,
  )
  const isBold = fc.nat(5).map((dice) => dice === 0)
  const steps = [
    pairs.map(add),
    fc.tuple(state, share).map(([status, part]) => event(status, part)),
    ...[place, capture, capture, expire, cancel, deliver, withdraw].map((one) => fc.constant(one())),
    pairs.map(ship),
    pairs.map(ship),
    pairs.map(refundPairs),
    fc.integer({ min: 1, max: 12_000 }).map(refundAmount),
    fc.integer({ min: 1, max: 12_000 }).map(refundToCredit),
    ...[endCard, sendAgain].map((one) => fc.constant(one())),
    fc.integer({ min: 0, max: 4 }).map(edit),
    fc.tuple(pairs, fc.boolean()).map(([count, exchange]) => giveBack(count, exchange)),
    ...returnSteps().map((one) => fc.constant(one)),
    ...returnSteps().map((one) => fc.constant(one)),
  ]
  const often = Array.from({ length: 6 }, () => fc.constant(goOn()))
  return fc.commands(
    [...often, ...steps.map((step) => fc.tuple(step, isBold).map(([make, bold]) => make(bold)))],
    { maxCommands, size: 'max' },
  )
}

interface Purse {
  /** Minor units on each gift card. */
  cards: number[]
  /** Minor units of store credit; 0: a guest buys. */
  store: number
}

/** Mostly none; some pay a part, some all of it. */
const purses: fc.Arbitrary<Purse> = fc.record({
  cards: fc.oneof(
    fc.constant<number[]>([]),
    fc.array(fc.integer({ min: 1, max: 25_000 }), { minLength: 1, maxLength: 2 }),
  ),
  store: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 15_000 })),
})

async function newCustomer(req: PayloadRequest): Promise<string> {
  const [row] = await rowsOf<{ id: string }>(
    req,
    sql`INSERT INTO customers (email) VALUES (${`${randomUUID()}@example.com`}) RETURNING id`,
  )
  return row?.id ?? ''
}

/** Puts the purse into the cart, and says what it is made of. */
async function fill(
  req: PayloadRequest,
  token: string,
  { cards, store, customerId }: Purse & { customerId?: string },
): Promise<string[]> {
  const ids: string[] = []
  for (const amount of cards) {
    const { id, code = '' } = await issueCard(req, { amount, currency: 'EUR', locale: 'en' })
    await addGiftCard(req, token, code)
    ids.push(id)
  }
  if (!customerId) return ids
  const { id } = await grantCredit(req, { customerId, currency: 'EUR', amount: store, reason: 'model' })
  await payByStoreCredit(req, token, true)
  return [...ids, id]
}

interface Run {
  seed?: number
  numRuns: number
  provider: string
  newShop: () => Promise<{ req: PayloadRequest; variants: string[] }>
  makeReq: () => Promise<PayloadRequest>
}

/** Runs so many sequences, each on an order of its own. Answers with how often each kind of step was accepted. */
export async function runOrderModel({
  seed,
  numRuns,
  provider,
  newShop,
  makeReq,
}: Run): Promise<ReadonlyMap<string, number>> {
  const accepted = new Map<string, number>()
  await fc.assert(
    fc.asyncProperty(orderSteps(), fc.integer({ min: 1, max: 3 }), purses, async (commands, pairs, purse) => {
      const { req, variants } = await newShop()
      const customerId = purse.store > 0 ? await newCustomer(req) : undefined
      const { token } = await createCart(req, { ...(customerId && { customerId }) })
      await addLine(req, token, { variantId: variants[0] ?? '', quantity: pairs })
      const credits = await fill(req, token, { ...purse, ...(customerId && { customerId }) })
      const real: RealShop = {
        ...{ req: makeReq, provider, variants, token, credits },
        ...(customerId && { customerId }),
      }
      const model: OrderModel = {
        ...{ onHand: [4, 2], cart: pairs, captured: 0, back: 0, isPlaced: false, accepted },
        ...{ issued: sum(purse.cards) + purse.store, voided: 0 },
      }
      await place()(true).run(model, real)
      await fc.asyncModelRun(() => ({ model, real }), commands)
    }),
    { numRuns, ...(seed !== undefined && { seed }), endOnFailure: true },
  )
  return accepted
}

/** The kinds of steps that a run must have seen work, or it has shown nothing. */
export const kindsOfSteps = [
  ...['place', 'event', 'capture', 'expire', 'cancel', 'ship', 'deliver', 'refund', 'edit', 'return'],
  ...['credit', 'void', 'send'],
  ...['approve', 'receive', 'reject', 'call', 'inspect', 'complete', 'withdraw'],
]
