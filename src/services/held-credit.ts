import { lockCredits, writeCreditEntries } from './credit-rows'
import { run, type Statement } from './statement'
import type { Transaction } from './transaction'

/*
 * What gift cards and store credit pay of an order leaves their balance when the order is placed. As long as the rest is
 * unpaid and the order may expire, it is only held (payment `authorised`, `orders.held`); with the first other money it
 * counts as paid; an order that ends unpaid gives it back.
 */

const take: Statement = {
  name: 'credit-take-held',
  text: `WITH taken AS (
      UPDATE payments SET status = 'captured', captured = amount, updated_at = now()
      WHERE order_id = $1 AND credit_id IS NOT NULL AND status = 'authorised' RETURNING amount),
    free AS (UPDATE orders SET held = 0 WHERE id = $1)
    SELECT coalesce(sum(amount), 0)::float8 AS amount FROM taken`,
}
const letGo: Statement = {
  name: 'credit-let-go',
  text: `WITH let_go AS (
      UPDATE payments SET status = $2, updated_at = now()
      WHERE order_id = ANY ($1::uuid[]) AND credit_id IS NOT NULL AND status = 'authorised' RETURNING order_id, credit_id, amount),
    free AS (UPDATE orders SET held = 0 WHERE id IN (SELECT order_id FROM let_go))
    INSERT INTO credit_entries (credit_id, kind, amount, order_id)
    SELECT credit_id, 'give-back', amount, order_id FROM let_go ORDER BY credit_id, order_id`,
}
const gone: Statement = {
  name: 'credit-gone',
  text: `SELECT id, credit_id AS "creditId", amount::float8 AS amount FROM payments
    WHERE order_id = $1 AND credit_id IS NOT NULL AND status = 'expired' ORDER BY attempt`,
}
const again: Statement = {
  name: 'credit-hold-again',
  text: `WITH held AS (
      UPDATE payments SET status = 'authorised', updated_at = now() WHERE id = ANY ($2::uuid[]) RETURNING amount)
    UPDATE orders SET held = (SELECT sum(amount) FROM held) WHERE id = $1`,
}
const heldParts: Statement = {
  name: 'credit-held-parts',
  text: `SELECT id, credit_id AS "creditId", amount::float8 AS amount FROM payments
    WHERE order_id = $1 AND credit_id IS NOT NULL AND status = 'authorised' ORDER BY attempt DESC FOR UPDATE`,
}
const shrink: Statement = {
  name: 'credit-shrink',
  text: `WITH smaller AS (
      UPDATE payments p SET amount = p.amount - s.amount, status = CASE WHEN p.amount = s.amount THEN 'cancelled' ELSE p.status END, updated_at = now()
      FROM jsonb_to_recordset($2::jsonb) AS s (id uuid, amount numeric) WHERE p.id = s.id RETURNING s.amount)
    UPDATE orders SET held = held - (SELECT sum(amount) FROM smaller) WHERE id = $1`,
}

interface HeldPart {
  /** Of the payment. */
  id: string
  creditId: string
  amount: number
}

/** What is held for a locked order counts as paid from now on. Answers with how much that is, in minor units. */
export async function takeHeld(tx: Transaction, orderId: string): Promise<number> {
  const [taken] = await run<{ amount: number }>(tx, take, [orderId])
  return taken?.amount ?? 0
}

/** Locked orders that end unpaid give back what is held for them. Repeating it changes nothing. Call it before promotions and stock are released. */
export const letGoOfHeld = (
  tx: Transaction,
  orderIds: readonly string[],
  status: 'expired' | 'cancelled',
): Promise<unknown> => run(tx, letGo, [[...orderIds], status])

/**
 * What a locked order held when it expired, with its cards locked; undefined when they no longer have as much. Nothing is held
 * again yet: see `holdAgain`.
 */
export async function lockGone(tx: Transaction, orderId: string): Promise<HeldPart[] | undefined> {
  const parts = await run<HeldPart>(tx, gone, [orderId])
  if (parts.length === 0) return parts
  const credits = await lockCredits(
    tx,
    parts.map((part) => part.creditId),
  )
  const isThere = credits.every(({ id, status, balance }) => {
    const wanted = parts.reduce((sum, part) => sum + (part.creditId === id ? part.amount : 0), 0)
    return status === 'active' && balance >= wanted
  })
  return isThere ? parts : undefined
}

/** An order that comes back after its time takes again what it held. */
export async function holdAgain(tx: Transaction, orderId: string, parts: readonly HeldPart[]): Promise<void> {
  if (parts.length === 0) return
  await run(tx, again, [orderId, parts.map(({ id }) => id)])
  await writeCreditEntries(
    tx,
    parts.map(({ creditId, amount }) => ({ creditId, kind: 'spend', amount: -amount, orderId })),
  )
}

/** Gives back so many minor units of what is held for a locked order, the last card first. */
export async function shrinkHeld(tx: Transaction, orderId: string, by: number): Promise<void> {
  let left = by
  const parts = (await run<HeldPart>(tx, heldParts, [orderId])).flatMap((part) => {
    const amount = Math.min(left, part.amount)
    left -= amount
    return amount > 0 ? [{ ...part, amount }] : []
  })
  if (left > 0) throw new Error('An order holds less than it says')
  await run(tx, shrink, [orderId, JSON.stringify(parts.map(({ id, amount }) => ({ id, amount })))])
  await writeCreditEntries(
    tx,
    parts.map(({ creditId, amount }) => ({ creditId, kind: 'give-back', amount, orderId })),
  )
}
