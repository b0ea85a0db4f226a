import { mkdtempSync } from 'node:fs'
import { join } from 'node:path'
import { Client } from 'pg'

declare module 'vitest' {
  interface ProvidedContext {
    /** The maintenance database of the cluster that the whole run shares. */
    clusterUrl: string
    /** A folder for data directories, removed with the cluster. */
    dataRoot: string
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

/** Gives this worker its own copy of the migrated database and a data directory, named in the environment. */
export async function giveWorkerDatabase(clusterUrl: string, dataRoot: string): Promise<void> {
  const database = `worker_${process.env.VITEST_POOL_ID ?? '1'}_${process.pid}`
  process.env.DATABASE_URL = databaseUrl(clusterUrl, database)
  process.env.MOLINI_DATA_DIR = mkdtempSync(join(dataRoot, 'worker-'))
  await withClient(clusterUrl, async (client) => {
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [database])
    if (rowCount === 0) await client.query(`create database ${database} template ${template}`)
  })
}

/** A fresh migrated database beside the worker's own, for a test that needs to be alone. Returns its address. */
export async function createDatabase(clusterUrl: string, name: string): Promise<string> {
  const database = `${name}_${process.pid}`
  await withClient(clusterUrl, (client) => client.query(`create database ${database} template ${template}`))
  return databaseUrl(clusterUrl, database)
}

function databaseUrl(clusterUrl: string, database: string): string {
  const url = new URL(clusterUrl)
  url.pathname = `/${database}`
  return url.href
}
