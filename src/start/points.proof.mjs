import { chmodSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { bundleHelper } from './bundle-helper.mjs'
import { inCheckout } from './checkout.mjs'
import { openEmbedded } from './database.mjs'
import { prepare } from './prepare.mjs'
import { run } from './run.mjs'
import { databaseAccount } from './postgres/account.mjs'
import { findBinaries } from './postgres/binaries.mjs'
import { openCluster } from './postgres/cluster.mjs'

const key = 'a-key-of-backups-for-tests-alone-ok'
const elsewhere = `points_${process.pid}`
const another = `points_other_${process.pid}`
let dataDir
let shop
const account = databaseAccount()
const stops = []

async function query(url, sql) {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query(sql)).rows
  } finally {
    await client.end()
  }
}

const urlOf = (name) => {
  const url = new URL(inject('clusterUrl'))
  url.pathname = `/${name}`
  return url.href
}

const variables = (url) => ({
  ...process.env,
  NODE_ENV: 'production',
  DATABASE_URL: url,
  MOLINI_DATA_DIR: dataDir,
  BACKUP_KEY: key,
})
const once = async () =>
  run(process.execPath, [await bundleHelper('src/start/points.ts'), 'once'], {
    env: variables(shop),
    cwd: inCheckout(),
  })
const restore = (at, into) =>
  run(process.execPath, [inCheckout('src/start/launch.mjs'), 'restore', '--at', at, '--replace'], {
    env: variables(urlOf(into)),
    cwd: inCheckout(),
  })

const mark = (name) => query(shop, `insert into shop_marks (name, value) values ('${name}', '{}')`)
const marks = async (url) =>
  (await query(url, `select name from shop_marks where name like 'kept%' order by name`)).map(
    ({ name }) => name,
  )

beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'molini-points-'))
  chmodSync(dataDir, 0o711)
  const opened = await openEmbedded({
    base: dataDir,
    account,
    isArchived: true,
    atEnd: (stop) => stops.push(stop),
  })
  shop = opened.DATABASE_URL
  await prepare(['migrate'], { ...variables(shop), NODE_ENV: 'test' })
  for (const name of [elsewhere, another]) await query(inject('clusterUrl'), `create database ${name}`)
}, 300_000)
afterAll(async () => {
  for (const stop of stops) await stop()
  rmSync(dataDir, { recursive: true, force: true })
}, 120_000)

test('a moment between two writes is brought back, encrypted copies and log alone being left', async () => {
  await mark('kept before the copy')
  const first = await once()
  expect(first.code, first.output).toBe(0)
  await mark('kept before the moment')
  await pause(1_100)
  const moment = new Date()
  await pause(1_100)
  await query(shop, `delete from shop_marks where name like 'kept%'`)
  await mark('kept after it')
  const second = await once()
  expect(second.code, second.output).toBe(0)
  expect(readdirSync(join(dataDir, 'postgres-log')).filter((name) => /^[0-9A-F]{24}$/.test(name))).toEqual([])

  const restored = await restore(moment.toISOString(), elsewhere)
  expect(restored.code, restored.output).toBe(0)
  expect(restored.output).toMatch(/The moment is brought back[\s\S]*Its last change was made at/)
  expect(await marks(urlOf(elsewhere))).toEqual(['kept before the copy', 'kept before the moment'])

  const refused = await restore('2099-01-01T00:00Z', elsewhere)
  expect(refused.output).toContain('belong to another shop')
  expect(await marks(urlOf(elsewhere))).toEqual(['kept before the copy', 'kept before the moment'])
  const newest = await restore('2099-01-01T00:00Z', another)
  expect(newest.code, newest.output).toBe(0)
  expect(await marks(urlOf(another))).toEqual(['kept after it'])
  expect(readdirSync(dataDir).filter((name) => name.startsWith('moment'))).toEqual([])
}, 600_000)

test('no log is brought to the store of another shop', async () => {
  const owner = join(dataDir, 'owner', 'shop.json')
  const own = readFileSync(owner)
  writeFileSync(owner, JSON.stringify({ id: 'of-another-shop' }))
  try {
    const refused = await once()
    expect(refused.code).toBe(1)
    expect(refused.output).toContain('belong to another shop')
  } finally {
    writeFileSync(owner, own)
  }
  expect((await once()).code).toBe(0)
}, 120_000)
