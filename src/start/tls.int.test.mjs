import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { pagePoolOptions, poolOptions } from '#ops/pool'
import { env } from '#env'
import { parseEnvironment } from '../env/parse'
import { connectAsShop, connectTo } from './database-state.mjs'
import { readEnvironment } from './environment.mjs'
import { databaseAccount, giveTo } from './postgres/account.mjs'
import { findBinaries } from './postgres/binaries.mjs'
import { openCluster } from './postgres/cluster.mjs'
import { makeAuthority } from './testing/certificates.mjs'
import { quickFolder } from './testing/quick-folder.mjs'
import { withClient } from './testing/database'

const account = databaseAccount()
const authority = makeAuthority('Own authority')
const base = quickFolder('molini-tls-')
let cluster

beforeAll(async () => {
  writeFileSync(join(base, 'ca.pem'), authority.certificate)
  writeFileSync(join(base, 'other.pem'), makeAuthority('Another authority').certificate)
  cluster = await openCluster({
    base,
    account,
    binaries: findBinaries(account),
    extra: { fsync: 'off' },
    isThrowaway: true,
  })
})
afterAll(async () => {
  await cluster.stop()
  rmSync(base, { recursive: true, force: true })
})

/** Lets the server speak TLS as `host`, or not at all. */
async function presentAs(host, how) {
  const { certificate, key } = authority.issue(host, how)
  for (const [name, text] of [
    ['server.crt', certificate],
    ['server.key', key],
  ]) {
    const file = join(base, 'postgres', name)
    writeFileSync(file, text, { mode: 0o600 })
    giveTo(file, account)
  }
  await reload('on')
}

const reload = (ssl) =>
  withClient(cluster.urlOf('postgres'), async (client) => {
    await client.query(`alter system set ssl = ${ssl}`)
    await client.query('select pg_reload_conf()')
    await expect.poll(async () => (await client.query('show ssl')).rows[0].ssl).toBe(ssl)
  })

/** As the launcher does: what the schema makes of it is what is connected to. */
async function reach(query, connect = connectTo) {
  const url = new URL(cluster.urlOf('postgres'))
  url.hostname = 'localhost'
  url.search = query
  const environment = await readEnvironment({ DATABASE_URL: url.href })
  const client = await connect(environment, environment)
  try {
    const { rows } = await client.query('select ssl, version from pg_stat_ssl where pid = pg_backend_pid()')
    return rows[0]
  } finally {
    await client.end()
  }
}

const ca = (name) => `sslrootcert=${join(base, name)}`
const refusal = (words) =>
  expect.stringMatching(
    new RegExp(`^The database at localhost:\\d+/postgres \\(DATABASE_URL\\) cannot be used: ${words}\\.$`),
  )

test('a server of a known authority is spoken to by TLS, however it was asked for', async () => {
  await presentAs('localhost')
  for (const mode of ['verify-full', 'require', 'verify-ca'])
    expect(await reach(`sslmode=${mode}&${ca('ca.pem')}`)).toMatchObject({ ssl: true })
  expect(await reach(`sslmode=require&${ca('ca.pem')}`, connectAsShop)).toMatchObject({ version: 'TLSv1.3' })
})

test('another authority, the public ones alone, another host, an old certificate and a file that is not there are each refused in one sentence', async () => {
  await presentAs('localhost')
  const unknown = refusal('its certificate is of an authority that is not known here .*')
  await expect(reach(`sslmode=require&${ca('other.pem')}`)).rejects.toMatchObject({ message: unknown })
  await expect(reach('sslmode=require')).rejects.toMatchObject({ message: unknown })
  await expect(reach('sslmode=verify-full&sslrootcert=system')).rejects.toMatchObject({ message: unknown })
  await expect(reach(`sslmode=verify-full&${ca('none.pem')}`)).rejects.toMatchObject({
    message: refusal('the file that sslrootcert names cannot be read'),
  })
  await presentAs('db.example.com')
  await expect(reach(`sslmode=verify-full&${ca('ca.pem')}`)).rejects.toMatchObject({
    message: refusal('its certificate is for another host'),
  })
  await presentAs('localhost', { days: -1 })
  await expect(reach(`sslmode=verify-full&${ca('ca.pem')}`)).rejects.toMatchObject({
    message: refusal('its certificate has expired'),
  })
})

test('a server without TLS is refused where TLS was asked for', async () => {
  await reload('off')
  await expect(reach(`sslmode=require&${ca('ca.pem')}`)).rejects.toMatchObject({
    message: refusal('it does not speak TLS'),
  })
  expect(await reach('')).toMatchObject({ ssl: false })
})

/** Each pool of a serving shop: of everything, of its pages, and of everything behind a pooler. */
const pools = [
  ['everything', () => poolOptions({ isPooled: false })],
  ['pages', () => pagePoolOptions({ isPooled: false, isOnPlatform: false })],
  ['behind a pooler', () => poolOptions({ isPooled: true })],
]

/** By what such a pool speaks to a database whose address the shop has read from its environment. */
async function reachByPool(options, query, address = cluster.urlOf('postgres')) {
  const url = new URL(address)
  if (query) url.search = query
  url.hostname = url.hostname === '127.0.0.1' ? 'localhost' : url.hostname
  const before = env.DATABASE_URL
  env.DATABASE_URL = parseEnvironment({ ...process.env, DATABASE_URL: url.href }).DATABASE_URL
  const pool = new pg.Pool(options())
  env.DATABASE_URL = before
  try {
    const { rows } = await pool.query('select ssl, version from pg_stat_ssl where pid = pg_backend_pid()')
    return rows[0]
  } finally {
    await pool.end()
  }
}

test.each(pools)('the pool of %s speaks to a server of a known authority alone', async (_, options) => {
  await presentAs('localhost')
  for (const mode of ['verify-full', 'require', 'verify-ca'])
    expect(await reachByPool(options, `sslmode=${mode}&${ca('ca.pem')}`)).toEqual({
      ssl: true,
      version: 'TLSv1.3',
    })
  const unknown = { code: 'UNABLE_TO_VERIFY_LEAF_SIGNATURE' }
  await expect(reachByPool(options, `sslmode=require&${ca('other.pem')}`)).rejects.toMatchObject(unknown)
  await expect(reachByPool(options, 'sslmode=require')).rejects.toMatchObject(unknown)
  await presentAs('db.example.com')
  await expect(reachByPool(options, `sslmode=verify-full&${ca('ca.pem')}`)).rejects.toMatchObject({
    code: 'ERR_TLS_CERT_ALTNAME_INVALID',
  })
  const elsewhere = 'postgres://u:pw@db.example.com/shop?sslmode=disable'
  await expect(reachByPool(options, '', elsewhere)).rejects.toThrow(
    /DATABASE_URL: must have sslmode=verify-full/,
  )
})
