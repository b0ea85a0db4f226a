import { run, type Statement } from './statement'
import type { Transaction } from './transaction'

const unexpire: Statement = {
  name: 'reservations-keep',
  text: 'UPDATE reservations SET expires_at = NULL WHERE order_id = $1 AND expires_at IS NOT NULL',
}

const expire: Statement = {
  name: 'reservations-expire',
  text: 'UPDATE reservations SET expires_at = $2::timestamptz WHERE order_id = $1',
}

/** Pairs somebody has paid for are held until they are shipped. */
export const holdForGood = (tx: Transaction, orderId: string): Promise<unknown> =>
  run(tx, unexpire, [orderId])

export const holdUntil = (tx: Transaction, orderId: string, at: string): Promise<unknown> =>
  run(tx, expire, [orderId, at])
