import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { Client } from 'pg'
import { sessionLimits } from '../pooler.mjs'

declare module 'vitest' {
  interface ProvidedContext {
    /** The maintenance database of the cluster that the whole run shares. */
    clusterUrl: string
    /** A folder for data directories, removed with the cluster. */
    dataRoot: string
    /** A pooler in transaction mode in front of the cluster; set in the projects through one alone. */
    poolerUrl?: string
  }
}

const template = 'molini_template'

/** Runs `work` on a plain connection to `url` and closes it. */
export async function withClient<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

/** Straight to the server, for what asks about a session or sets something for it: a pooler would give it several. */
export const straightUrl = (): string => process.env.DATABASE_URL_UNPOOLED ?? process.env.DATABASE_URL ?? ''

/**
 * Gives a test file its own copy of the migrated database and an empty data directory, named in the environment.
 * The names are the worker's: the modules, loaded once for all its files, have read them.
 */
export async function giveWorkerDatabase(
  clusterUrl: string,
  dataRoot: string,
  poolerUrl?: string,
): Promise<void> {
  const name = `worker_${process.pid}`
  process.env.DATABASE_URL = databaseUrl(poolerUrl ?? clusterUrl, name)
  if (poolerUrl) process.env.DATABASE_URL_UNPOOLED = databaseUrl(clusterUrl, name)
  else delete process.env.DATABASE_URL_UNPOOLED
  process.env.MOLINI_DATA_DIR = join(dataRoot, name)
  await rm(process.env.MOLINI_DATA_DIR, { recursive: true, force: true })
  await mkdir(process.env.MOLINI_DATA_DIR)
  await withClient(clusterUrl, async (client) => {
    await client.query(`drop database if exists ${name} with (force)`)
    await client.query(`create database ${name} template ${template} strategy file_copy`)
    // As `settlePooler` does at a start, before anybody has a session of the pooler's.
    for (const [limit, value] of Object.entries(poolerUrl ? sessionLimits : {}))
      await client.query(`alter role current_user in database ${name} set ${limit} = '${value}'`)
  })
}

/** A fresh migrated database beside the worker's own, for a test that needs to be alone. Returns its address. */
export async function createDatabase(clusterUrl: string, name: string): Promise<string> {
  const database = `${name}_${process.pid}`
  await withClient(clusterUrl, (client) =>
    client.query(`create database ${database} template ${template} strategy file_copy`),
  )
  return databaseUrl(clusterUrl, database)
}

function databaseUrl(clusterUrl: string, database: string): string {
  const url = new URL(clusterUrl)
  url.pathname = `/${database}`
  return url.href
}
