import type { PostgresAdapter, sql } from '@payloadcms/db-postgres'
import type { Payload } from 'payload'

/** Rows of one reading statement. Numeric columns: cast them to float8, or they arrive as text. */
export async function adminRows<Row>(payload: Payload, query: ReturnType<typeof sql>): Promise<Row[]> {
  const { drizzle } = payload.db as unknown as PostgresAdapter
  const { rows } = await drizzle.execute(query)
  return rows as Row[]
}
