import { sql } from '@payloadcms/db-postgres'
import type { PayloadRequest } from 'payload'
import { adjustStock } from '../adjust-stock'
import { createCart } from '../cart'
import { holdToken, openHold, type HoldKey } from '../open-hold'
import { rowsOf } from '../transaction'
import { makeProduct } from './shop-rows'

/** A sold-out size, and what people do with it. */
export async function soldOutSize(req: PayloadRequest) {
  const { id, slug, variants } = await makeProduct(req, { stock: [0] })
  const variantId = variants[0]?.id ?? ''
  await rowsOf(
    req,
    sql`INSERT INTO stock_levels (variant_id, location_id) SELECT ${variantId}, id FROM locations WHERE is_default ON CONFLICT DO NOTHING`,
  )
  /** One after the other, each a minute later than the one before. */
  const queue = (...names: string[]) =>
    rowsOf(
      req,
      sql`INSERT INTO stock_alerts (variant_id, email, market, status, created_at)
        SELECT ${variantId}, n || '@example.com', 'eu', 'waiting',
          now() - interval '1 day' + make_interval(mins => (place + (SELECT count(*) FROM stock_alerts WHERE variant_id = ${variantId}))::int)
        FROM unnest(${sql.param(names)}::text[]) WITH ORDINALITY AS w (n, place)`,
    )
  const deliver = (pairs: number) => adjustStock(req, { variantId, delta: pairs, reason: 'delivery' })
  const states = async () => {
    const rows = await rowsOf<{ name: string; status: string }>(
      req,
      sql`SELECT split_part(email, '@', 1) AS name, status FROM stock_alerts WHERE variant_id = ${variantId} ORDER BY created_at, id`,
    )
    return rows.map(({ name, status }) => `${name} ${status}`)
  }
  const keyOf = async (name: string): Promise<HoldKey> => {
    const [row] = await rowsOf<{ id: string }>(
      req,
      sql`SELECT id FROM stock_alerts WHERE variant_id = ${variantId} AND email = ${`${name}@example.com`} ORDER BY created_at DESC LIMIT 1`,
    )
    const alertId = row?.id ?? ''
    return { alertId, token: holdToken(alertId) }
  }
  /** Opens the link of somebody's mail, in a bag of its own or the one given. */
  const open = async (name: string, given?: string): Promise<string> => {
    const token = given ?? (await createCart(req, {})).token
    await openHold(req, token, await keyOf(name))
    return token
  }
  const level = async () => {
    const [row] = await rowsOf<{ onHand: number; reserved: number; holds: number }>(
      req,
      sql`SELECT on_hand::float8 AS "onHand", reserved::float8 AS reserved,
          (SELECT count(*)::float8 FROM reservations r WHERE r.variant_id = s.variant_id AND r.alert_id IS NOT NULL) AS holds
        FROM stock_levels s WHERE variant_id = ${variantId}`,
    )
    return row
  }
  /** The time of these holds, or of all, is over; nothing has been done about it yet. */
  const timeIsUp = (...names: string[]) =>
    rowsOf(
      req,
      sql`UPDATE reservations r SET expires_at = now() - interval '1 second' FROM stock_alerts a
        WHERE a.id = r.alert_id AND r.variant_id = ${variantId} AND (${names.length === 0} OR split_part(a.email, '@', 1) = ANY (${sql.param(names)}::text[]))`,
    )
  const mails = async () =>
    (
      await rowsOf<{ name: string }>(
        req,
        sql`SELECT split_part(recipient, '@', 1) AS name FROM emails e
          WHERE template = 'back-in-stock' AND split_part(entity, ':', 1) IN (SELECT id::text FROM stock_alerts WHERE variant_id = ${variantId})
          ORDER BY created_at, name`,
      )
    ).map(({ name }) => name)
  return { id, slug, variantId, queue, deliver, states, keyOf, open, level, timeIsUp, mails }
}
