import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { databaseAccount } from './account.mjs'
import { findBinaries } from './binaries.mjs'
import { openCluster } from './cluster.mjs'
import { showStatements, statementSettings } from './statements.mjs'

const account = databaseAccount()
let base
beforeAll(() => (base = mkdtempSync(join(tmpdir(), 'molini-cluster-'))))
afterAll(async () => {
  await (await open()).stop()
  rmSync(base, { recursive: true, force: true })
})

const open = (more) =>
  openCluster({ base, account, binaries: findBinaries(account), atEnd: () => {}, ...more })
const postmaster = () => Number(readFileSync(join(base, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0])

async function query(cluster, sql) {
  const client = new pg.Client({ connectionString: cluster.urlOf('postgres') })
  await client.connect()
  try {
    return (await client.query(sql)).rows
  } finally {
    await client.end()
  }
}

test('the server listens on this machine alone and knows its password from a private file', async () => {
  const cluster = await open()
  expect(await query(cluster, 'show listen_addresses')).toEqual([{ listen_addresses: '127.0.0.1' }])
  expect(statSync(join(base, 'postgres-password')).mode & 0o777).toBe(0o600)
  const stranger = new pg.Client({
    connectionString: cluster.urlOf('postgres').replace(/:[^:@]+@/, ':guess@'),
  })
  await expect(stranger.connect()).rejects.toThrow('password authentication failed')
})

test('a server that a killed start left running is adopted', async () => {
  const first = await open()
  const pid = postmaster()
  const second = await open()
  expect(second.port).toBe(first.port)
  expect(postmaster()).toBe(pid)
})

test('after kill -9 of the server itself every committed row is there', async () => {
  await query(await open(), 'create table kept as select generate_series(1, 1000) as n')
  process.kill(postmaster(), 'SIGKILL')
  await pause(100)
  expect(await query(await open(), 'select count(*)::int from kept')).toEqual([{ count: 1000 }])
})

test('what statements cost is noted, in a schema that is not the shop’s', async () => {
  await (await open()).stop()
  const cluster = await open({ extra: statementSettings(findBinaries(account)) })
  const client = new pg.Client({ connectionString: cluster.urlOf('postgres') })
  await client.connect()
  await showStatements(client)
  await showStatements(client)
  for (let times = 0; times < 3; times += 1) await client.query('select count(*) from kept where n > 7')
  const { rows } = await client.query(
    `select query, calls::int, mean_exec_time > 0 as took from statements.pg_stat_statements where query ~ 'from kept'`,
  )
  await client.end()
  expect(rows).toEqual([{ query: 'select count(*) from kept where n > $1', calls: 3, took: true }])
})

test('a pid file that names a process of somebody else does not keep the server from starting', async () => {
  const cluster = await open()
  await cluster.stop()
  writeFileSync(join(base, 'postgres', 'postmaster.pid'), `${process.pid}\n${base}\n0\n5432\n`)
  expect(await query(await open(), 'select 1 as one')).toEqual([{ one: 1 }])
})

test('letters beyond ASCII compare as text should', async () => {
  expect(await query(await open(), `select lower('ÈÉ') as low, 'ß' ilike 'ß' as same`)).toEqual([
    { low: 'èé', same: true },
  ])
})

test('it is reached by a socket that only its own user may use, by the port where the path is too long for one', async () => {
  const cluster = await open()
  const folder = join(base, 'socket')
  expect(decodeURIComponent(new URL(cluster.urlOf('postgres')).searchParams.get('host') ?? '')).toBe(folder)
  expect(statSync(folder).mode & 0o777).toBe(0o700)
  expect(await query(cluster, 'select inet_server_addr() as address')).toEqual([{ address: null }])

  const deep = join(base, 'a-long-name-for-a-folder'.repeat(5))
  const apart = await openCluster({ base: deep, account, binaries: findBinaries(account), isThrowaway: true })
  try {
    expect(new URL(apart.urlOf('postgres')).search).toBe('')
    expect(await query(apart, 'select 1 as one')).toEqual([{ one: 1 }])
  } finally {
    await apart.stop()
  }
})

test('a side command that cannot connect leaves the server of the running shop alone', async () => {
  await open()
  const pid = postmaster()
  const file = join(base, 'postgres-password')
  const password = readFileSync(file, 'utf8')
  writeFileSync(file, 'another')
  try {
    await expect(open({ atEnd: undefined })).rejects.toThrow('left as it is')
    process.kill(pid, 0)
    expect(postmaster()).toBe(pid)
  } finally {
    writeFileSync(file, password)
  }
}, 60_000)
