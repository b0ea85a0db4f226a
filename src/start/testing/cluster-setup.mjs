import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { databaseAccount } from '../postgres/account.mjs'
import { findBinaries } from '../postgres/binaries.mjs'
import { openCluster } from '../postgres/cluster.mjs'
import { statementSettings } from '../postgres/statements.mjs'
import { prepare } from '../prepare.mjs'
import { quickFolder } from './quick-folder.mjs'
import { shareSetup } from './share-setup.mjs'

/** Nothing here outlives the run, so nothing waits for the disk. Durability tests start their own server. */
const careless = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: 300 }

export const template = 'molini_template'

async function open() {
  const base = quickFolder('molini-test-')
  const account = databaseAccount()
  const binaries = findBinaries(account)
  const cluster = await openCluster({
    base,
    account,
    binaries,
    extra: { ...careless, ...statementSettings(binaries) },
    isThrowaway: true,
  })
  const close = async () => {
    await cluster.stop()
    rmSync(base, { recursive: true, force: true })
  }
  try {
    await createTemplate(cluster)
    const dataRoot = mkdtempSync(join(base, 'data-'))
    chmodSync(dataRoot, 0o711) // or the database of a shop below it would be made elsewhere, and no copy would have it
    return { cluster, dataRoot, close }
  } catch (error) {
    await close()
    throw error
  }
}

/** One real Postgres for the whole run and all of its projects, with one migrated database that each worker copies. */
export default async function setup({ provide }) {
  const { opened, leave } = await shareSetup('test.cluster', open)
  provide('clusterUrl', opened.cluster.urlOf('postgres'))
  provide('dataRoot', opened.dataRoot)
  return leave
}

async function createTemplate(cluster) {
  const client = new pg.Client({ connectionString: cluster.urlOf('postgres') })
  await client.connect()
  await client.query(`create database ${template}`)
  await client.end()
  const secret = 'only-for-tests-and-never-for-a-shop'
  const environment = { ...process.env, PAYLOAD_SECRET: secret, CRON_SECRET: secret, NODE_ENV: 'test' }
  await prepare(['migrate'], { ...environment, DATABASE_URL: cluster.urlOf(template) })
}
