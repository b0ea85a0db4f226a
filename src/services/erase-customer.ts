import { createHash } from 'node:crypto'
import type { PayloadRequest } from 'payload'
import { isErasedEmail, mattersOf, type OpenMatter, type OrderFacts } from '#domain/erasure'
import { DomainError } from '#domain/errors'
import { markets, type MarketId } from '#domain/markets'
import { recordAudit } from './audit'
import { eraseSubject } from './audit-privacy'
import { auditSubjectsOf, forgetRows, lockCartsOf, lockOrdersOf, type OwnOrder } from './erase-rows'
import { queueMail } from './queue-mail'
import { announceStock, type StockChange } from './reserve-stock'
import { idOf, run, type Statement } from './statement'
import { inTransaction, type Transaction } from './transaction'

interface Account {
  id: string
  email: string
  market: MarketId
  firstName: string | null
  lastName: string | null
}

const columns = 'id, email, market::text AS market, first_name AS "firstName", last_name AS "lastName"'
const find: Statement = {
  name: 'erase-find',
  text: `SELECT ${columns} FROM customers WHERE id = ${idOf('$1')}`,
}
const lock: Statement = {
  name: 'erase-lock',
  text: `SELECT ${columns} FROM customers WHERE id = ${idOf('$1')} FOR UPDATE`,
}
const facts: Statement = {
  name: 'erase-facts',
  text: `SELECT o.number, o.fulfilment_status AS "fulfilmentStatus", o.owed::float8 AS owed, o.held::float8 AS held, o.dispute,
      (SELECT max(s.shipped_at) FROM shipments s WHERE s.order_id = o.id) AS "shippedAt",
      (SELECT count(*)::int FROM payments p WHERE p.order_id = o.id AND p.status IN ('pending', 'authorised')) AS "openPayments",
      (SELECT count(*)::int FROM returns t WHERE t.order_id = o.id AND t.status NOT IN ('completed', 'rejected', 'cancelled')) AS "openReturns"
    FROM orders o WHERE o.id = ANY ($1::uuid[]) ORDER BY o.number`,
}
const credit: Statement = {
  name: 'erase-credit',
  text: `SELECT 1 FROM credits WHERE customer_id = $1 AND balance > 0 ORDER BY id FOR UPDATE`,
}

type FactRow = Omit<OrderFacts, 'shippedAt' | 'dispute'> & {
  number: string
  shippedAt: string | null
  dispute: string | null
}

interface Open {
  number?: string
  matters: OpenMatter[]
}

async function openOf(tx: Transaction, customerId: string, orders: readonly OwnOrder[]): Promise<Open[]> {
  const now = new Date()
  const rows = await run<FactRow>(tx, facts, [orders.map(({ id }) => id)])
  const open = rows.map(({ number, shippedAt, dispute, ...row }) => ({
    number,
    matters: mattersOf(
      { ...row, ...(shippedAt && { shippedAt: new Date(shippedAt) }), ...(dispute && { dispute }) },
      now,
    ),
  }))
  const owing = await run(tx, credit, [customerId])
  return [
    ...open.filter(({ matters }) => matters.length > 0),
    ...(owing.length > 0 ? [{ matters: ['credit' as const] }] : []),
  ]
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

async function eraseAudit(tx: Transaction, subjects: readonly string[]): Promise<void> {
  for (const subject of subjects) await eraseSubject(tx, subject)
}

export interface Erased {
  id: string
  /** Orders that stay for the tax office or the count of pairs, without what is not needed. */
  orders: number
  /** Reviews that stay without their author. */
  reviews: number
}

async function erase(
  tx: Transaction,
  req: PayloadRequest,
  { customerId, reason }: { customerId: string; reason?: string },
): Promise<{ erased: Erased; changes: StockChange[] }> {
  const [known] = await run<Account>(tx, find, [customerId])
  if (!known) throw new DomainError('customer.not-found')
  await lockCartsOf(tx, { customerId: known.id, email: known.email })
  const [customer] = await run<Account>(tx, lock, [customerId])
  if (!customer) throw new DomainError('customer.not-found')
  if (isErasedEmail(customer.email))
    return { erased: { id: customer.id, orders: 0, reviews: 0 }, changes: [] }
  const { id, email, market, firstName, lastName } = customer
  const person = { customerId: id, email: email.toLowerCase() }
  const orders = await lockOrdersOf(tx, person)
  const open = await openOf(tx, id, orders)
  if (open.length > 0) throw new DomainError('customer.not-erasable', { open })
  const subjects = await auditSubjectsOf(tx, person)
  const names = [firstName, lastName].filter((name): name is string => Boolean(name))
  const { reviews, changes } = await forgetRows(tx, person, { orders, names })
  await eraseAudit(tx, [
    ...[`customer:${id}`, `email:${sha256(person.email)}`, ...subjects],
    ...orders.map((order) => `orders:${order.id}`),
  ])
  await queueMail(tx, {
    template: 'erasure-done',
    entity: `erased:${id}`,
    recipient: email,
    locale: markets[market].locale,
    data: { market, path: '/' },
  })
  const counts = { orders: orders.length, reviews }
  await recordAudit(req, {
    ...{ action: 'customer.erase', entity: 'customers', entityId: id, after: counts },
    ...(reason && { reason }),
  })
  return { erased: { id, ...counts }, changes }
}

/**
 * Forgets a customer, in one transaction: the account and everything under its address goes; orders, invoices and
 * reviews stay as docs/privacy.md says. A receipt goes to the address. Repeating it changes nothing. Throws
 * `customer.not-found`, and `customer.not-erasable` with what is still open, having changed nothing.
 */
export async function eraseCustomer(
  req: PayloadRequest,
  call: { customerId: string; reason?: string },
): Promise<Erased> {
  const { erased, changes } = await inTransaction(req, (tx) => erase(tx, req, call))
  await announceStock(req, changes)
  return erased
}
