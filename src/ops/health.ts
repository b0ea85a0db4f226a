import { readdir } from 'node:fs/promises'
import { sql } from '@payloadcms/db-postgres'
import type { PayloadRequest } from 'payload'
import { env } from '#env'
import { rowsOf } from '#services/transaction'
import { inTime, Late } from './patience'
import { readStatus } from './points/status'

/** Requests that wait for a connection; more and the shop is behind. */
const longestQueue = 20

export interface Readiness {
  ready: boolean
  /** What is wrong, in words for whoever is woken up by it. */
  problems: string[]
  /** What somebody should look at although the shop sells. */
  warnings: string[]
}

/** The migrations that this code comes with; none where the files are not deployed beside it. */
async function knownMigrations(req: PayloadRequest): Promise<string[]> {
  const files = await readdir(req.payload.db.migrationDir).catch(() => [])
  return files.filter((file) => /^\d{8}_\d{6}.*\.ts$/.test(file)).map((file) => file.replace(/\.ts$/, ''))
}

async function databaseProblems(req: PayloadRequest): Promise<string[]> {
  try {
    const rows = await inTime(
      rowsOf<{ name: string }>(req, sql`SELECT name FROM payload_migrations WHERE name IS NOT NULL`),
    )
    const done = new Set(rows.map(({ name }) => name))
    const missing = (await knownMigrations(req)).filter((name) => !done.has(name))
    return missing.length > 0 ? [`${missing.length} migrations have not run: ${missing.join(', ')}`] : []
  } catch (error) {
    return [error instanceof Late ? error.message : 'The database cannot be reached']
  }
}

async function archiveWarnings(): Promise<string[]> {
  const { fault } = await readStatus(env.MOLINI_DATA_DIR)
  return fault ? [`The log of the database is not archived, as seen at ${fault.at}`] : []
}

interface Replicas {
  report(): { name: string; state: 'read' | 'behind' | 'away' }[]
}

/** What `src/front/replicas.mjs` keeps for the process. */
function replicaWarnings(): string[] {
  const replicas = (globalThis as { [place: symbol]: unknown })[Symbol.for('molini.replicas')] as
    Replicas | undefined
  return (replicas?.report() ?? []).flatMap(({ name, state }) =>
    state === 'read' ? [] : [`The replica ${name} is left out: it is ${state}`],
  )
}

/** Whether the shop can serve: its database answers in time, is migrated, and has connections to give. */
export async function checkReady(req: PayloadRequest): Promise<Readiness> {
  const { pool } = req.payload.db
  const queue = pool.waitingCount
  const problems = [
    ...(await databaseProblems(req)),
    ...(queue > longestQueue ? [`${queue} requests wait for a database connection`] : []),
  ]
  return {
    ready: problems.length === 0,
    problems,
    warnings: [...(await archiveWarnings()), ...replicaWarnings()],
  }
}
