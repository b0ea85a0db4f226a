import { AsyncLocalStorage } from 'node:async_hooks'
import { createHash } from 'node:crypto'
import { sql, type PostgresAdapter } from '@payloadcms/db-postgres'
import { getPayload, type PayloadRequest } from 'payload'
import config from '#config'
import { pastCache } from '#cache'
import type { Currency, Locale } from '#domain/markets'
import { readAnywhere } from './replica'

export { sql }
export type Sql = ReturnType<typeof sql>

interface Reader {
  req: PayloadRequest
  /** The statement before: one connection takes one at a time. */
  last: Promise<unknown>
}

const reader = new AsyncLocalStorage<Reader>()

/** Reads what the transaction of `req` sees, which nobody else does yet, and so past the cache. */
export const readWithin = <T>(req: PayloadRequest, read: () => Promise<T>): Promise<T> =>
  pastCache(() => reader.run({ req, last: Promise.resolve() }, read))

/** The request whose transaction is read, for reads through Payload; undefined when everybody sees the same. */
export const readingRequest = (): PayloadRequest | undefined => reader.getStore()?.req

/** Rows of one reading statement. Numeric columns arrive as text: cast them to float8. */
export async function rowsOf<Row>(query: Sql): Promise<Row[]> {
  const payload = await getPayload({ config })
  const { drizzle, sessions } = payload.db as unknown as PostgresAdapter
  const within = reader.getStore()
  if (!within) return readAnywhere(drizzle, async (from) => (await from.execute(query)).rows as Row[])
  const transaction = await within.req.transactionID
  const session = transaction ? (sessions[transaction]?.db as typeof drizzle | undefined) : undefined
  if (!session) throw new Error('What is read within a transaction was asked for after it ended')
  const answer = within.last.then(() => session.execute(query))
  within.last = answer.catch(() => undefined)
  return (await answer).rows as Row[]
}

interface Naming {
  dialect: { sqlToQuery(query: Sql): { sql: string; params: unknown[] } }
  session: {
    prepareQuery(
      query: { sql: string; params: unknown[] },
      fields: undefined,
      name: string,
      asArrays: false,
    ): { execute(): Promise<{ rows: unknown[] }> }
  }
}

/** Of the text: what is told apart by it alone is never asked for under a name that a connection knows for something else. */
const markOf = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 12)

/** As `rowsOf`, for a statement of few different texts: a connection plans each once. The name is for whoever reads of it. */
export async function rowsNamed<Row>(name: string, query: Sql): Promise<Row[]> {
  if (reader.getStore()) return rowsOf<Row>(query)
  const payload = await getPayload({ config })
  const { drizzle } = payload.db as unknown as PostgresAdapter
  return readAnywhere(
    drizzle,
    async (from) => {
      const { dialect, session } = from as unknown as Naming
      const { sql: text, params } = dialect.sqlToQuery(query)
      return (
        await session
          .prepareQuery({ sql: text, params }, undefined, `${name}-${markOf(text)}`, false)
          .execute()
      ).rows as Row[]
    },
    true,
  )
}

/** A list as one parameter, so that the statement reads the same whatever its length. */
export const textList = (values: readonly string[]): Sql => sql`${sql.param([...values])}::text[]`
export const uuidList = (values: readonly string[]): Sql => sql`${sql.param([...values])}::uuid[]`

/** A moment in ISO 8601, to the second. */
export const isoTime = (column: Sql): Sql =>
  sql`to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`

/** A localised text of the row `parent`, in English where the language has none. */
export const words = (table: string, column: string, parent: Sql, locale: Locale): Sql => sql`(
  SELECT l.${sql.identifier(column)} FROM ${sql.identifier(`${table}_locales`)} l
  WHERE l._parent_id = ${parent} AND l._locale IN (${locale}, 'en') AND l.${sql.identifier(column)} IS NOT NULL
  ORDER BY l._locale <> ${locale} LIMIT 1)`

/**
 * The version of a picture's file, for its address: whoever keeps a picture for ever keeps it under this. It is when
 * the row last changed, in milliseconds, so that a replaced file cannot go unnoticed.
 */
export const fileVersion = (media: Sql): Sql =>
  sql`to_hex((extract(epoch FROM ${media}.updated_at) * 1000)::bigint)`

/** The part of a picture's address that names picture `m`. */
export const imageKey = sql`m.id || '-' || ${fileVersion(sql`m`)}`

/** An `ImageView` as JSON, or null when there is no such picture. */
export const imageJson = (id: Sql, locale: Locale): Sql => sql`(
  SELECT json_build_object('id', ${imageKey}, 'url', '/media/' || ${imageKey} || '/1600.webp', 'width', coalesce(m.width, 1600)::float8,
    'height', coalesce(m.height, 1600)::float8, 'alt', coalesce(${words('media', 'alt', sql`m.id`, locale)}, ''))
  FROM media m WHERE m.id = ${id})`

const priceColumns: Readonly<Record<Currency, Sql>> = {
  EUR: sql`CASE WHEN v.price_in_e_u_r_enabled THEN v.price_in_e_u_r WHEN p.price_in_e_u_r_enabled THEN p.price_in_e_u_r END`,
  GBP: sql`CASE WHEN v.price_in_g_b_p_enabled THEN v.price_in_g_b_p WHEN p.price_in_g_b_p_enabled THEN p.price_in_g_b_p END`,
  USD: sql`CASE WHEN v.price_in_u_s_d_enabled THEN v.price_in_u_s_d WHEN p.price_in_u_s_d_enabled THEN p.price_in_u_s_d END`,
}

/** The regular price of variant `v` of product `p`; null: not for sale in the currency. */
export const priceOf = (currency: Currency): Sql => priceColumns[currency]

/** What style `s` is, where it is no shoe. */
export const kindOf = sql`nullif(s.kind::text, 'shoe')`

/** The launch of product `p` is still to come: its moment, or the draw of that moment. */
export const isUpcoming = sql`(coalesce(p.launched_at > statement_timestamp(), false) OR (p.launch_by IS NOT DISTINCT FROM 'draw' AND p.launched_at IS NOT NULL
  AND NOT EXISTS (SELECT FROM draws made WHERE made.product_id = p.id AND made.drawn_at IS NOT NULL)))`

/**
 * Every variant for sale in a currency, with the pairs one may buy now at the default location. A variant is for
 * sale when it, its product and its style are there and published, and it or its product has a price. What it costs is
 * read from the reductions that `refreshPrices` keeps; before its launch no pair is there; `low` is the lowest price of the 30 days before one.
 */
export const offers = (currency: Currency): Sql => sql`
  SELECT v.id, v.product_id, v.sku, v.gtin, v.size_id, v.width_id, coalesce(reduced.price, ${priceColumns[currency]})::float8 AS price,
    reduced.regular::float8 AS regular, reduced.lowest30::float8 AS low, reduced.until,
    CASE WHEN ${isUpcoming} THEN 0 ELSE greatest(coalesce(l.on_hand - l.reserved, 0), 0) END::int AS available
  FROM variants v
  JOIN products p ON p.id = v.product_id AND p._status = 'published' AND p.deleted_at IS NULL
  JOIN styles s ON s.id = p.style_id AND s._status = 'published' AND s.deleted_at IS NULL
  LEFT JOIN reduced_prices reduced ON reduced.variant_id = v.id AND reduced.currency = ${currency}
  LEFT JOIN stock_levels l ON l.variant_id = v.id AND l.location_id = (SELECT id FROM locations WHERE is_default)
  WHERE v.deleted_at IS NULL AND v.size_id IS NOT NULL AND (${priceColumns[currency]}) IS NOT NULL`
