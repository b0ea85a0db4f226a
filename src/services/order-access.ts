import { createHmac } from 'node:crypto'
import type { PayloadRequest } from 'payload'
import { env } from '#env'
import { DomainError } from '#domain/errors'
import type { Locale } from '#domain/markets'
import { readOrderNumber } from '#domain/order-number'
import type { OrderView } from '#domain/views'
import { orderByNumber, ordersByCustomer } from './order-view'
import { queueMail } from './queue-mail'
import { run, type Statement } from './statement'
import { inTransaction } from './transaction'
import { isSameKey } from './same-key'

const ownerOf: Statement = {
  name: 'order-owner',
  text: 'SELECT customer_id AS "customerId" FROM orders WHERE id = $1',
}
const forLink: Statement = {
  name: 'order-for-link',
  text: 'SELECT number, email, locale FROM orders WHERE number = $1 AND lower(email) = lower($2)',
}
/** One mail with the link in this time, however often it is asked for. */
const linkEveryMs = 10 * 60_000

/** The key that opens one order to whoever holds it: nothing to store, and good for ever. */
export const orderToken = (orderId: string): string =>
  createHmac('sha256', `${env.PAYLOAD_SECRET}:order-access`).update(orderId).digest('base64url')

const isTokenOf = (orderId: string, token: string): boolean => isSameKey(orderToken(orderId), token)

/** An order for its buyer: by its token, or by the customer it belongs to. Throws `order.not-found` otherwise. */
export async function readOrder(
  req: PayloadRequest,
  { number, token, customerId }: { number: string; token?: string; customerId?: string },
): Promise<OrderView> {
  const known = readOrderNumber(number)
  const order = known ? await orderByNumber(req, known) : undefined
  if (!order) throw new DomainError('order.not-found')
  if (token && isTokenOf(order.id, token)) return order
  const [owner] = customerId ? await run<{ customerId: string | null }>(req, ownerOf, [order.id]) : []
  if (!customerId || owner?.customerId !== customerId) throw new DomainError('order.not-found')
  return order
}

/** A customer's orders, newest first. */
export const ordersOfCustomer = (req: PayloadRequest, customerId: string): Promise<OrderView[]> =>
  ordersByCustomer(req, customerId)

/** As what a search for an order is counted: with the address, so that whoever names a wrong one uses up nobody's tries. */
export const findingOf = (number: string, email: string): string =>
  `${readOrderNumber(number) ?? number} ${email.trim().toLowerCase()}`

/**
 * Mails the link of an order to the address it was placed with, to see it or to withdraw from it. Says nothing about
 * whether it knows either.
 */
export async function mailOrderLink(
  req: PayloadRequest,
  { number, email, to = 'order' }: { number: string; email: string; to?: 'order' | 'withdrawal' },
): Promise<void> {
  const known = readOrderNumber(number)
  if (!known) return
  const [order] = await run<{ number: string; email: string; locale: Locale }>(req, forLink, [known, email])
  if (!order) return
  const entity = `${order.number}:${Math.floor(Date.now() / linkEveryMs)}`
  await inTransaction(req, (tx) =>
    queueMail(tx, { template: `${to}-link`, entity, recipient: order.email, locale: order.locale }),
  )
}
