import { EventEmitter } from 'node:events'
import { Pool, type PoolConfig } from 'pg'
import { afterEach, expect, test, vi } from 'vitest'
import { leaveStale } from './stale-lines'

/** As the driver's, without a server. */
class Line extends EventEmitter {
  readonly _queryable = true
  isEnded = false
  connect(done: () => void) {
    done()
  }
  end(done?: () => void) {
    this.isEnded = true
    done?.()
  }
}

const poolOf = () => {
  const pool = new Pool({
    max: 3,
    idleTimeoutMillis: 30_000,
    Client: Line as unknown as PoolConfig['Client'],
  })
  leaveStale(pool)
  return pool
}
/** The clock goes on, and no timer fires. */
const sleep = (milliseconds: number) => vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + milliseconds })

afterEach(() => vi.useRealTimers())

test('what was idle for too long while timers stood still is left, and the rest is used as ever', async () => {
  const pool = poolOf()
  const [old, young] = [await pool.connect(), await pool.connect()]
  old.release()
  sleep(20_000)
  young.release()
  sleep(20_000)
  const again = await pool.connect()
  expect(again).toBe(young)
  expect(old).toHaveProperty('isEnded', true)
  expect([pool.totalCount, pool.idleCount]).toEqual([1, 0])
  again.release()
  await pool.end()
})

test('after a long sleep everybody has a new one, also where all places were taken by old ones', async () => {
  const pool = poolOf()
  const before = await Promise.all([pool.connect(), pool.connect(), pool.connect()])
  for (const one of before) one.release()
  sleep(3_600_000)
  const after = await Promise.all([pool.connect(), pool.connect(), pool.connect()])
  for (const one of after) expect(before).not.toContain(one)
  expect(pool.totalCount).toBe(3)
  for (const one of after) one.release()
  await pool.end()
})

test('who holds one for long keeps it', async () => {
  const pool = poolOf()
  const held = await pool.connect()
  sleep(3_600_000)
  const other = await pool.connect()
  expect(held).toHaveProperty('isEnded', false)
  held.release()
  other.release()
  const next = await pool.connect()
  expect(next).toBe(other)
  next.release()
  await pool.end()
})
