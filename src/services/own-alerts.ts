import type { PayloadRequest } from 'payload'
import { DomainError } from '#domain/errors'
import { idOf, run, type Statement } from './statement'

/** A sold-out size that a shopper waits for. */
export interface OwnAlert {
  id: string
  productId: string
  slug: string
  variantId: string
  /** EU, or the label of the size where it has none. */
  size: string | null
  /** ISO 8601 */
  since: string
}

/** An address that nobody has shown to be theirs may be somebody else's: nothing of it is shown. */
const ofCustomer = `stock_alerts a JOIN customers c ON a.email = lower(c.email)
  WHERE a.status = 'waiting' AND c.verified_at IS NOT NULL AND c.id = $1`

const list: Statement = {
  name: 'own-alerts',
  text: `SELECT w.id, p.id AS "productId", p.slug, v.id AS "variantId", coalesce(o.eu, o.label) AS size, w.created_at AS since
    FROM (SELECT a.id, a.variant_id, a.created_at FROM ${ofCustomer} ORDER BY a.created_at DESC, a.id LIMIT 100) w
    JOIN variants v ON v.id = w.variant_id JOIN products p ON p.id = v.product_id
    LEFT JOIN variant_options o ON o.id = v.size_id ORDER BY w.created_at DESC, w.id`,
}
const stop: Statement = {
  name: 'own-alert-stop',
  text: `DELETE FROM stock_alerts WHERE id IN (SELECT a.id FROM ${ofCustomer} AND a.id = ${idOf('$2')}) RETURNING id`,
}

/** The sizes that the customer's address waits for, the latest first, at most 100. */
export const listOwnAlerts = async (req: PayloadRequest, customerId: string): Promise<OwnAlert[]> =>
  (await run<OwnAlert & { since: string | Date }>(req, list, [customerId])).map((row) => ({
    ...row,
    since: new Date(row.since).toISOString(),
  }))

/** The customer no longer waits for one size. Throws `resource.not-found` for what they do not wait for. */
export async function stopOwnAlert(req: PayloadRequest, customerId: string, id: string): Promise<void> {
  const stopped = await run(req, stop, [customerId, id])
  if (stopped.length === 0) throw new DomainError('resource.not-found')
}
