import { createHmac } from 'node:crypto'
import type { PayloadRequest } from 'payload'
import { env } from '#env'
import { isEmail } from '#domain/address'
import { DomainError } from '#domain/errors'
import { notYet } from '#domain/launch'
import { markets, type MarketId } from '#domain/markets'
import { defaultLocationSql } from './cart-rows'
import { launchesAtSql } from './launch-rows'
import { idOf, run, type Statement } from './statement'
import { isSameKey } from './same-key'

export interface StockAlert {
  variantId: string
  email: string
  market: MarketId
}

const sizeOf: Statement = {
  name: 'alert-size',
  text: `SELECT v.id, ${launchesAtSql} AS "launchesAt", greatest(coalesce(s.on_hand - s.reserved, 0), 0)::float8 AS available
    FROM variants v JOIN products p ON p.id = v.product_id
    LEFT JOIN stock_levels s ON s.variant_id = v.id AND s.location_id = ${defaultLocationSql}
    WHERE v.id = ${idOf('$1')} AND v.deleted_at IS NULL AND p.deleted_at IS NULL AND p._status = 'published'`,
}
const wait: Statement = {
  name: 'alert-wait',
  text: `INSERT INTO stock_alerts (variant_id, email, market, status) VALUES ($1, $2, $3, 'waiting')
    ON CONFLICT (variant_id, email) WHERE status IN ('waiting', 'held') DO NOTHING`,
}
const stop: Statement = {
  name: 'alert-stop',
  text: `DELETE FROM stock_alerts WHERE status = 'waiting' AND email = (SELECT email FROM stock_alerts WHERE id = ${idOf('$1')})`,
}
const found: Statement = {
  name: 'alert-found',
  text: `SELECT id FROM stock_alerts WHERE id = ${idOf('$1')}`,
}

/** The key that stops what one address waits for: nothing to store. */
export const alertToken = (alertId: string): string =>
  createHmac('sha256', `${env.PAYLOAD_SECRET}:stock-alert`).update(alertId).digest('base64url')

/**
 * Somebody wants to hear when a sold-out size is back, and to be next. The answer is the same whether they wait already or a
 * pair is held for them. Throws
 * `variant.not-found`, `stock.available` for a size that can be bought, `launch.not-yet` for one that cannot be bought yet, and `validation.failed` for a malformed address.
 */
export async function waitForStock(
  req: PayloadRequest,
  { variantId, email, market }: StockAlert,
): Promise<void> {
  const address = email.trim().toLowerCase()
  if (!isEmail(address))
    throw new DomainError('validation.failed', { errors: [{ path: 'email', message: 'An e-mail address.' }] })
  const [size] = await run<{ id: string; available: number; launchesAt: string | Date | null }>(req, sizeOf, [
    variantId,
  ])
  if (!size) throw new DomainError('variant.not-found', { variantId })
  if (size.launchesAt) throw notYet([{ variantId, startsAt: size.launchesAt }])
  if (size.available > 0) throw new DomainError('stock.available', { variantId })
  await run(req, wait, [size.id, address, markets[market].id])
}

/** Stops all that the address of an alert waits for. Repeating it changes nothing. Throws `resource.not-found` for a wrong key. */
export async function stopWaiting(req: PayloadRequest, alertId: string, token: string): Promise<void> {
  if (!isSameKey(alertToken(alertId), token)) throw new DomainError('resource.not-found')
  const [alert] = await run<{ id: string }>(req, found, [alertId])
  if (alert) await run(req, stop, [alert.id])
}
