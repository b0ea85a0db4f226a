import { sql } from '@payloadcms/db-postgres'
import type { Payload } from 'payload'
import { adminRows } from './admin-rows'

export interface SlowStatement {
  query: string
  calls: number
  /** Milliseconds. */
  total: number
  mean: number
}

export interface LargeTable {
  table: string
  rows: number
  bytes: number
  dead: number
}

export interface DatabaseForStaff {
  version: string
  bytes: number
  connections: number
  /** As many as the server allows at once. */
  most: number
  /** Share of reads that memory answered, 0 to 1. */
  hits: number
  /** Sessions that wait for another, and for how many seconds the longest has. */
  blocked: number
  blockedFor: number
  /** Seconds that the longest open transaction has been at it. */
  longest: number
  tables: LargeTable[]
  /** Undefined when the server keeps no statistics of statements. */
  statements?: SlowStatement[]
}

type Facts = Omit<DatabaseForStaff, 'tables' | 'statements'>

/** What the database says about itself. Only reads, and waits for no table. */
export async function getDatabase(payload: Payload): Promise<DatabaseForStaff> {
  const [facts, tables, statements] = await Promise.all([
    getFacts(payload),
    getTables(payload),
    getStatements(payload),
  ])
  return { ...facts, tables, ...(statements && { statements }) }
}

async function getFacts(payload: Payload): Promise<Facts> {
  const [facts] = await adminRows<Facts>(
    payload,
    sql`SELECT split_part(current_setting('server_version'), ' ', 1) AS version, pg_database_size(current_database())::float8 AS bytes,
        (SELECT count(*) FROM pg_stat_activity WHERE backend_type = 'client backend')::float8 AS connections,
        current_setting('max_connections')::float8 AS most,
        coalesce((SELECT blks_hit::float8 / nullif(blks_hit + blks_read, 0) FROM pg_stat_database WHERE datname = current_database()), 1) AS hits,
        (SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database())::float8 AS blocked,
        coalesce((SELECT extract(epoch FROM max(clock_timestamp() - query_start)) FROM pg_stat_activity
          WHERE wait_event_type = 'Lock' AND datname = current_database()), 0)::float8 AS "blockedFor",
        coalesce((SELECT extract(epoch FROM max(clock_timestamp() - xact_start)) FROM pg_stat_activity
          WHERE datname = current_database() AND backend_type = 'client backend' AND pid <> pg_backend_pid()), 0)::float8 AS longest`,
  )
  if (!facts) throw new Error('The database says nothing about itself')
  return facts
}

/** By pages as last counted: asking for the size itself would wait for a table that is locked. */
const getTables = (payload: Payload): Promise<LargeTable[]> =>
  adminRows<LargeTable>(
    payload,
    sql`SELECT c.relname AS table, greatest(c.reltuples, 0)::float8 AS rows, coalesce(s.n_dead_tup, 0)::float8 AS dead,
        ((c.relpages + coalesce(t.relpages, 0) + coalesce(i.pages, 0))::float8 * current_setting('block_size')::float8) AS bytes
      FROM pg_class c LEFT JOIN pg_class t ON t.oid = c.reltoastrelid LEFT JOIN pg_stat_user_tables s ON s.relid = c.oid
      LEFT JOIN LATERAL (SELECT sum(x.relpages) AS pages FROM pg_index n JOIN pg_class x ON x.oid = n.indexrelid WHERE n.indrelid = c.oid) i ON true
      WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' ORDER BY bytes DESC LIMIT 8`,
  )

/** The extension may be there and the library not, or be seen by others alone: then it is as if it were not. */
async function getStatements(payload: Payload): Promise<SlowStatement[] | undefined> {
  const [found] = await adminRows<{ schema: string | null }>(
    payload,
    sql`SELECT quote_ident(n.nspname) AS schema FROM pg_extension e JOIN pg_namespace n ON n.oid = e.extnamespace
      WHERE e.extname = 'pg_stat_statements'`,
  )
  if (!found?.schema) return undefined
  const source = sql.raw(`${found.schema}.pg_stat_statements`)
  return adminRows<SlowStatement>(
    payload,
    sql`SELECT left(regexp_replace(query, '\\s+', ' ', 'g'), 160) AS query, calls::float8 AS calls, total_exec_time AS total,
        mean_exec_time AS mean FROM ${source} WHERE dbid = (SELECT oid FROM pg_database WHERE datname = current_database())
      ORDER BY total_exec_time DESC LIMIT 8`,
  ).catch(() => undefined)
}
