import { sql, type PostgresAdapter } from '@payloadcms/db-postgres'
import type { Payload } from 'payload'

/** An id from an address, found by its index: one that is no uuid is no row's. */
export const idOf = (id: string): ReturnType<typeof sql> =>
  sql`(CASE WHEN pg_input_is_valid(${id}, 'uuid') THEN ${id} END)::uuid`

/** Rows of one reading statement. Numeric columns: cast them to float8, or they arrive as text. */
export async function adminRows<Row>(payload: Payload, query: ReturnType<typeof sql>): Promise<Row[]> {
  const { drizzle } = payload.db as unknown as PostgresAdapter
  const { rows } = await drizzle.execute(query)
  return rows as Row[]
}
