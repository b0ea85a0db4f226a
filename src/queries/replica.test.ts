import { afterEach, expect, test, vi } from 'vitest'
import { forEverybody, onPrimary, pastCache } from '#cache'
import { readAnywhere } from './replica'

type Primary = Parameters<typeof readAnywhere>[0]

const place = Symbol.for('molini.replicas')
const pagesPlace = Symbol.for('molini.page-pool')
const all = globalThis as { [place: symbol]: unknown }
const primary = { name: 'primary' } as unknown as Primary
const from = (asked: Primary) => Promise.resolve(asked === primary ? 'primary' : 'replica')
const replica = { pool: { query: () => undefined } }
const leave = vi.fn()

afterEach(() => {
  delete all[place]
  delete all[pagesPlace]
  leave.mockClear()
})
const have = (chosen: unknown) => (all[place] = { choose: () => chosen, leave })

test('what is the same for everybody comes from a replica, and nothing else does', async () => {
  have(replica)
  const read = () => readAnywhere(primary, from)
  expect(await forEverybody(read)).toBe('replica')
  expect(await read()).toBe('primary')
  expect(await forEverybody(() => onPrimary(read))).toBe('primary')
  expect(await forEverybody(() => pastCache(read))).toBe('primary')
  expect(await pastCache(() => forEverybody(read))).toBe('primary')
})

test('without replicas, or with none that is fit, the primary is read', async () => {
  expect(await forEverybody(() => readAnywhere(primary, from))).toBe('primary')
  have(undefined)
  expect(await forEverybody(() => readAnywhere(primary, from))).toBe('primary')
})

test('a read that fails at a replica is done again at the primary, and the replica is left', async () => {
  have(replica)
  const failing = (asked: Primary) =>
    asked === primary ? Promise.resolve('primary') : Promise.reject(new Error('recovery conflict'))
  expect(await forEverybody(() => readAnywhere(primary, failing))).toBe('primary')
  expect(leave).toHaveBeenCalledExactlyOnceWith(replica)
})

test('what fails at the primary too fails', async () => {
  have(replica)
  const failing = () => Promise.reject(new Error('a fault in the statement'))
  await expect(forEverybody(() => readAnywhere(primary, failing))).rejects.toThrow('a fault in the statement')
})

test('at the primary, what has a name and is the same for everybody is read on the connections of pages, and nothing else is', async () => {
  all[pagesPlace] = { query: () => undefined }
  const where = (asked: Primary) => Promise.resolve(asked === primary ? 'the others' : 'those of pages')
  const named = () => readAnywhere(primary, where, true)
  expect(await forEverybody(named)).toBe('those of pages')
  expect(await forEverybody(() => readAnywhere(primary, where))).toBe('the others')
  expect(await named()).toBe('the others')
  expect(await forEverybody(() => pastCache(named))).toBe('the others')
  expect(await onPrimary(named)).toBe('those of pages')
  expect(await onPrimary(() => readAnywhere(primary, where))).toBe('the others')
  expect(await pastCache(() => onPrimary(named))).toBe('those of pages')
})

test('where the connections of pages fail, or many wait for them, the others are asked', async () => {
  const fails = (asked: Primary) =>
    asked === primary ? Promise.resolve('the others') : Promise.reject(new Error('too many clients'))
  all[pagesPlace] = { query: () => undefined, waitingCount: 0 }
  expect(await forEverybody(() => readAnywhere(primary, fails, true))).toBe('the others')
  const where = (asked: Primary) => Promise.resolve(asked === primary ? 'the others' : 'those of pages')
  const asked = async (waitingCount: number) => {
    all[pagesPlace] = { query: () => undefined, waitingCount }
    return forEverybody(() => readAnywhere(primary, where, true))
  }
  expect([await asked(7), await asked(8)]).toEqual(['those of pages', 'the others'])
})
