import type { PostgresAdapter } from '@payloadcms/db-postgres'
import type { PayloadRequest } from 'payload'
import type { Transaction } from './transaction'

/** SQL that the server parses and plans once per connection. One name, one text. */
export interface Statement {
  readonly name: string
  readonly text: string
}

interface Prepared {
  execute(): Promise<{ rows: unknown[] }>
}

/** The part of Drizzle's session that takes a name; its types hide the session itself. */
interface NamingSession {
  prepareQuery(
    query: { sql: string; params: unknown[] },
    fields: undefined,
    name: string,
    asArrays: false,
  ): Prepared
}

/** A text parameter (`$1`) as an id, found by its index: one that is no uuid is no row's. */
export const idOf = (parameter: string): string =>
  `(CASE WHEN pg_input_is_valid(${parameter}::text, 'uuid') THEN ${parameter}::text END)::uuid`

/** Runs a named statement in the transaction given, or else on its own. Values are strings, numbers, booleans or null. */
export async function run<Row>(
  runner: Transaction | PayloadRequest,
  statement: Statement,
  values: readonly unknown[],
): Promise<Row[]> {
  const db = 'payload' in runner ? (runner.payload.db as unknown as PostgresAdapter).drizzle : runner
  const { session } = db as unknown as { session: NamingSession }
  const query = { sql: statement.text, params: [...values] }
  const { rows } = await session.prepareQuery(query, undefined, statement.name, false).execute()
  return rows as Row[]
}
