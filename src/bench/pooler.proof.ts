import { rmSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { Pool } from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { poolOptions, sessionLimits as ofThePool } from '#ops/pool'
import { isOutage } from '#services/outage'
import { connectTo } from '../start/database-state.mjs'
import { findProgram } from '../start/debian.mjs'
import { settlePooler, sessionLimits } from '../start/pooler.mjs'
import { databaseAccount } from '../start/postgres/account.mjs'
import { findBinaries } from '../start/postgres/binaries.mjs'
import { openCluster } from '../start/postgres/cluster.mjs'
import { withClient } from '../start/testing/database'
import { startPooler } from '../start/testing/pooler.mjs'
import { quickFolder } from '../start/testing/quick-folder.mjs'

const account = databaseAccount()
const base = quickFolder('molini-pooler-')
const open = () =>
  openCluster({ base, account, binaries: findBinaries(account), extra: { fsync: 'off' }, isThrowaway: true })

describe.skipIf(!findProgram('pgbouncer'))('behind a pooler in transaction mode', () => {
  let cluster: Awaited<ReturnType<typeof open>>
  let pooler: Awaited<ReturnType<typeof startPooler>>
  beforeAll(async () => {
    cluster = await open()
    pooler = await startPooler(cluster.urlOf('postgres'))
  })
  afterAll(async () => {
    await pooler.stop()
    await cluster.stop()
    rmSync(base, { recursive: true, force: true })
  })

  const ground = () => ({
    isPooled: true,
    variables: { DATABASE_URL: pooler.url, DATABASE_URL_UNPOOLED: cluster.urlOf('postgres') },
  })
  /** As the shop opens it, with or without what is for poolers. */
  const poolOf = (isPooled: boolean) => {
    const { Client } = poolOptions({ isPooled: true })
    const pool = new Pool({ connectionString: pooler.url, max: 10, ...(isPooled && { Client }) })
    pool.on('error', () => undefined)
    return pool
  }
  const manyNamed = async (pool: Pool): Promise<string[]> => {
    const asked = Array.from({ length: 200 }, (_, index) =>
      pool
        .query({
          name: `n-${index % 7}`,
          text: `SELECT $1::int + ${index % 7} AS sum, pg_sleep(0.001)`,
          values: [1],
        })
        .then(
          ({ rows }) => (Number(rows[0].sum) === 1 + (index % 7) ? 'right' : 'wrong'),
          () => 'failed',
        ),
    )
    return [...new Set(await Promise.all(asked))]
  }

  test('an address that does not say that it is a pooler is refused in one sentence', async () => {
    const { href } = Object.assign(new URL(pooler.url), { search: '' })
    await expect(connectTo({ DATABASE_URL: href })).rejects.toThrow(
      /^The database at 127\.0\.0\.1:\d+\/postgres \(DATABASE_URL\) cannot be used: it is a pooler \(add pgbouncer=true/,
    )
  })

  test('two addresses of different databases are refused', async () => {
    await withClient(cluster.urlOf('postgres'), (client) => client.query('CREATE DATABASE another'))
    const { variables } = ground()
    const mixed = { ...variables, DATABASE_URL_UNPOOLED: cluster.urlOf('another') }
    await expect(settlePooler({ isPooled: true, variables: mixed })).rejects.toThrow(
      'DATABASE_URL and DATABASE_URL_UNPOOLED lead to different databases.',
    )
  })

  test('the limits that a pooler does not pass on are those of the role, and those who migrate lift them', async () => {
    await Promise.all([settlePooler(ground()), settlePooler(ground()), settlePooler(ground())])
    await settlePooler(ground())
    const shown = async (client: Pick<Pool, 'query'>) => {
      const asked = Object.keys(sessionLimits).map((name) => `current_setting('${name}')`)
      return Object.values((await client.query(`SELECT ARRAY[${asked.join()}] AS all`)).rows[0]?.all ?? [])
    }
    const milliseconds = (text: string) => Number(text.replace('s', '')) * 1000
    expect(Object.values(sessionLimits).map(milliseconds)).toEqual(Object.values(ofThePool))
    await withClient(cluster.urlOf('postgres'), (client) =>
      client.query(
        `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid() AND backend_type = 'client backend'`,
      ),
    )
    const pool = poolOf(true)
    await expect.poll(() => shown(pool).catch(() => 'broken')).toEqual(Object.values(sessionLimits))
    await pool.end()
    const migrating = await connectTo(ground().variables)
    expect(await shown(migrating)).toEqual(['0', '1min', '0'])
    await migrating.end()
  })

  test('statements with names, of which the server of a moment later knows nothing, go without them', async () => {
    const [named, nameless] = [poolOf(false), poolOf(true)]
    expect(await manyNamed(named)).toContain('failed')
    expect(await manyNamed(nameless)).toEqual(['right'])
    await Promise.all([named.end(), nameless.end()])
  })

  test('a pooler whose server is away is an outage to jobs too, within the time that anybody waits', async () => {
    const pool = poolOf(true)
    await pool.query('SELECT 1')
    await cluster.stop()
    const asked = async () => {
      const begun = performance.now()
      const fault = await Promise.race([
        pool.query('SELECT 1').catch((error: unknown) => error),
        pause(12_000),
      ])
      return { isOutage: isOutage(fault), isLate: performance.now() - begun > 1_000 }
    }
    try {
      await expect.poll(asked, { timeout: 30_000 }).toEqual({ isOutage: true, isLate: false })
    } finally {
      cluster = await open()
    }
    await expect.poll(() => manyNamed(pool), { timeout: 15_000 }).toEqual(['right'])
    await pool.end()
  })

  test('a database that is suspended and wakes up is found again', async () => {
    const pool = poolOf(true)
    expect(await manyNamed(pool)).toEqual(['right'])
    await cluster.stop()
    // The pooler may keep whoever asks now until there is an answer.
    const meanwhile = pool.query('SELECT 1').catch(() => undefined)
    await pause(500)
    cluster = await open()
    await meanwhile
    await expect.poll(() => manyNamed(pool), { timeout: 15_000 }).toEqual(['right'])
    expect(pool.totalCount).toBeLessThanOrEqual(10)
    await pool.end()
  })
})
