import { createHash } from 'node:crypto'
import type { PayloadRequest } from 'payload'
import { isPrintable } from '#domain/address'
import { checkoutErrors, tidyCheckout } from '#domain/checkout'
import { DomainError } from '#domain/errors'
import { markets } from '#domain/markets'
import type { CheckoutAnswer, CheckoutInput, SizeSystem } from '#domain/views'
import { authoriseOrder } from './authorise-order'
import { checkLimits } from './check-limits'
import { forgetCustomer } from './cart-credits'
import { boughtRefusal, lockCart, type LockedCart } from './cart-lock'
import { orderToken } from './order-access'
import { together } from './own-line'
import { orderById } from './order-view'
import { planOrder } from './place-order-plan'
import { readCheckout, type CheckoutState, type KeptAnswer } from './place-order-read'
import { draftOrder, isCovered, writeOrder } from './place-order-write'
import { spendCredits, withLockedCredits } from './spend-credits'
import { announceStock, type StockChange } from './reserve-stock'
import { inOpenedTransaction, sqlStateOf, type Transaction } from './transaction'

export interface PlaceOrder {
  token: string
  /** The caller's idempotency key. */
  key: string
  input: CheckoutInput
  customerId?: string
  /** What the buyer has chosen to read sizes in. */
  sizeSystem?: SizeSystem
}

interface Placed {
  answer: KeptAnswer
  /** A provider still has to be asked for this order. */
  isOpen: boolean
  changes: StockChange[]
}

const lockNotAvailable = '55P03'
const hashOf = (input: CheckoutInput): string =>
  createHash('sha256').update(JSON.stringify(input)).digest('hex')

function checkKey(key: string): void {
  if (!key) throw new DomainError('idempotency.missing')
  if (key.length > 200 || !isPrintable(key))
    throw new DomainError('validation.failed', {
      errors: [{ path: 'Idempotency-Key', message: 'At most 200 printable characters.' }],
    })
}

async function lockForCheckout(tx: Transaction, token: string): Promise<LockedCart> {
  try {
    return await lockCart(tx, token)
  } catch (error) {
    // Another call with this cart has been at work for longer than one waits for a lock.
    if (sqlStateOf(error) === lockNotAvailable) throw new DomainError('checkout.in-progress')
    throw error
  }
}

function checkInput(input: CheckoutInput, cart: LockedCart): CheckoutInput {
  const errors = checkoutErrors(input, markets[cart.market].countries)
  if (errors.length > 0) throw new DomainError('validation.failed', { errors })
  return tidyCheckout(input)
}

/** The first answer again. One whose provider has not answered yet is asked again, which at the provider is one call. */
async function repeated(
  tx: Transaction,
  first: NonNullable<CheckoutState['answered']>,
  requestHash: string,
): Promise<Placed> {
  if (first.hash !== requestHash) throw new DomainError('idempotency.mismatch')
  if (first.response) return { answer: first.response, isOpen: false, changes: [] }
  const order = await orderById(tx, first.orderId)
  if (!order) throw new Error('An answered order is not there')
  return {
    answer: { order, payment: { method: order.paymentMethod, status: 'pending' } },
    isOpen: true,
    changes: [],
  }
}

type Opened = [cart: LockedCart, state: CheckoutState | undefined]

/** Locks the cart and reads what will be sold of it. */
const open = (tx: Transaction, { input, ...call }: PlaceOrder): Promise<Opened> =>
  together(lockForCheckout(tx, call.token), readCheckout(tx, { ...call, input: tidyCheckout(input) }))

async function placeOnce(
  tx: Transaction,
  [cart, state]: Opened,
  { key, input: given, customerId, sizeSystem }: PlaceOrder,
): Promise<Placed> {
  const input = checkInput(given, cart)
  if (!state) throw new Error('A locked cart vanished')
  const requestHash = hashOf(input)
  if (state.answered) return repeated(tx, state.answered, requestHash)
  if (cart.status === 'bought') throw await boughtRefusal(tx, cart.orderId)
  const plan = planOrder(await withLockedCredits(tx, state, customerId), input)
  await checkLimits(tx, plan.lines, { email: input.email, ...(customerId && { customerId }) })
  const order = draftOrder(plan, { input, sizeSystem }, new Date(state.now))
  const written = await writeOrder(tx, plan, order, { input, key, requestHash, customerId })
  await spendCredits(tx, order.id, plan.parts)
  return { ...written, isOpen: !plan.provider.isOffline && !isCovered(plan) }
}

async function placeAlone(req: PayloadRequest, call: PlaceOrder): Promise<Placed> {
  try {
    return await inOpenedTransaction(
      req,
      (tx) => open(tx, call),
      (tx, opened) => placeOnce(tx, opened, call),
    )
  } catch (error) {
    // The cart may still show what a customer pays who is no longer signed in: the next look shows what is asked now.
    if (!call.customerId && error instanceof DomainError) await forgetCustomer(req, call.token)
    throw error
  }
}

/**
 * Turns a cart into an order: one transaction that re-reads prices, shipping and tax, writes the order with its
 * snapshots, payments and mail, takes the stock, and spends the gift cards and store credit of the cart. Repeating it with the same key answers the same.
 * A provider that needs a network is asked after the commit, with the order and its try as idempotency key; an
 * order whose provider gives no answer stands and can be paid later.
 * Throws `idempotency.missing`, `idempotency.mismatch`, `validation.failed`, `cart.not-found`, `cart.bought`,
 * `checkout.in-progress` and what `planOrder`, `checkLimits` and `writeOrder` throw; then nothing has changed.
 * Source: DESIGN 4 and 5.
 */
export async function placeOrder(req: PayloadRequest, call: PlaceOrder): Promise<CheckoutAnswer> {
  checkKey(call.key)
  const { answer, isOpen, changes } = await placeAlone(req, call)
  await announceStock(req, changes)
  const { order, payment } = isOpen ? await authoriseOrder(req, answer.order, call.key) : answer
  return { order, accessToken: orderToken(order.id), payment }
}
