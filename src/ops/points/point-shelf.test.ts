import { beforeEach, expect, test } from 'vitest'
import type { Shelf } from '../backup/shelf'
import { idAt, putSealed } from '../backup/shelf'
import { StoreFault, gather, type FileStore } from '../storage/file-store'
import { baseKey, findPoint, prunePoints, segmentKey, writeBase } from './point-shelf'

const secret = 'a-key-of-backups-for-tests-alone-ok'
const [system, otherSystem] = ['7001', '7002']
let files: Map<string, { bytes: Uint8Array; writtenAt: Date }>
let clock: Date
let shelf: Shelf

/** A store whose clock the test sets. */
function memoryStore(): FileStore {
  return {
    name: 'disk',
    put: async (key, content) => {
      const bytes = content instanceof Uint8Array ? content : await gather(content)
      files.set(key, { bytes, writtenAt: clock })
    },
    read: async (key) => {
      const bytes = files.get(key)?.bytes
      return (
        bytes &&
        (async function* () {
          yield bytes
        })()
      )
    },
    delete: async (key) => void files.delete(key),
    url: async () => '',
    stat: async (key) => {
      const size = files.get(key)?.bytes.byteLength
      return size === undefined ? undefined : { size }
    },
    async *list(prefix) {
      for (const [key, { bytes, writtenAt }] of [...files])
        if (key.startsWith(prefix)) yield { key, size: bytes.byteLength, writtenAt }
    },
  }
}

beforeEach(() => {
  files = new Map()
  shelf = { store: memoryStore(), secret }
})

/** Day `n` of November at noon, and `minutes` later. */
const on = (n: number, minutes = 0) => new Date(Date.UTC(2026, 10, n, 12, minutes))
/** The segment `n`; 255 is the last of its file number. */
const segment = (n: number) =>
  `00000001${Math.floor(n / 256)
    .toString(16)
    .padStart(8, '0')}${(n % 256).toString(16).padStart(8, '0')}`.toUpperCase()

async function copyAt(at: Date, needs: number, of = system, from = shelf): Promise<string> {
  clock = at
  const id = idAt(at, 'aaaa')
  await from.store.put(baseKey(of, id), Buffer.from('files'), { type: '' })
  const facts = { format: 1, system: of, id, database: 'molini', postgres: '17.0', bytes: 5 } as const
  await writeBase(from, { ...facts, at: at.toISOString(), first: segment(needs), last: segment(needs + 1) })
  return id
}

async function logAt(at: Date, n: number, of = system): Promise<void> {
  clock = at
  await putSealed(
    shelf,
    segmentKey(of, segment(n)),
    (async function* () {
      yield Buffer.from('log')
    })(),
  )
}

