import type { PayloadRequest } from 'payload'
import { DomainError } from '#domain/errors'
import { holdToken, letHoldGo } from './open-hold'
import { labelled, sizeSql, soldLabelsSql, type KeptLabels, type Labelled } from './size-rows'
import { idOf, run, type Statement } from './statement'

/** A sold-out size, or thing of one size, that a shopper waits for. */
export interface OwnAlert extends Labelled {
  id: string
  productId: string
  slug: string
  variantId: string
  /** EU, or the label of the size where it has none; null for what comes in one size. */
  size: string | null
  /** ISO 8601 */
  since: string
  /** A pair that is held for them. */
  held?: { /** ISO 8601 */ until: string; /** Opens it, as the link in the mail does. */ token: string }
}

/** An address that nobody has shown to be theirs may be somebody else's: nothing of it is shown. */
const ofCustomer = `stock_alerts a JOIN customers c ON a.email = lower(c.email)
  WHERE a.status IN ('waiting', 'held') AND c.verified_at IS NOT NULL AND c.id = $1`

const list: Statement = {
  name: 'own-alerts',
  text: `SELECT w.id, p.id AS "productId", p.slug, v.id AS "variantId", ${sizeSql} AS size, ${soldLabelsSql} AS labels, w.created_at AS since, CASE WHEN w.status = 'held' THEN w.held_until END AS until
    FROM (SELECT a.id, a.variant_id, a.created_at, a.status, a.held_until FROM ${ofCustomer} ORDER BY a.created_at DESC, a.id LIMIT 100) w
    JOIN variants v ON v.id = w.variant_id JOIN products p ON p.id = v.product_id
    LEFT JOIN variant_options o ON o.id = v.size_id ORDER BY w.status = 'held' DESC, w.created_at DESC, w.id`,
}
const stop: Statement = {
  name: 'own-alert-stop',
  text: `DELETE FROM stock_alerts WHERE status = 'waiting' AND id IN (SELECT a.id FROM ${ofCustomer} AND a.id = ${idOf('$2')}) RETURNING id`,
}

const own: Statement = {
  name: 'own-alert',
  text: `SELECT a.id FROM ${ofCustomer} AND a.id = ${idOf('$2')}`,
}

interface Stored extends Omit<OwnAlert, 'held' | 'since' | keyof Labelled> {
  labels: KeptLabels | null
  since: string | Date
  until: string | Date | null
}

/** The sizes that the customer's address waits for, those held first and then the latest, at most 100. */
export const listOwnAlerts = async (req: PayloadRequest, customerId: string): Promise<OwnAlert[]> =>
  (await run<Stored>(req, list, [customerId])).map(({ until, labels, ...row }) => ({
    ...row,
    ...labelled(labels),
    since: new Date(row.since).toISOString(),
    ...(until && { held: { until: new Date(until).toISOString(), token: holdToken(row.id) } }),
  }))

/** The customer no longer waits for one size; a pair held for them goes to whoever is next. Throws `resource.not-found` for what they do not wait for. */
export async function stopOwnAlert(
  req: PayloadRequest,
  customerId: string,
  id: string,
): Promise<'stopped' | 'dropped'> {
  const stopped = await run(req, stop, [customerId, id])
  if (stopped.length > 0) return 'stopped'
  const [held] = await run<{ id: string }>(req, own, [customerId, id])
  if (!held) throw new DomainError('resource.not-found')
  await letHoldGo(req, { alertId: held.id, token: holdToken(held.id) })
  return 'dropped'
}
