import { sql } from '@payloadcms/db-postgres'
import type { PayloadRequest } from 'payload'
import { rowsOf, runnerOf } from './transaction'

/** What a table that points at pictures belongs to, by the beginning of its name; old versions do not count. */
const owners: Readonly<Record<string, readonly [one: string, many: string]>> = {
  brands: ['brand', 'brands'],
  categories: ['category', 'categories'],
  pages: ['page', 'pages'],
  products: ['product', 'products'],
  styles: ['style', 'styles'],
}
const orderWords = ['order', 'orders'] as const
const otherWords = ['other place', 'other places'] as const

const ownerOf = (table: string) =>
  owners[Object.keys(owners).find((name) => table === name || table.startsWith(`${name}_`)) ?? ''] ??
  otherWords

/**
 * Where the shop shows a picture, in words such as `2 products and one page`; undefined when it does not. The places
 * come from the foreign keys themselves, so that a new collection counts by itself.
 */
export async function picturePlaces(req: PayloadRequest, id: string): Promise<string | undefined> {
  const runner = await runnerOf(req)
  const keys = await rowsOf<{ table: string; column: string }>(
    runner,
    sql`SELECT c.conrelid::regclass::text AS "table", a.attname AS "column" FROM pg_constraint c
      JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[1]
      WHERE c.contype = 'f' AND c.confrelid = 'media'::regclass AND a.attname <> '_parent_id'
        AND c.conrelid::regclass::text !~ '^("?_|payload_)'`,
  )
  const counts = keys.map(
    ({ table, column }) =>
      sql`SELECT ${table}::text AS "table", count(*)::float8 AS uses FROM ${sql.identifier(table)} WHERE ${sql.identifier(column)} = ${id}::uuid`,
  )
  const inOrders = sql`SELECT 'orders' AS "table", count(DISTINCT _parent_id)::float8 AS uses FROM orders_lines
    WHERE image LIKE ${`/media/${id}%`}`
  const rows = await rowsOf<{ table: string; uses: number }>(
    runner,
    sql.join([...counts, inOrders], sql` UNION ALL `),
  )
  const sums = new Map<readonly [string, string], number>()
  for (const { table, uses } of rows.filter(({ uses }) => uses > 0)) {
    const words = table === 'orders' ? orderWords : ownerOf(table)
    sums.set(words, (sums.get(words) ?? 0) + uses)
  }
  const said = [...sums].map(([[one, many], count]) => (count === 1 ? `one ${one}` : `${count} ${many}`))
  return said.length > 0 ? said.join(', ').replace(/, (?=[^,]*$)/, ' and ') : undefined
}
