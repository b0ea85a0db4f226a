import { mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { databaseAccount } from '../postgres/account.mjs'
import { findBinaries } from '../postgres/binaries.mjs'
import { openCluster } from '../postgres/cluster.mjs'
import { prepare } from '../prepare.mjs'
import { quickFolder } from './quick-folder.mjs'

/** Nothing here outlives the run, so nothing waits for the disk. Durability tests start their own server. */
const careless = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: 300 }

export const template = 'molini_template'

/** One real Postgres for the whole run, with one migrated database that each worker copies. */
export default async function setup({ provide }) {
  const base = quickFolder('molini-test-')
  const account = databaseAccount()
  const cluster = await openCluster({
    base,
    account,
    binaries: findBinaries(account),
    extra: careless,
    isThrowaway: true,
  })
  const teardown = async () => {
    await cluster.stop()
    rmSync(base, { recursive: true, force: true })
  }
  try {
    await createTemplate(cluster)
  } catch (error) {
    await teardown()
    throw error
  }
  provide('clusterUrl', cluster.urlOf('postgres'))
  provide('dataRoot', mkdtempSync(join(base, 'data-')))
  return teardown
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
