import type { PayloadRequest } from 'payload'
import { isMarketId, defaultMarket, type MarketId } from '#domain/markets'
import { DomainError } from '#domain/errors'
import { alertDays } from '#domain/stock-alert'
import { checkConfirm, checkLeave, type EntryKey } from './draw-keys'
import { endHoldWithin } from './end-holds'
import { announceStock, type StockChange } from './reserve-stock'
import { labelled, soldLabelsSql, type KeptLabels, type Labelled } from './size-rows'
import { idOf, run, type Statement } from './statement'
import { inTransaction } from './transaction'

export interface EntryView extends Labelled {
  state: 'asked' | 'confirmed' | 'drawn'
  productId: string
  slug: string
  title: string
  /** EU, or the label of the size where it has none. */
  size: string | null
  market: MarketId
  /** ISO 8601: when the draw is. */
  at: string
}

const look: Statement = {
  name: 'entry-look',
  text: `SELECT e.status AS state, p.id AS "productId", p.slug, p.title, coalesce(o.eu, o.label) AS size, ${soldLabelsSql} AS labels, e.market,
      to_char(p.launched_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS at
    FROM draw_entries e JOIN products p ON p.id = e.product_id
    JOIN variants v ON v.id = coalesce(${idOf('$2')}, e.variant_id) AND v.product_id = p.id
    LEFT JOIN variant_options o ON o.id = v.size_id WHERE e.id = ${idOf('$1')}`,
}

interface Stored extends Omit<EntryView, 'market' | keyof Labelled> {
  labels: KeptLabels | null
  market: string
}

/** An entry for whoever has a key to it: with `variantId` the key that confirms it in that size, else the one that ends it. Throws `resource.not-found`. */
export async function readEntry(req: PayloadRequest, key: EntryKey, variantId?: string): Promise<EntryView> {
  if (variantId === undefined) checkLeave(key)
  else checkConfirm(key, variantId)
  const [row] = await run<Stored>(req, look, [key.entryId, variantId ?? null])
  if (!row) throw new DomainError('resource.not-found')
  const { labels, market, ...entry } = row
  return { ...entry, ...labelled(labels), market: isMarketId(market) ? market : defaultMarket }
}

/** Keeps the draw of an entry from being made until the commit; one that is being made is waited for. */
export const keepDraw: Statement = {
  name: 'entry-keep',
  text: `SELECT 1 FROM draws d JOIN draw_entries e ON e.product_id = d.product_id WHERE e.id = ${idOf('$1')} FOR KEY SHARE OF d`,
}
const leave: Statement = {
  name: 'entry-leave',
  text: `DELETE FROM draw_entries WHERE id = ${idOf('$1')} AND status <> 'drawn'`,
}
const stop: Statement = {
  name: 'entry-stop',
  text: `DELETE FROM stock_alerts WHERE id = ${idOf('$1')} AND status = 'waiting'`,
}
const isHeld: Statement = {
  name: 'entry-held',
  text: `SELECT 1 FROM stock_alerts WHERE id = ${idOf('$1')} AND status = 'held'`,
}

/**
 * Takes an entry out of its draw; after the draw out of the queue, and a pair that is held for it goes to whoever is next.
 * Repeating it changes nothing. Throws `resource.not-found` for a wrong key.
 */
export async function leaveDraw(req: PayloadRequest, key: EntryKey): Promise<void> {
  checkLeave(key)
  const changes = await inTransaction(req, async (tx): Promise<StockChange[]> => {
    await run(tx, keepDraw, [key.entryId])
    await run(tx, leave, [key.entryId])
    await run(tx, stop, [key.entryId])
    const held = await run(tx, isHeld, [key.entryId])
    return held.length > 0 ? (await endHoldWithin(tx, key.entryId)).changes : []
  })
  await announceStock(req, changes)
}

const sweep: Statement = {
  name: 'entries-sweep',
  text: `DELETE FROM draw_entries e USING draws d WHERE d.product_id = e.product_id AND d.drawn_at < now() - make_interval(days => $1::int) RETURNING 1`,
}

/** Forgets who was in draws of long ago; how many there were stays. Answers with how many entries went. */
export const sweepEntries = async (req: PayloadRequest): Promise<number> =>
  (await run(req, sweep, [alertDays.waiting])).length
