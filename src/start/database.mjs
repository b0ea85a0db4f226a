import { requireSpace } from './disk-space.mjs'
import { databaseAccount } from './postgres/account.mjs'
import { archiveSettings } from './postgres/archive.mjs'
import { findBinaries } from './postgres/binaries.mjs'
import { openCluster } from './postgres/cluster.mjs'
import { showStatements, statementSettings } from './postgres/statements.mjs'

const name = 'molini'

/**
 * Starts the embedded database below `base` and gives back its variables. `atEnd` hears how to stop it. With `isArchived` it
 * puts out its log, for moments to be brought back.
 */
export async function openEmbedded({ base, account = databaseAccount(), atEnd, isArchived = false }) {
  requireSpace(base, 100)
  const binaries = findBinaries(account)
  const extra = {
    ...statementSettings(binaries),
    ...(isArchived && archiveSettings({ base, account, binaries })),
  }
  const cluster = await openCluster({ base, account, binaries, extra, atEnd })
  await ensureDatabase(cluster)
  return { DATABASE_URL: cluster.urlOf(name), MOLINI_EMBEDDED: '1' }
}

async function ensureDatabase(cluster) {
  await withClient(cluster.urlOf('postgres'), async (client) => {
    const { rowCount } = await client.query('select from pg_database where datname = $1', [name])
    if (rowCount === 0) await client.query(`create database ${name}`)
  })
  await withClient(cluster.urlOf(name), showStatements)
}

async function withClient(url, work) {
  const { default: pg } = await import('pg')
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await work(client)
  } finally {
    await client.end()
  }
}
