import { sql } from '@payloadcms/db-postgres'
import type { PayloadRequest } from 'payload'
import { confirmToken } from '../draw-keys'
import { rowsOf } from '../transaction'
import { makeProduct } from './shop-rows'

/** A product that is drawn, with so many pairs of each size, and what people do with it. */
export async function drawnProduct(req: PayloadRequest, stock: readonly number[] = [3]) {
  const { id, slug, variants } = await makeProduct(req, { stock: [...stock] })
  const ids = variants.map((variant) => variant.id)
  const variantId = ids[0] ?? ''
  const drawIn = (seconds: number) =>
    rowsOf(
      req,
      sql`UPDATE products SET launch_by = 'draw', launched_at = date_trunc('milliseconds', statement_timestamp()) + make_interval(secs => ${seconds}) WHERE id = ${id}`,
    )
  await drawIn(3_600)
  /** People whose address was confirmed, `<name>@example.com`. */
  const entered = (names: readonly string[], size = variantId) =>
    rowsOf(
      req,
      sql`INSERT INTO draw_entries (product_id, variant_id, email, market, status, confirmed_at, told_moment)
        SELECT ${id}, ${size}, n || '@example.com', 'eu', 'confirmed', now(), (SELECT launched_at FROM products WHERE id = ${id}) FROM unnest(${sql.param([...names])}::text[]) AS w (n)`,
    )
  const entries = () =>
    rowsOf<{ id: string; name: string; status: string; place: number | null; variantId: string }>(
      req,
      sql`SELECT id, split_part(email, '@', 1) AS name, status, place::float8 AS place, variant_id AS "variantId"
        FROM draw_entries WHERE product_id = ${id} ORDER BY place, email`,
    )
  /** The alerts that entries have become, by place. */
  const states = async () =>
    (
      await rowsOf<{ name: string; status: string }>(
        req,
        sql`SELECT split_part(a.email, '@', 1) AS name, a.status FROM stock_alerts a JOIN variants v ON v.id = a.variant_id
          WHERE v.product_id = ${id} ORDER BY a.place, a.created_at, a.id`,
      )
    ).map(({ name, status }) => `${name} ${status}`)
  const draw = async () => {
    const [row] = await rowsOf<{
      seed: string
      fingerprint: string
      entries: number | null
      isDrawn: boolean
      told: boolean
    }>(
      req,
      sql`SELECT seed, fingerprint, entries, drawn_at IS NOT NULL AS "isDrawn", told FROM draws WHERE product_id = ${id}`,
    )
    return row
  }
  const mails = (template: string) =>
    rowsOf<{
      recipient: string
      entity: string
      template: string
      locale: string
      data: Record<string, unknown>
    }>(
      req,
      sql`SELECT recipient, entity, template, locale, data FROM emails WHERE template = ${template}
        AND data ->> 'product' = (SELECT title FROM products WHERE id = ${id}) ORDER BY created_at, recipient`,
    )
  /** The key of the mail that asks an address about a size. */
  const keyOf = async (email: string, size = variantId) => {
    const [row] = await rowsOf<{ id: string }>(
      req,
      sql`SELECT id FROM draw_entries WHERE product_id = ${id} AND email = ${email}`,
    )
    const entryId = row?.id ?? ''
    return { entryId, token: confirmToken(entryId, size) }
  }
  return { id, slug, variantId, variants: ids, drawIn, entered, entries, states, draw, mails, keyOf }
}
