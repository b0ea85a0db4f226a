import { sql } from '@payloadcms/db-postgres'
import type { PayloadRequest } from 'payload'
import { rowsOf, runnerOf } from './transaction'

/** What a table that points at pictures belongs to, by the beginning of its name. */
const owners: Readonly<Record<string, readonly [one: string, many: string]>> = {
  articles: ['article', 'articles'],
  authors: ['author', 'authors'],
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

interface Key {
  readonly table: string
  readonly column: string
  readonly target: string
}

const isVersion = ({ table }: Key): boolean => /^_.*_v(_|$)/.test(table)

/** From a table of a version to the version itself, over the keys of parents. */
function pathToVersion(table: string, parents: readonly Key[]): Key[] {
  const path: Key[] = []
  for (let at = table; !/^_.*_v$/.test(at); at = path.at(-1)?.target ?? '') {
    const step = parents.find((key) => key.table === at && isVersion({ ...key, table: key.target }))
    if (!step || path.length > 5) break
    path.push(step)
  }
  return path
}

/** Uses in the newest version of each document, which is the draft beside a published one; older ones do not count. */
function usesInDrafts({ table, column }: Key, parents: readonly Key[], id: string) {
  const path = pathToVersion(table, parents)
  const at = (index: number) => sql.identifier(`t${index}`)
  const joins = path.map(
    (step, index) =>
      sql`JOIN ${sql.identifier(step.target)} ${at(index + 1)} ON ${at(index + 1)}.id = ${at(index)}.${sql.identifier(step.column)}`,
  )
  return sql`SELECT ${table}::text AS "table", count(DISTINCT ${at(path.length)}.id)::float8 AS uses
    FROM ${sql.identifier(table)} ${at(0)} ${sql.join(joins, sql` `)}
    WHERE ${at(0)}.${sql.identifier(column)} = ${id}::uuid AND ${at(path.length)}.latest`
}

/**
 * Where the shop shows a picture, in words such as `2 products and one page`; undefined when it does not. The places
 * come from the foreign keys themselves, so that a new collection counts by itself.
 */
export async function picturePlaces(req: PayloadRequest, id: string): Promise<string | undefined> {
  const runner = await runnerOf(req)
  const all = await rowsOf<Key>(
    runner,
    sql`SELECT t.relname::text AS "table", a.attname AS "column", g.relname::text AS target FROM pg_constraint c
      JOIN pg_class t ON t.oid = c.conrelid JOIN pg_class g ON g.oid = c.confrelid
      JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[1]
      WHERE c.contype = 'f' AND t.relnamespace = 'public'::regnamespace AND t.relname !~ '^payload_'
        AND (g.relname = 'media' OR a.attname IN ('_parent_id', 'parent_id'))`,
  )
  const isParent = ({ column }: Key): boolean => column === '_parent_id' || column === 'parent_id'
  const parents = all.filter(isParent)
  const keys = all.filter((key) => key.target === 'media' && !isParent(key))
  const drafts = keys.filter(isVersion).map((key) => usesInDrafts(key, parents, id))
  const counts = keys
    .filter(({ table }) => !table.startsWith('_'))
    .map(
      ({ table, column }) =>
        sql`SELECT ${table}::text AS "table", count(*)::float8 AS uses FROM ${sql.identifier(table)} WHERE ${sql.identifier(column)} = ${id}::uuid`,
    )
  const inOrders = sql`SELECT 'orders' AS "table", count(DISTINCT _parent_id)::float8 AS uses FROM orders_lines
    WHERE image LIKE ${`/media/${id}%`}`
  const rows = await rowsOf<{ table: string; uses: number }>(
    runner,
    sql.join([...counts, inOrders, ...drafts], sql` UNION ALL `),
  )
  const sums = new Map<readonly [string, string], number>()
  const inDrafts = new Map<readonly [string, string], number>()
  for (const { table, uses } of rows.filter(({ uses }) => uses > 0)) {
    const words = table === 'orders' ? orderWords : ownerOf(table.replace(/^_/, ''))
    const to = table.startsWith('_') ? inDrafts : sums
    to.set(words, (to.get(words) ?? 0) + uses)
  }
  // A published document has a version that says the same.
  for (const [words, uses] of inDrafts) if (!sums.has(words)) sums.set(words, uses)
  const said = [...sums].map(([[one, many], count]) => (count === 1 ? `one ${one}` : `${count} ${many}`))
  return said.length > 0 ? said.join(', ').replace(/, (?=[^,]*$)/, ' and ') : undefined
}
