import { requireSpace } from './disk-space.mjs'
import { databaseAccount } from './postgres/account.mjs'
import { findBinaries } from './postgres/binaries.mjs'
import { openCluster } from './postgres/cluster.mjs'

const name = 'molini'

/**
 * The variables of the embedded database below `base`, started, and how to stop it. A database that
 * somebody brought has neither.
 */
export async function openEmbedded(base, account = databaseAccount()) {
  requireSpace(base, 100)
  const cluster = await openCluster({ base, account, binaries: findBinaries(account) })
  await ensureDatabase(cluster)
  return { variables: { DATABASE_URL: cluster.urlOf(name), MOLINI_EMBEDDED: '1' }, stop: cluster.stop }
}

async function ensureDatabase(cluster) {
  const { default: pg } = await import('pg')
  const client = new pg.Client({ connectionString: cluster.urlOf('postgres') })
  await client.connect()
  try {
    const { rowCount } = await client.query('select from pg_database where datname = $1', [name])
    if (rowCount === 0) await client.query(`create database ${name}`)
  } finally {
    await client.end()
  }
}
