import type { PayloadRequest } from 'payload'
import { dropAtOnce } from '#cache'
import { recordAudit } from './audit'
import { drawOrder } from './draw-places'
import { eachAlone } from './each-alone'
import { holdAmong } from './hold-for-waiting'
import { drawHoursSql } from './launch-rows'
import { localeOfMarketSql } from './market-sql'
import { lockAvailable } from './release-stock'
import { announceStock, type StockChange } from './reserve-stock'
import { soldLabelsSql } from './size-rows'
import { dropProducts } from './stale-products'
import { run, type Statement } from './statement'
import { inTransaction, type Transaction } from './transaction'

/** Of the draw `d` and its product `p`. */
const isOver = `(p.launch_by IS DISTINCT FROM 'draw' OR p.launched_at IS NULL OR p.deleted_at IS NOT NULL)`
const isDue = `(NOT ${isOver} AND p.launched_at <= statement_timestamp())`
const isOff = `(${isOver} OR (p.launched_at <= statement_timestamp() AND p._status IS DISTINCT FROM 'published'))`

const untold: Statement = {
  name: 'draws-untold',
  text: `SELECT p.id, CASE WHEN d.drawn_at IS NOT NULL THEN 'drawn' WHEN ${isOff} THEN 'off' ELSE 'due' END AS state
    FROM draws d JOIN products p ON p.id = d.product_id
    WHERE NOT d.told AND (d.drawn_at IS NOT NULL OR ${isOff} OR ${isDue}) ORDER BY p.launched_at, p.id LIMIT 500`,
}
/** Nobody moves, enters or draws it meanwhile; whoever was first has done it. */
const claim = (name: string, when: string): Statement => ({
  name,
  text: `SELECT d.seed, d.fingerprint FROM draws d JOIN products p ON p.id = d.product_id
    WHERE d.product_id = $1 AND d.drawn_at IS NULL AND ${when} FOR UPDATE OF d FOR NO KEY UPDATE OF p`,
})
const claimDue = claim('draw-claim', `${isDue} AND p._status = 'published'`)
const claimOff = claim('draw-claim-off', isOff)

const confirmed: Statement = {
  name: 'draw-confirmed',
  text: `SELECT id FROM draw_entries WHERE product_id = $1 AND status = 'confirmed' ORDER BY id FOR UPDATE`,
}
const place: Statement = {
  name: 'draw-place',
  text: `UPDATE draw_entries e SET status = 'drawn', place = o.place, updated_at = now()
    FROM unnest($2::uuid[]) WITH ORDINALITY AS o (id, place) WHERE e.id = o.id AND e.product_id = $1`,
}
/** Whose address was never confirmed has not entered. */
const unconfirmed: Statement = {
  name: 'draw-unconfirmed',
  text: `DELETE FROM draw_entries WHERE product_id = $1 AND status = 'asked'`,
}
/** Whoever had waited for the size before is drawn with the others. */
const waited: Statement = {
  name: 'draw-waited',
  text: `DELETE FROM stock_alerts a USING draw_entries e
    WHERE e.product_id = $1 AND e.status = 'drawn' AND a.variant_id = e.variant_id AND a.email = e.email AND a.status = 'waiting'`,
}
/** An entry goes on as an alert of the same id. */
const queue: Statement = {
  name: 'draw-queue',
  text: `INSERT INTO stock_alerts (id, variant_id, email, market, status, place, hold_minutes)
    SELECT e.id, e.variant_id, e.email, e.market, 'waiting', e.place, ${drawHoursSql} * 60
    FROM draw_entries e JOIN products p ON p.id = e.product_id WHERE e.product_id = $1 AND e.status = 'drawn'
    ON CONFLICT (variant_id, email) WHERE status IN ('waiting', 'held') DO NOTHING`,
}
const mark: Statement = {
  name: 'draw-mark',
  text: `WITH listed AS (INSERT INTO catalogue_changes (product_id) VALUES ($1::uuid))
    UPDATE draws SET drawn_at = now(), entries = $2::int WHERE product_id = $1::uuid`,
}
const sizes: Statement = {
  name: 'draw-sizes',
  text: `SELECT id FROM variants WHERE product_id = $1 ORDER BY id`,
}
/** Those for whom no pair was there, with how many of their size are before them. */
const notDrawn: Statement = {
  name: 'draw-not-drawn',
  text: `INSERT INTO emails (template, entity, recipient, locale, data, next_attempt_at)
    SELECT 'draw-waiting', e.id::text, e.email, ${localeOfMarketSql('e.market')}, jsonb_build_object('market', e.market, 'product', p.title, 'slug', p.slug,
      'size', coalesce(o.eu, o.label, ''), 'labels', ${soldLabelsSql}, 'place', e.place, 'next', e.next), now()
    FROM (SELECT a.*, row_number() OVER (PARTITION BY a.variant_id ORDER BY a.place) AS next FROM stock_alerts a
      JOIN draw_entries d ON d.id = a.id AND d.product_id = $1 WHERE a.status = 'waiting') e
    JOIN variants v ON v.id = e.variant_id JOIN products p ON p.id = v.product_id LEFT JOIN variant_options o ON o.id = v.size_id
    ON CONFLICT (template, entity, recipient) DO NOTHING`,
}

