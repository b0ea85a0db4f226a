import { expect, test } from 'vitest'
import { follow } from './follow'
import type { CatalogueRow, CatalogueSource, Changes } from './rows'

const row = (id: string, price: number): CatalogueRow => ({
  id,
  brand: 'b',
  style: `style of ${id}`,
  segment: 'men',
  colour: 'black',
  popularity: 1,
  launched: null,
  closure: null,
  heel: null,
  features: null,
  materials: null,
  categories: null,
  offers: [['size', null, 1, price, null, null, null, null, null, null, null, null]],
  face: {
    slug: id,
    title: id,
    name: id,
    code: null,
    swatch: null,
    colours: null,
    summaries: null,
    image: null,
  } as CatalogueRow['face'],
})

/** A database of one table, whose log hands out what it is told to. */
function database() {
  const state = {
    rows: new Map([['a', 100]]),
    log: [] as Changes['rows'][number][],
    mark: 10,
    isDown: false,
    loads: 0,
    looks: 0,
  }
  const rowsOf = (ids: readonly string[]) =>
    ids.flatMap((id) => (state.rows.has(id) ? [row(id, state.rows.get(id) ?? 0)] : []))
  const source: CatalogueSource = {
    rowsOf: async (ids) => rowsOf(ids),
    rowsAfter: async (id) => {
      if (id !== undefined) return []
      state.loads += 1
      return rowsOf([...state.rows.keys()])
    },
    ground: async () => ({
      options: [
        {
          id: 'size',
          type: 'scale',
          value: '42',
          label: '42',
          plainLabel: '42',
          eu: '42',
          uk: null,
          usM: null,
          usW: null,
          cm: null,
          footMm: null,
          rank: 1,
        },
      ],
      brands: [{ id: 'b', slug: 'b', name: 'B' }],
      pins: [],
      overrides: [],
      synonyms: [],
      categories: [],
    }),
    changes: async (mark) => {
      if (state.isDown) throw new Error('the connection was lost')
      if (mark !== undefined) state.looks += 1
      const since = BigInt(mark ?? state.mark)
      return { mark: String(state.mark), rows: state.log.filter(({ xid }) => BigInt(xid) >= since) }
    },
  }
  const change = (xid: number, id: string, price?: number) => {
    if (price === undefined) state.rows.delete(id)
    else state.rows.set(id, price)
    state.log.push({ xid: String(xid), product: id, everything: false })
  }
  return { state, source, change }
}

const pricesOf = async (follower: ReturnType<typeof follow>) => {
  const catalogue = await follower.current(0)
  if (!catalogue) return undefined
  const { columns } = catalogue
  return Object.fromEntries([...columns.places].map(([id, at]) => [id, columns.priced.EUR.price[at]]))
}

test('nothing is answered before it is read, then every answer is as new as the log', async () => {
  const { source, change } = database()
  const follower = follow(source)
  expect(await follower.current(0)).toBeUndefined()
  await follower.loaded()
  expect(await pricesOf(follower)).toEqual({ a: 100 })
  change(11, 'b', 200)
  expect(await pricesOf(follower)).toEqual({ a: 100, b: 200 })
  change(12, 'a')
  expect(await pricesOf(follower)).toEqual({ b: 200 })
})

test('what was committed before the reading began is read with it, though an older transaction is open', async () => {
  const { state, source, change } = database()
  state.log.push({ xid: '11', product: null, everything: true })
  const faults: unknown[] = []
  const follower = follow(source, { onFault: (fault) => faults.push(fault) })
  await follower.loaded()
  expect(faults).toEqual([])
  expect(await pricesOf(follower)).toEqual({ a: 100 })
  change(12, 'a', 90)
  expect(await pricesOf(follower)).toEqual({ a: 90 })
  state.log.push({ xid: '10', product: null, everything: true })
  state.mark = 13
  expect(await pricesOf(follower)).toBeUndefined()
})

test('a transaction that commits after later ones is read once it shows', async () => {
  const { state, source, change } = database()
  const follower = follow(source)
  await follower.loaded()
  // 11 is still running, so the mark stays there while 12 and 13 are read.
  state.mark = 11
  change(12, 'b', 200)
  change(13, 'c', 300)
  expect(await pricesOf(follower)).toEqual({ a: 100, b: 200, c: 300 })
  change(11, 'a', 50)
  state.mark = 14
  expect(await pricesOf(follower)).toEqual({ a: 50, b: 200, c: 300 })
})

test('a lost connection is an error, not an old answer, and afterwards all is known', async () => {
  const { state, source, change } = database()
  const follower = follow(source)
  await follower.loaded()
  state.isDown = true
  change(11, 'b', 200)
  await expect(follower.current(0)).rejects.toThrow('the connection was lost')
  state.isDown = false
  expect(await pricesOf(follower)).toEqual({ a: 100, b: 200 })
})

test('a younger database, a call for everything, and a long sleep are each a new start', async () => {
  const { state, source } = database()
  let now = 0
  const follower = follow(source, { clock: () => now })
  await follower.loaded()
  const isReadAnew = async (): Promise<void> => {
    const before = state.loads
    expect(await follower.current(0)).toBeUndefined()
    await follower.loaded()
    expect(state.loads).toBe(before + 1)
    expect(await pricesOf(follower)).toEqual({ a: 100 })
  }
  state.mark = 5
  await isReadAnew()
  state.log.push({ xid: '6', product: null, everything: true })
  state.mark = 7
  await isReadAnew()
  now += 21 * 60_000
  await isReadAnew()
})

test('who asks at once looks once, and who may be a little behind does not look at all', async () => {
  const { state, source } = database()
  const follower = follow(source)
  await follower.loaded()
  state.looks = 0
  await Promise.all(Array.from({ length: 50 }, () => follower.current(0)))
  expect(state.looks).toBeLessThanOrEqual(2)
  const before = state.looks
  await Promise.all(Array.from({ length: 50 }, () => follower.current(10_000)))
  expect(state.looks).toBe(before)
})

test('each reading of all is told of once, before anybody is answered from it', async () => {
  const { source, state } = database()
  const told: number[] = []
  const follower = follow(source, { onLoaded: ({ columns }) => void told.push(columns.used) })
  await follower.loaded()
  await follower.current(0)
  expect(told).toEqual([1])
  state.rows.set('b', 200)
  state.log.push({ xid: '20', product: null, everything: true })
  state.mark = 20
  await follower.current(0)
  await follower.loaded()
  expect(told).toEqual([1, 2])
})