const left = () => [...files.keys()].map((key) => key.replace(/^.*\//, '')).sort()
const has = (id: string) => files.has(baseKey(system, id))

test('the newest copy of before the moment is found, with its log to the moment', async () => {
  await copyAt(on(1), 254)
  const newer = await copyAt(on(2), 256)
  await copyAt(on(4), 259)
  for (const n of [254, 255, 256, 257, 258, 259, 260]) await logAt(on(4, 30), n)
  const point = await findPoint(shelf, on(3))
  expect(point?.base.id).toBe(newer)
  expect(point?.log).toEqual([256, 257, 258, 259, 260].map(segment))
  expect(point?.reached).toEqual(on(3))
})

test('where the log ends before the moment, it says where', async () => {
  await copyAt(on(1), 10)
  for (const n of [10, 11, 12]) await logAt(on(1, n), n)
  await logAt(on(2), 14)
  const point = await findPoint(shelf, on(5))
  expect(point?.log).toEqual([10, 11, 12].map(segment))
  expect(point?.reached).toEqual(on(1, 12))
})

test('a copy whose own log is not whole is passed over for an older one', async () => {
  const whole = await copyAt(on(1), 10)
  await copyAt(on(2), 20)
  for (const n of [10, 11, 12, 20]) await logAt(on(2, 5), n)
  expect((await findPoint(shelf, on(3)))?.base.id).toBe(whole)
})

test('there is no moment before the first copy, without any copy, or by the log of another system', async () => {
  expect(await findPoint(shelf, on(3))).toBeUndefined()
  await copyAt(on(2), 10)
  for (const n of [10, 11]) await logAt(on(2, 5), n, otherSystem)
  expect(await findPoint(shelf, on(1))).toBeUndefined()
  expect(await findPoint(shelf, on(3))).toBeUndefined()
})

test('seven days stay reachable to their first minute, and nothing of before', async () => {
  const ids: string[] = []
  for (let n = 1; n <= 20; n += 1) {
    ids.push(await copyAt(on(n), n * 10))
    for (let piece = 0; piece < 10; piece += 1) await logAt(on(n, 5 + piece), n * 10 + piece)
  }
  const now = on(20, 30)
  const firstMinute = new Date(now.getTime() - 7 * 86_400_000)
  // Of day 13 on, and the one that reaches their first minute.
  expect(await prunePoints(shelf, now)).toBe(12)
  expect(ids.filter(has)).toEqual(ids.slice(12))
  expect((await findPoint(shelf, firstMinute))?.base.id).toBe(ids[12])
  expect(left().filter((name) => name < segment(130) && name.startsWith('00000001'))).toEqual([])
  expect((await findPoint(shelf, now))?.reached).toEqual(on(20, 14))
  expect(await prunePoints(shelf, now)).toBe(0)
})

test('a shop that stopped long ago keeps its newest copy and the log of it', async () => {
  await copyAt(on(1), 10)
  const newest = await copyAt(on(2), 20)
  for (const n of [10, 11, 20, 21]) await logAt(on(2, 5), n)
  // The newest is also the bridge.
  expect(await prunePoints(shelf, new Date(on(2).getTime() + 90 * 86_400_000))).toBe(1)
  expect(has(newest)).toBe(true)
  expect(left().filter((name) => name.startsWith('00000001'))).toEqual([20, 21].map(segment))
})

test('the log of a system that is gone goes after seven days, its copies with it', async () => {
  await copyAt(on(1), 10, otherSystem)
  for (const n of [10, 11]) await logAt(on(1), n, otherSystem)
  for (let n = 3; n <= 12; n += 1) await copyAt(on(n), n * 10)
  await prunePoints(shelf, on(12, 5))
  expect([...files.keys()].filter((key) => key.includes(otherSystem))).toEqual([])
})

test('a copy under another key stops neither the search nor the sweep, and keeps its log for the seven days', async () => {
  const old = await copyAt(on(1), 10, system, { ...shelf, secret: `${secret}!` })
  for (const n of [10, 11]) await logAt(on(1), n)
  const own = await copyAt(on(2), 20)
  for (const n of [20, 21]) await logAt(on(2, 5), n)
  expect((await findPoint(shelf, on(3)))?.base.id).toBe(own)
  expect(await prunePoints(shelf, on(7))).toBe(0)
  expect(left()).toContain(segment(10))
  expect(await prunePoints(shelf, on(9))).toBe(1)
  expect(has(old)).toBe(false)
  expect(left()).not.toContain(segment(10))
  expect(has(own)).toBe(true)
})

test('the half of a copy goes after a day, one that is being made stays', async () => {
  await copyAt(on(1), 10)
  clock = on(4)
  const [dead, growing] = [idAt(on(3), 'dead'), idAt(on(4), 'beef')]
  for (const id of [dead, growing])
    await shelf.store.put(baseKey(system, id), Buffer.from('half'), { type: '' })
  expect(await prunePoints(shelf, on(4, 30))).toBe(1)
  expect([has(dead), has(growing)]).toEqual([false, true])
})

test('a store that fails is no copy under another key', async () => {
  await copyAt(on(1), 10)
  const store: FileStore = {
    ...shelf.store,
    read: () => Promise.reject(new StoreFault('s3', 'answers 500')),
  }
  await expect(findPoint({ ...shelf, store }, on(3))).rejects.toThrow('answers 500')
  await expect(prunePoints({ ...shelf, store }, on(9))).rejects.toThrow('answers 500')
  expect(left()).toHaveLength(2)
})
