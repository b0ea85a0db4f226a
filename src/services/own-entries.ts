import type { PayloadRequest } from 'payload'
import { DomainError } from '#domain/errors'
import { keepDraw } from './leave-draw'
import { labelled, soldLabelsSql, type KeptLabels, type Labelled } from './size-rows'
import { idOf, run, type Statement } from './statement'
import { inTransaction } from './transaction'

/** An entry in a draw that has not been made; from then on it is a stock alert. */
export interface OwnEntry extends Labelled {
  id: string
  /** An entry that was asked for counts once it is confirmed by the link in the mail. */
  state: 'asked' | 'confirmed'
  productId: string
  slug: string
  title: string
  variantId: string
  /** EU, or the label of the size where it has none. */
  size: string | null
  /** ISO 8601: when the draw is. */
  at: string
}

/** An address that nobody has shown to be theirs may be somebody else's: nothing of it is shown. */
const ofCustomer = `draw_entries e JOIN customers c ON e.email = lower(c.email) WHERE c.verified_at IS NOT NULL AND c.id = $1`

const list: Statement = {
  name: 'own-entries',
  text: `SELECT w.id, w.status AS state, p.id AS "productId", p.slug, p.title, v.id AS "variantId", coalesce(o.eu, o.label) AS size, ${soldLabelsSql} AS labels,
      to_char(p.launched_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS at
    FROM (SELECT e.id, e.status, e.product_id, e.variant_id FROM ${ofCustomer} AND e.status <> 'drawn') w
    JOIN products p ON p.id = w.product_id AND p.launched_at IS NOT NULL JOIN variants v ON v.id = w.variant_id
    LEFT JOIN variant_options o ON o.id = v.size_id ORDER BY p.launched_at, w.id LIMIT 100`,
}
const leave: Statement = {
  name: 'own-entry-leave',
  text: `DELETE FROM draw_entries WHERE status <> 'drawn' AND id IN (SELECT e.id FROM ${ofCustomer} AND e.id = ${idOf('$2')}) RETURNING id`,
}
const own: Statement = {
  name: 'own-entry',
  text: `SELECT e.id FROM ${ofCustomer} AND e.id = ${idOf('$2')}`,
}

type Stored = Omit<OwnEntry, keyof Labelled> & { labels: KeptLabels | null }

/** The draws that the customer's address has entered, the next one first, at most 100. */
export const listOwnEntries = async (req: PayloadRequest, customerId: string): Promise<OwnEntry[]> =>
  (await run<Stored>(req, list, [customerId])).map(({ labels, ...row }) => ({ ...row, ...labelled(labels) }))

/**
 * The customer leaves a draw before it is made. Throws `resource.not-found` for what is no entry of theirs, and `draw.closed` once it was
 * made: whoever has a pair by then gives it up knowingly or not at all.
 */
export const leaveOwnDraw = (req: PayloadRequest, customerId: string, id: string): Promise<void> =>
  inTransaction(req, async (tx) => {
    await run(tx, keepDraw, [id])
    const left = await run(tx, leave, [customerId, id])
    if (left.length > 0) return
    const drawn = await run(tx, own, [customerId, id])
    throw new DomainError(drawn.length > 0 ? 'draw.closed' : 'resource.not-found')
  })
