import { NodePgSession, NodePgTransaction } from '@payloadcms/db-postgres/drizzle/node-postgres'
import { PgDialect } from '@payloadcms/db-postgres/drizzle/pg-core'
import type { PostgresAdapter } from '@payloadcms/db-postgres'
import type { Pool, PoolClient } from 'pg'

const dialect = new PgDialect()

/** A connection for SQL of our own: Drizzle would look through two hundred tables for each transaction. */
export const bareOn = (line: PoolClient) =>
  new NodePgTransaction(dialect, new NodePgSession(line, dialect, undefined), undefined)

/** The same connection as Payload asks it, by its tables. */
export function knowingOn(line: PoolClient, { _ }: PostgresAdapter['drizzle']) {
  const schema = _.schema && { ..._, schema: _.schema }
  return new NodePgTransaction(dialect, new NodePgSession(line, dialect, schema), schema)
}

interface Work<Read, T> {
  /** Locks and reads alone: it is sent with the beginning, which nobody has confirmed by then. */
  opening: (line: PoolClient) => Promise<Read>
  rest: (read: Read) => Promise<T>
}

async function end(line: PoolClient): Promise<void> {
  const { command } = await line.query('COMMIT')
  if (command !== 'COMMIT') throw new Error('A failed statement was passed over, and the transaction undone')
}

/** Two that were sent in one trip. Where the first has failed, the second has failed by it, and the first is told. */
export async function together<First, Second>(
  first: Promise<First>,
  second: Promise<Second>,
): Promise<[First, Second]> {
  second.catch(() => {})
  return [await first, await second]
}

/** Runs the work in one transaction on a connection of the pool. What fails leaves nothing, a COMMIT too. */
export async function inOneTransaction<Read, T>(pool: Pool, { opening, rest }: Work<Read, T>): Promise<T> {
  const line = await pool.connect()
  let lost: Error | undefined
  try {
    const [, read] = await together(line.query('START TRANSACTION'), opening(line))
    const result = await rest(read)
    await end(line)
    return result
  } catch (error) {
    await line.query('ROLLBACK').catch((fault: Error) => (lost = fault))
    throw error
  } finally {
    line.release(lost)
  }
}