const sumOf = (changes: readonly StockChange[]): number =>
  changes.reduce((sum, { before, after }) => sum + before - after, 0)

/** Holds pairs for as many as there are, size by size. */
async function holdForDrawn(tx: Transaction, productId: string): Promise<StockChange[]> {
  const ids = (await run<{ id: string }>(tx, sizes, [productId])).map(({ id }) => id)
  await lockAvailable(tx, ids)
  const all: StockChange[] = []
  for (;;) {
    const changes = await holdAmong(tx, ids)
    if (changes.length === 0) return all
    all.push(...changes)
  }
}

/** One draw, whole or not at all; nothing where another process has made it. */
async function makeDraw(req: PayloadRequest, productId: string): Promise<StockChange[]> {
  return inTransaction(req, async (tx) => {
    const [draw] = await run<{ seed: string; fingerprint: string }>(tx, claimDue, [productId])
    if (!draw) return []
    const entries = (await run<{ id: string }>(tx, confirmed, [productId])).map(({ id }) => id)
    await run(tx, place, [productId, await drawOrder(draw.seed, entries)])
    await run(tx, unconfirmed, [productId])
    await run(tx, waited, [productId])
    await run(tx, queue, [productId])
    await run(tx, mark, [productId, entries.length])
    const changes = await holdForDrawn(tx, productId)
    await run(tx, notDrawn, [productId])
    await recordAudit(req, {
      action: 'draw.make',
      entity: 'products',
      entityId: productId,
      after: { entries: entries.length, held: sumOf(changes), fingerprint: draw.fingerprint },
    })
    return changes
  })
}

const farewell: Statement = {
  name: 'draw-off-mails',
  text: `INSERT INTO emails (template, entity, recipient, locale, data, next_attempt_at)
    SELECT 'draw-off', e.id::text, e.email, ${localeOfMarketSql('e.market')}, jsonb_build_object('market', e.market, 'product', p.title, 'slug', p.slug), now()
    FROM draw_entries e JOIN products p ON p.id = e.product_id WHERE e.product_id = $1 AND e.status = 'confirmed'
    ON CONFLICT (template, entity, recipient) DO NOTHING`,
}
const forget: Statement = {
  name: 'draw-off',
  text: `WITH gone AS (DELETE FROM draw_entries WHERE product_id = $1 RETURNING status),
    draw AS (DELETE FROM draws WHERE product_id = $1)
    SELECT count(*) FILTER (WHERE status = 'confirmed')::int AS entries, count(*)::int AS "all" FROM gone`,
}

/** A draw that will not be: whoever has entered is told, and nothing is kept of it. */
async function callOff(req: PayloadRequest, productId: string): Promise<void> {
  await inTransaction(req, async (tx) => {
    const claimed = await run(tx, claimOff, [productId])
    if (claimed.length === 0) return
    await run(tx, farewell, [productId])
    const [gone] = await run<{ entries: number; all: number }>(tx, forget, [productId])
    // Of a draft that nobody could enter there is nothing to say.
    if (!gone || gone.all === 0) return
    await recordAudit(req, {
      action: 'draw.call-off',
      entity: 'products',
      entityId: productId,
      before: { entries: gone.entries },
    })
  })
  await dropProducts(req, [productId])
}

const told: Statement = {
  name: 'draw-told',
  text: 'UPDATE draws SET told = true WHERE product_id = $1 AND drawn_at IS NOT NULL',
}

interface Untold {
  id: string
  state: 'drawn' | 'due' | 'off'
}

async function settleDraw(req: PayloadRequest, { id, state }: Untold): Promise<void> {
  if (state === 'off') return callOff(req, id)
  const changes = state === 'due' ? await makeDraw(req, id) : []
  await dropProducts(req, [id])
  await announceStock(req, changes)
  await dropAtOnce()
  await run(req, told, [id])
}

/**
 * Makes the draws whose moment has come: each confirmed entry gets a place, the pairs go by place, and what is left is for everybody.
 * Calls off those of products that are launched otherwise by now, or are not for sale at the moment. A draw is one transaction,
 * and its pages are told after it: whoever is killed before has that done by the next. One that fails holds up no other.
 * Answers with how many were made or called off.
 */
export async function makeDraws(req: PayloadRequest): Promise<number> {
  const draws = await run<Untold>(req, untold, [])
  const done = await eachAlone(req, draws, {
    name: ({ id }) => `The draw of the product ${id}`,
    work: (draw) => settleDraw(req, draw),
  })
  return done.length
}
