import { sql } from '@payloadcms/db-postgres'
import type { Payload } from 'payload'
import type { CreditEntryKind, CreditKind, CreditStatus } from '#domain/credit'
import type { Currency } from '#domain/markets'
import { adminRows, idOf } from './admin-rows'

export interface CreditEntryRow {
  at: string
  kind: CreditEntryKind
  /** Minor units, signed. */
  amount: number
  orderId: string | null
  number: string | null
  reason: string | null
  actor: string | null
}

/** A gift card or store credit as staff see it. Minor units of `currency`. */
export interface CreditForStaff {
  id: string
  kind: CreditKind
  status: CreditStatus
  currency: Currency
  balance: number
  last4: string | null
  recipient: string | null
  message: string | null
  expiresAt: string | null
  createdAt: string
  customerId: string | null
  customer: string | null
  /** Of the balance that was once there, what orders hold that are not paid yet. */
  held: number
  entries: CreditEntryRow[]
}

const creditsOf = (payload: Payload, where: ReturnType<typeof sql>) =>
  adminRows<Omit<CreditForStaff, 'entries'> & { entries: CreditEntryRow[] }>(
    payload,
    sql`SELECT k.id, k.kind, CASE WHEN k.status = 'active' AND k.expires_at <= now() THEN 'expired' ELSE k.status END AS status, k.currency,
        k.balance::float8 AS balance, k.last4, k.recipient, k.message, k.expires_at::text AS "expiresAt", k.created_at::text AS "createdAt",
        c.id AS "customerId", c.email AS customer,
        (SELECT coalesce(sum(p.amount), 0) FROM payments p WHERE p.credit_id = k.id AND p.status = 'authorised')::float8 AS held,
        (SELECT coalesce(json_agg(json_build_object('at', e.created_at, 'kind', e.kind, 'amount', e.amount, 'orderId', o.id, 'number', o.number,
            'reason', e.reason, 'actor', e.actor) ORDER BY e.created_at DESC, e.id), '[]'::json)
          FROM (SELECT * FROM credit_entries e WHERE e.credit_id = k.id ORDER BY e.created_at DESC, e.id LIMIT 100) e
          LEFT JOIN orders o ON o.id = e.order_id) AS entries
      FROM credits k LEFT JOIN customers c ON c.id = k.customer_id WHERE ${where} ORDER BY k.currency`,
  )

/** One gift card or store credit with its newest 100 entries. */
export const getCredit = async (payload: Payload, id: string): Promise<CreditForStaff | undefined> =>
  (await creditsOf(payload, sql`k.id = ${idOf(id)}`))[0]

/** The store credit of a customer, one for each currency. */
export const creditsOfCustomer = (payload: Payload, customerId: string): Promise<CreditForStaff[]> =>
  creditsOf(payload, sql`k.customer_id = ${idOf(customerId)}`)
