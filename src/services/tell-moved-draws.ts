import type { PayloadRequest } from 'payload'
import { eachAlone } from './each-alone'
import { localeOfMarketSql } from './market-sql'
import { soldLabelsSql } from './size-rows'
import { run, type Statement } from './statement'
import { inTransaction } from './transaction'

/** Minutes for which a moment stands before anybody is told of it: a slip that is put right at once is no news. */
const settledAfter = 5
const settling = `make_interval(mins => ${settledAfter})`

/** One that somebody makes or tells of at this moment is looked at the next time. */
const note: Statement = {
  name: 'draws-note-moment',
  text: `UPDATE draws d SET moment = seen.at, moment_since = now()
    FROM (SELECT d.product_id, p.launched_at AS at FROM draws d JOIN products p ON p.id = d.product_id
      WHERE d.drawn_at IS NULL AND p.launched_at IS NOT NULL AND d.moment IS DISTINCT FROM p.launched_at
      ORDER BY d.product_id FOR NO KEY UPDATE OF d SKIP LOCKED) seen WHERE d.product_id = seen.product_id`,
}
/** Of the draw `d` and its product `p`. A draw that is so near that it would be over is not waited for. */
const isSettled = `(d.drawn_at IS NULL AND p.launch_by = 'draw' AND p._status = 'published' AND p.deleted_at IS NULL
    AND d.moment = p.launched_at AND d.moment > statement_timestamp()
    AND least(d.moment_since + ${settling}, d.moment - ${settling}) <= statement_timestamp())`

const settled: Statement = {
  name: 'draws-settled',
  text: `SELECT d.product_id AS id FROM draws d JOIN products p ON p.id = d.product_id
    WHERE d.moment_since IS NOT NULL AND ${isSettled} ORDER BY d.moment, d.product_id LIMIT 500`,
}
/** Whoever is entering has been told one moment or the other: they are waited for. */
const claim: Statement = {
  name: 'draw-claim-moved',
  text: `SELECT 1 FROM draws d JOIN products p ON p.id = d.product_id
    WHERE d.product_id = $1 AND d.moment_since IS NOT NULL AND ${isSettled} FOR UPDATE OF d`,
}
/** The second time that a moment is moved to where it was is news again: a mail is of the move, not of the moment. */
const tell: Statement = {
  name: 'draw-moved-mails',
  text: `WITH moved AS (
      UPDATE draw_entries e SET told_moment = d.moment, updated_at = now() FROM draws d
      WHERE d.product_id = $1 AND e.product_id = $1 AND e.status = 'confirmed' AND e.told_moment IS DISTINCT FROM d.moment
      RETURNING e.id, e.variant_id, e.email, e.market, d.moment, d.moment_since),
    mails AS (
      INSERT INTO emails (template, entity, recipient, locale, data, next_attempt_at)
      SELECT 'draw-moved', m.id || ':' || (extract(epoch FROM m.moment_since) * 1000)::bigint, m.email, ${localeOfMarketSql('m.market')},
        jsonb_build_object('market', m.market, 'product', p.title, 'slug', p.slug, 'size', coalesce(o.eu, o.label, ''), 'labels', ${soldLabelsSql},
          'at', to_char(m.moment AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')), now()
      FROM moved m JOIN variants v ON v.id = m.variant_id JOIN products p ON p.id = v.product_id LEFT JOIN variant_options o ON o.id = v.size_id
      ON CONFLICT (template, entity, recipient) DO NOTHING)
    SELECT count(*)::int AS told FROM moved`,
}
const done: Statement = {
  name: 'draw-moved-done',
  text: 'UPDATE draws SET moment_since = NULL WHERE product_id = $1',
}

const tellOne = (req: PayloadRequest, productId: string): Promise<number> =>
  inTransaction(req, async (tx) => {
    const claimed = await run(tx, claim, [productId])
    if (claimed.length === 0) return 0
    const [row] = await run<{ told: number }>(tx, tell, [productId])
    await run(tx, done, [productId])
    return row?.told ?? 0
  })

/**
 * Tells whoever is in a draw that it is at another moment than they were told: once for each, when the moment has stood for five
 * minutes, and at once where the draw is that near. What is not for sale meanwhile is told when it is again. Answers with how many were told.
 */
export async function tellMovedDraws(req: PayloadRequest): Promise<number> {
  await run(req, note, [])
  const draws = await run<{ id: string }>(req, settled, [])
  const told = await eachAlone(req, draws, {
    name: ({ id }) => `Telling of the moved draw of the product ${id}`,
    work: ({ id }) => tellOne(req, id),
  })
  return told.reduce((sum, count) => sum + count, 0)
}
