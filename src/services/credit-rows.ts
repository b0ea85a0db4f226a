import type { CreditEntryKind, CreditKind, CreditStatus } from '#domain/credit'
import type { Currency, Locale } from '#domain/markets'
import { run, type Statement } from './statement'
import type { Transaction } from './transaction'

/** A gift card or store credit while it is locked: who has it decides about its money. Minor units. */
export interface LockedCredit {
  id: string
  kind: CreditKind
  /** `expired` also for one whose date has passed and that no job has looked at yet. */
  status: CreditStatus
  currency: Currency
  balance: number
  last4: string | null
  customerId: string | null
  recipient: string | null
  locale: Locale
  edition: number
}

export const creditStatusSql = `CASE WHEN k.status = 'active' AND k.expires_at <= now() THEN 'expired' ELSE k.status END`

/** In id order, so that two that need the same ones do not wait for each other. After orders and payments, before promotions and stock. */
const lock: Statement = {
  name: 'credits-lock',
  text: `SELECT k.id, k.kind, ${creditStatusSql} AS status, k.currency, k.balance::float8 AS balance, k.last4, k.customer_id AS "customerId",
      k.recipient, k.locale, k.edition::float8 AS edition
    FROM credits k WHERE k.id = ANY ($1::uuid[]) ORDER BY k.id FOR UPDATE`,
}
/** A trigger moves the balance; a CHECK holds it above zero. */
const write: Statement = {
  name: 'credit-entries-write',
  text: `INSERT INTO credit_entries (credit_id, kind, amount, order_id, reason, actor)
    SELECT e."creditId", e.kind, e.amount, e."orderId", e.reason, e.actor
    FROM jsonb_to_recordset($1::jsonb) AS e ("creditId" uuid, kind text, amount numeric, "orderId" uuid, reason text, actor text)
    ORDER BY e."creditId"`,
}

export const lockCredits = (tx: Transaction, ids: readonly string[]): Promise<LockedCredit[]> =>
  run<LockedCredit>(tx, lock, [[...new Set(ids)]])

export interface CreditEntry {
  creditId: string
  kind: CreditEntryKind
  /** Minor units, signed as the kind says. */
  amount: number
  orderId?: string
  reason?: string
  actor?: string
}

/** Appends to the ledgers of credits. */
export async function writeCreditEntries(tx: Transaction, entries: readonly CreditEntry[]): Promise<void> {
  if (entries.length > 0) await run(tx, write, [JSON.stringify(entries)])
}
