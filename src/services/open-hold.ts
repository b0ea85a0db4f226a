import { createHmac } from 'node:crypto'
import type { PayloadRequest } from 'payload'
import { env } from '#env'
import { DomainError } from '#domain/errors'
import { isMarketId, defaultMarket, type MarketId } from '#domain/markets'
import type { CartView } from '#domain/views'
import { withOpenCart } from './cart-lock'
import { checkQuantity, offerOf, putLine } from './cart-offer'
import { viewAfter } from './cart-read'
import { endHoldWithin } from './end-holds'
import { announceStock } from './reserve-stock'
import { labelled, sizeSql, soldLabelsSql, type KeptLabels, type Labelled } from './size-rows'
import { waitForStock } from './stock-alerts'
import { idOf, run, type Statement } from './statement'
import { inTransaction } from './transaction'
import { isSameKey } from './same-key'

/** The key in the mail to whom a pair is held: nothing to store, so that a stolen database opens no hold. */
export const holdToken = (alertId: string): string =>
  createHmac('sha256', `${env.PAYLOAD_SECRET}:stock-hold`).update(alertId.toLowerCase()).digest('base64url')

/** Which hold, and the key that proves it theirs. */
export interface HoldKey {
  alertId: string
  token: string
}

/** Throws `resource.not-found` for a wrong key. */
function checkKey({ alertId, token }: HoldKey): void {
  if (!isSameKey(holdToken(alertId), token)) throw new DomainError('resource.not-found')
}

export interface HoldView extends Labelled {
  /** `waiting`: the pair was not there after all, and they wait on. */
  state: 'held' | 'waiting' | 'over'
  /** ISO 8601: until when it is held, or was. */
  until?: string
  productId: string
  slug: string
  title: string
  /** EU, or the label of the size where it has none; null for what comes in one size. */
  size: string | null
  market: MarketId
}

const look: Statement = {
  name: 'hold-look',
  text: `SELECT CASE WHEN a.status = 'waiting' THEN 'waiting' WHEN r.id IS NOT NULL THEN 'held' ELSE 'over' END AS state,
      a.held_until AS until, p.id AS "productId", p.slug, p.title, ${sizeSql} AS size, ${soldLabelsSql} AS labels, a.market
    FROM stock_alerts a JOIN variants v ON v.id = a.variant_id JOIN products p ON p.id = v.product_id
    LEFT JOIN variant_options o ON o.id = v.size_id LEFT JOIN reservations r ON r.alert_id = a.id AND r.expires_at > now()
    WHERE a.id = ${idOf('$1')}`,
}

interface Stored extends Omit<HoldView, 'until' | keyof Labelled> {
  labels: KeptLabels | null
  until: string | Date | null
}

/** What became of a hold, for whoever has its key. Throws `resource.not-found`. */
export async function readHold(req: PayloadRequest, key: HoldKey): Promise<HoldView> {
  checkKey(key)
  const [row] = await run<Stored>(req, look, [key.alertId])
  if (!row) throw new DomainError('resource.not-found')
  const { until, market, labels, ...hold } = row
  return {
    ...hold,
    ...labelled(labels),
    market: isMarketId(market) ? market : defaultMarket,
    ...(until && { until: new Date(until).toISOString() }),
  }
}

/** The bag that was opened last has the pair; its end is seen under the lock of the row. */
const bind: Statement = {
  name: 'hold-bind',
  text: `UPDATE reservations SET cart_id = $2, updated_at = now() WHERE alert_id = ${idOf('$1')} AND expires_at > now()
    RETURNING variant_id AS "variantId"`,
}

/**
 * Puts a held pair into the bag, and lets no other bag have it. Repeating it changes nothing; with another bag the pair
 * moves there. Throws `resource.not-found` for a wrong key, `hold.over` once the time is over or the pair bought,
 * `cart.not-found`, `cart.bought`, `cart.full` and `variant.not-found`, and then changes nothing.
 */
export async function openHold(req: PayloadRequest, cartToken: string, key: HoldKey): Promise<CartView> {
  checkKey(key)
  return withOpenCart(req, cartToken, async (tx, cart) => {
    const [hold] = await run<{ variantId: string }>(tx, bind, [key.alertId, cart.id])
    if (!hold) throw new DomainError('hold.over')
    const offer = await offerOf(tx, cartToken, hold.variantId)
    // Two people may share a bag: each held pair is in it once, and what is there already is not added again.
    const quantity = Math.max(offer.inCart, offer.held)
    checkQuantity({ ...offer, available: Math.max(offer.available, offer.inCart) }, quantity)
    return viewAfter(tx, cartToken, putLine(tx, cart.id, offer, quantity))
  })
}

/** Whoever a pair is held for does not want it any more: it goes to whoever is next. Repeating it changes nothing. Throws `resource.not-found` for a wrong key. */
export async function letHoldGo(req: PayloadRequest, key: HoldKey): Promise<void> {
  checkKey(key)
  const { changes } = await inTransaction(req, (tx) => endHoldWithin(tx, key.alertId))
  await announceStock(req, changes)
}

const whose: Statement = {
  name: 'hold-whose',
  text: `SELECT variant_id AS "variantId", email, market FROM stock_alerts WHERE id = ${idOf('$1')}`,
}

/** Waits once more, at the end of the queue, after a hold was over. Throws `resource.not-found` for a wrong key, and as `waitForStock` does. */
export async function waitAgain(req: PayloadRequest, key: HoldKey): Promise<void> {
  checkKey(key)
  const [alert] = await run<{ variantId: string; email: string; market: string }>(req, whose, [key.alertId])
  if (!alert) throw new DomainError('resource.not-found')
  await waitForStock(req, { ...alert, market: isMarketId(alert.market) ? alert.market : defaultMarket })
}
