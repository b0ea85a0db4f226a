import { drizzle } from '@payloadcms/db-postgres/drizzle/node-postgres'
import type { PostgresAdapter } from '@payloadcms/db-postgres'
import type { Pool } from 'pg'
import { sharedPlace } from '#cache'

type Database = PostgresAdapter['drizzle']

interface Replica {
  pool: Pool
}

/** What `src/front/replicas.mjs` keeps for the process. */
interface Replicas {
  choose(): Replica | undefined
  leave(replica: Replica): void
}

const active = globalThis as { [place: symbol]: unknown }
const replicasPlace = Symbol.for('molini.replicas')
const pagesPlace = Symbol.for('molini.page-pool')
/** Statements of about one page: whoever comes behind them waits for something slow. */
const longestQueue = 8
const databases = new WeakMap<Pool, Database>()

function databaseOf({ pool }: Replica): Database {
  const known = databases.get(pool) ?? (drizzle({ client: pool }) as unknown as Database)
  databases.set(pool, known)
  return known
}

/**
 * Reads from a replica what is the same for everybody, while there is one that has every change that this process knows
 * of; else, and when it fails, from the primary, on the connections that pages have
 * there for statements with names; where those fail or are long waited for, on those of everything else.
 */
export async function readAnywhere<T>(
  primary: Database,
  read: (from: Database) => Promise<T>,
  isNamed = false,
): Promise<T> {
  const place = sharedPlace()
  const replicas = place === 'anywhere' ? (active[replicasPlace] as Replicas | undefined) : undefined
  const pages = place && isNamed ? (active[pagesPlace] as Pool | undefined) : undefined
  const readPrimary = async () => {
    if (!pages || pages.waitingCount >= longestQueue) return read(primary)
    return read(databaseOf({ pool: pages })).catch(() => read(primary))
  }
  const replica = replicas?.choose()
  if (!replicas || !replica) return readPrimary()
  try {
    return await read(databaseOf(replica))
  } catch {
    replicas.leave(replica)
    return readPrimary()
  }
}
