import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { openReplicas } from '../front/replicas.mjs'
import { databaseAccount } from '../start/postgres/account.mjs'
import { findBinaries } from '../start/postgres/binaries.mjs'
import { openCluster } from '../start/postgres/cluster.mjs'
import { withClient } from '../start/testing/database'
import { quickFolder } from '../start/testing/quick-folder.mjs'
import { openStandby } from '../start/testing/standby.mjs'

type Cluster = Awaited<ReturnType<typeof openCluster>>
const account = databaseAccount()
const binaries = findBinaries(account)
const base = quickFolder('molini-replicas-')
const careless = { fsync: 'off', synchronous_commit: 'off' }
const common = { account, binaries, isThrowaway: true }
/** Milliseconds. */
const delay = 5_000

let primary: Cluster
let standby: Cluster
let replicas: ReturnType<typeof openReplicas>
const said: string[] = []

beforeAll(async () => {
  primary = await openCluster({ base, ...common, extra: careless })
  await onPrimary('CREATE TABLE shown (text text); INSERT INTO shown VALUES (0)')
  standby = await openStandby({
    base: join(base, 'standby'),
    of: base,
    cluster: primary,
    account,
    binaries,
    extra: careless,
  })
  replicas = openReplicas({
    urls: [standby.urlOf('postgres')],
    primary: primary.urlOf('postgres'),
    log: (text) => said.push(text),
  })
  replicas.find()
})
afterEach(() => said.splice(0))
afterAll(async () => {
  await replicas.close()
  await standby.stop()
  await primary.stop()
  rmSync(base, { recursive: true, force: true })
})

const onPrimary = (text: string) => withClient(primary.urlOf('postgres'), (client) => client.query(text))
const setDelay = (milliseconds: number) =>
  withClient(standby.urlOf('postgres'), async (client) => {
    await client.query(`ALTER SYSTEM SET recovery_min_apply_delay = ${milliseconds}`)
    await client.query('SELECT pg_reload_conf()')
    await expect
      .poll(async () => (await client.query('SHOW recovery_min_apply_delay')).rows[0])
      .toEqual({ recovery_min_apply_delay: milliseconds === 0 ? '0' : `${milliseconds / 1000}s` })
  })

/** What a page would show that is made now: from a replica where one is given, else from the primary. */
async function read(): Promise<{ text: string; isReplica: boolean }> {
  const replica = replicas.choose()
  const text = 'SELECT text FROM shown'
  const { rows } = replica ? await replica.pool.query(text) : await onPrimary(text)
  return { text: String(rows[0].text), isReplica: replica !== undefined }
}
const readsReplica = async () => (await read()).isReplica

test('what is the same for everybody is read from a replica that follows', async () => {
  await expect.poll(readsReplica, { timeout: 10_000 }).toBe(true)
  expect(replicas.report()).toEqual([expect.objectContaining({ state: 'read' })])
})

test('what is drawn before anybody may ask is read from the primary, and afterwards a replica again', async () => {
  expect(await replicas.spare(async () => (await read()).isReplica)).toBe(false)
  expect(await readsReplica()).toBe(true)
  await expect(replicas.spare(() => Promise.reject(new Error('no page')))).rejects.toThrow('no page')
  expect(await readsReplica()).toBe(true)
})

test('a page that is made anew because of a change never shows what was before it, however late the replica', async () => {
  await setDelay(delay)
  for (const change of [1, 2]) {
    await onPrimary(`UPDATE shown SET text = ${change}`)
    replicas.touch()
    const seen: { text: string; isReplica: boolean }[] = []
    const begun = Date.now()
    do {
      seen.push(await read())
      await pause(20)
    } while (!seen.at(-1)?.isReplica && Date.now() - begun < 3 * delay)
    expect(new Set(seen.map(({ text }) => text))).toEqual(new Set([String(change)]))
    expect(seen.at(-1)?.isReplica).toBe(true)
    expect(Date.now() - begun).toBeGreaterThan(delay / 2)
  }
})

test('while changes are not heard no replica is read, and again once they are', async () => {
  replicas.lose()
  replicas.touch()
  await pause(delay / 2)
  expect(await readsReplica()).toBe(false)
  replicas.find()
  await expect.poll(readsReplica, { timeout: 3 * delay }).toBe(true)
})

test('a replica that is too far behind is left out although nobody was told of a change, and comes back', async () => {
  await setDelay(10 * delay)
  const writing = setInterval(() => void onPrimary('UPDATE shown SET text = text'), 500)
  await expect.poll(readsReplica, { timeout: 30_000 }).toBe(false)
  expect(replicas.report()).toEqual([expect.objectContaining({ state: 'behind' })])
  clearInterval(writing)
  await setDelay(0)
  await expect.poll(readsReplica, { timeout: 30_000 }).toBe(true)
  expect(said).toEqual([
    expect.stringMatching(/left out: it is behind$/),
    expect.stringMatching(/is read from$/),
  ])
})

test('a replica that is down is left out, and comes back', async () => {
  await standby.stop()
  await expect.poll(() => replicas.choose(), { timeout: 10_000 }).toBeUndefined()
  expect((await read()).isReplica).toBe(false)
  standby = await openCluster({
    base: join(base, 'standby'),
    ...common,
    extra: { ...careless, primary_conninfo: conninfo() },
  })
  await expect.poll(readsReplica, { timeout: 20_000 }).toBe(true)
})

test('a database that follows nobody is no replica', async () => {
  const alone = openReplicas({
    urls: [primary.urlOf('postgres')],
    primary: primary.urlOf('postgres'),
    log: () => undefined,
  })
  alone.find()
  await pause(2_000)
  expect(alone.choose()).toBeUndefined()
  await alone.close()
})

function conninfo(): string {
  const { port, username, password } = new URL(primary.urlOf('postgres'))
  return `host=127.0.0.1 port=${port} user=${username} password=${password}`
}
