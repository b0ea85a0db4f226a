import type { PayloadRequest } from 'payload'
import { DomainError } from '#domain/errors'
import { currencies, markets, type Currency, type MarketId } from '#domain/markets'
import { money } from '#domain/money'
import type { Money } from '#domain/views'
import { actorOf } from './actor'
import { recordAudit } from './audit'
import { writeCreditEntries } from './credit-rows'
import { checkAmount, checkReason, lockCredit, makeCard } from './gift-card'
import { once } from './once'
import type { LockedOrder } from './order-lock'
import { run, type Statement } from './statement'
import { inTransaction, type Transaction } from './transaction'

/** One for each customer and currency, made when it is first needed. */
const open: Statement = {
  name: 'store-credit-open',
  text: `INSERT INTO credits (kind, status, currency, customer_id, locale) VALUES ('store-credit', 'active', $2, $1, $3)
    ON CONFLICT (customer_id, currency) DO UPDATE SET locale = excluded.locale RETURNING id`,
}
const marketOf: Statement = {
  name: 'customer-market',
  text: 'SELECT market::text AS market FROM customers WHERE id::text = $1',
}
const buyerOf: Statement = {
  name: 'credit-buyer',
  text: 'SELECT customer_id AS "customerId" FROM orders WHERE id = $1',
}
const ofCustomer: Statement = {
  name: 'store-credit-of',
  text: `SELECT currency, balance::float8 AS balance,
      (SELECT coalesce(json_agg(json_build_object('at', e.created_at, 'kind', e.kind, 'amount', e.amount, 'number', o.number)
          ORDER BY e.created_at DESC, e.id), '[]'::json)
        FROM (SELECT * FROM credit_entries e WHERE e.credit_id = k.id ORDER BY e.created_at DESC LIMIT 50) e
        LEFT JOIN orders o ON o.id = e.order_id) AS entries
    FROM credits k WHERE k.customer_id = $1 ORDER BY currency`,
}

async function openCredit(
  tx: Transaction,
  customerId: string,
  { currency, locale }: { currency: Currency; locale: string },
): Promise<string> {
  const [row] = await run<{ id: string }>(tx, open, [customerId, currency, locale])
  if (!row) throw new Error('A store credit was not written')
  return row.id
}

/**
 * Where money of a locked order goes that its buyer wants as credit: to the store credit of a registered customer, else to a gift
 * card that is made and mailed for it. Answers with the id of either; a refund puts the money there.
 */
export async function creditFor(tx: Transaction, order: LockedOrder): Promise<string> {
  const [buyer] = await run<{ customerId: string | null }>(tx, buyerOf, [order.id])
  const { currency, locale, email } = order
  if (buyer?.customerId) return openCredit(tx, buyer.customerId, { currency, locale })
  return (await makeCard(tx, { currency, locale, recipient: email })).id
}

export interface GrantCredit {
  customerId: string
  currency: Currency
  /** Minor units, more than 0. */
  amount: number
  /** Takes it instead of giving it. */
  isTaken?: boolean
  reason: string
  key?: string
}

/**
 * Staff give store credit to a customer, or take it. Repeating it with the same key answers the same. Throws `customer.not-found`,
 * `validation.failed`, and `credit.state` for more than there is.
 */
export async function grantCredit(
  req: PayloadRequest,
  call: GrantCredit,
): Promise<{ id: string; balance: Money }> {
  const { customerId, currency, amount, isTaken = false, reason, key } = call
  checkAmount(amount)
  checkReason(reason)
  if (!currencies.includes(currency))
    throw new DomainError('validation.failed', {
      errors: [{ path: 'currency', message: `One of ${currencies.join(', ')}.` }],
    })
  const body = { currency, amount, isTaken, reason }
  return inTransaction(req, (tx) =>
    once(tx, { scope: `credit.grant:${customerId}`, key, body }, async () => {
      const [customer] = await run<{ market: MarketId }>(tx, marketOf, [customerId])
      if (!customer) throw new DomainError('customer.not-found')
      const creditId = await openCredit(tx, customerId, { currency, locale: markets[customer.market].locale })
      const { balance } = await lockCredit(tx, creditId)
      if (isTaken && amount > balance) throw new DomainError('credit.state', { balance, amount })
      const change = isTaken ? -amount : amount
      const kind = isTaken ? 'take' : 'grant'
      await writeCreditEntries(tx, [{ creditId, kind, amount: change, reason, actor: actorOf(req) }])
      await recordAudit(req, {
        action: `credit.${kind}`,
        entity: 'credits',
        entityId: creditId,
        before: { balance: money(balance, currency) },
        after: { balance: money(balance + change, currency) },
        reason,
      })
      return { id: creditId, balance: money(balance + change, currency) }
    }),
  )
}

export interface StoreCreditView {
  balance: Money
  /** The newest 50. Minor units with their sign. */
  entries: { at: string; kind: string; amount: Money; number?: string }[]
}

interface StoredCreditRow {
  currency: Currency
  balance: number
  entries: { at: string; kind: string; amount: number; number: string | null }[]
}

/** The store credit of a customer, one for each currency that there ever was any in. */
export async function storeCreditOf(req: PayloadRequest, customerId: string): Promise<StoreCreditView[]> {
  const rows = await run<StoredCreditRow>(req, ofCustomer, [customerId])
  return rows.map(({ currency, balance, entries }) => ({
    balance: money(balance, currency),
    entries: entries.map(({ at, kind, amount, number }) => ({
      at: new Date(at).toISOString(),
      kind,
      amount: { amount, currency },
      ...(number && { number }),
    })),
  }))
}
