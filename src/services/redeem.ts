import { run, type Statement } from './statement'
import type { Transaction } from './transaction'

/**
 * Writes the redemptions of an order `o` into the ledger, in promotion order, so that two orders cannot wait for each other.
 * A trigger counts them under lock against every limit; one too many is a serialization failure, and whoever tries
 * again reads that the promotion is used up. `rows` is a parameter: `[{ promotion_id, code_id, customer_key, amount }]`.
 */
export const redeemSql = (o: string, rows: string): string => `
  INSERT INTO redemptions (promotion_id, order_id, code_id, uses, amount, currency, turn, customer_key, email_key)
  SELECT r.promotion_id, ${o}.id, r.code_id, 1, r.amount, ${o}.currency, 1, r.customer_key, molini_email_key(${o}.email)
  FROM ${o}, jsonb_to_recordset(${rows}::jsonb) AS r (promotion_id uuid, code_id uuid, customer_key text, amount numeric)
  ORDER BY r.promotion_id`

/** The last entry of each promotion of the orders $1: whether its use still counts. */
const lastEntries = `
  SELECT DISTINCT ON (promotion_id, order_id) promotion_id, order_id, code_id, uses, amount, currency, turn, customer_key, email_key
  FROM redemptions WHERE order_id = ANY ($1::uuid[]) ORDER BY promotion_id, order_id, turn DESC, uses`

const giveBack: Statement = {
  name: 'redemptions-give-back',
  text: `INSERT INTO redemptions (promotion_id, order_id, code_id, uses, amount, currency, turn, customer_key, email_key)
    SELECT promotion_id, order_id, code_id, -1, -amount, currency, turn, customer_key, email_key FROM (${lastEntries}) last
    WHERE uses = 1 ORDER BY promotion_id, order_id`,
}
const again: Statement = {
  name: 'redemptions-again',
  text: `INSERT INTO redemptions (promotion_id, order_id, code_id, uses, amount, currency, turn, customer_key, email_key)
    SELECT promotion_id, order_id, code_id, 1, -amount, currency, turn + 1, customer_key, email_key FROM (${lastEntries}) last
    WHERE uses = -1 ORDER BY promotion_id, order_id`,
}

/** Orders that ended give their uses back. Repeating it changes nothing. Call it before stock is released: checkout locks in that order. */
export const giveBackRedemptions = (tx: Transaction, orderIds: readonly string[]): Promise<unknown> =>
  run(tx, giveBack, [orderIds])

/** An order that comes back after its time counts again, even beyond a limit: it keeps the price it was sold at. */
export const redeemAgain = (tx: Transaction, orderId: string): Promise<unknown> => run(tx, again, [[orderId]])
