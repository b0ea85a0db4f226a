import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  firstPortion,
  grantedOf,
  makeCounter,
  nextPortion,
  type Counter,
  type Table,
  type Told,
  type Wish,
} from './limit-counter'
import { checkLimits, makeTable, takeAll } from './testing/limit-histories'

const counting = (table: Table, clock: { at: number }, more: object = {}): Counter =>
  makeCounter({ table, now: () => clock.at, ...more })

const tenAMinute = { points: 10, duration: 60 }

test.each([1, 2, 3, 4])(
  'over any processes, orders of events and windows no window has more calls than the limit, and exactly as many once all are asked to the end (%i of 4)',
  () => checkLimits(10),
)

test('portions are at least one, at most a tenth, and what is granted is never beyond the limit', () => {
  const counts = fc.integer({ min: 1, max: 10_000 })
  fc.assert(
    fc.property(counts, counts, counts, counts, (limit, last, spare, points) => {
      expect(firstPortion(limit) * 40).toBeLessThanOrEqual(Math.max(40, limit))
      const next = nextPortion(limit, { last, spare })
      expect(next).toBeGreaterThanOrEqual(1)
      expect(next).toBeLessThanOrEqual(Math.max(1, Math.min(limit / 10, spare / 8)))
      const granted = grantedOf(limit, { wished: last, points: points + last })
      expect(points + granted).toBeLessThanOrEqual(Math.max(limit, points))
    }),
  )
})

test('most calls ask nothing of the table, and calls of one moment ask together', async () => {
  const clock = { at: 0 }
  const table = makeTable(clock)
  const counter = counting(table, clock)
  for (let call = 0; call < 300; call += 1) await counter.take('often', { points: 600, duration: 60 })
  expect(table.asked()).toBeLessThan(10)
  const before = table.asked()
  const callers = Array.from({ length: 100 }, async (_, at) => counter.take(`caller ${at}`, tenAMinute))
  await Promise.all(callers)
  expect(table.asked() - before).toBe(1)
})

test('a caller of forty processes is nowhere refused before the limit', async () => {
  const clock = { at: 0 }
  const table = makeTable(clock)
  const counters = Array.from({ length: 40 }, () => counting(table, clock))
  for (let call = 0; call < 120; call += 1)
    expect((await counters[call % 40]?.take('everywhere', { points: 120, duration: 60 }))?.wait).toBe(0)
})

test('a refusal is remembered until the window ends, and says for how long', async () => {
  const clock = { at: 0 }
  const table = makeTable(clock)
  const counter = counting(table, clock)
  await takeAll(counter, 'often', tenAMinute)
  const before = table.asked()
  clock.at = 20_000
  expect((await counter.take('often', tenAMinute)).wait).toBe(40_000)
  expect(table.asked()).toBe(before)
  clock.at = 60_000
  expect((await counter.take('often', tenAMinute)).wait).toBe(0)
})

test('a point that was not used is put back for this process, one that was lent for all', async () => {
  const clock = { at: 0 }
  const table = makeTable(clock)
  const [here, there] = [counting(table, clock), counting(table, clock)]
  const lent = { ...tenAMinute, isLent: true }
  const { answers } = await takeAll(here, 'code', lent)
  expect((await there.take('code', lent)).wait).toBeGreaterThan(0)
  for (const answer of answers.slice(0, 3)) await here.giveBack('code', answer)
  expect((await takeAll(there, 'code', lent)).answers).toHaveLength(3)

  const used = await takeAll(here, 'bag', tenAMinute)
  here.putBack('bag', used.answers[0] ?? { wait: 0 })
  expect((await takeAll(here, 'bag', tenAMinute)).answers).toHaveLength(1)
  expect((await takeAll(there, 'bag', tenAMinute)).answers).toHaveLength(0)
})

test('what is given back after its window is nothing to the next', async () => {
  const clock = { at: 0 }
  const table = makeTable(clock)
  const counter = counting(table, clock)
  const lent = { ...tenAMinute, isLent: true }
  const old = await counter.take('code', lent)
  clock.at = 61_000
  await takeAll(counter, 'code', lent)
  await counter.giveBack('code', old)
  counter.putBack('code', old)
  expect((await counter.take('code', lent)).wait).toBeGreaterThan(0)
})

test('while the table fails each process counts for itself, and asks again after a moment', async () => {
  const clock = { at: 0 }
  const table = makeTable(clock)
  const state = { isAway: true, failures: 0 }
  const add: Table['add'] = (wishes) => (state.isAway ? Promise.reject(new Error('away')) : table.add(wishes))
  const counter = counting({ ...table, add }, clock, { failed: () => (state.failures += 1) })
  expect((await takeAll(counter, 'somebody', tenAMinute)).answers).toHaveLength(10)
  expect(state.failures).toBe(1)
  state.isAway = false
  clock.at = 1_500
  const back = await takeAll(counter, 'somebody', tenAMinute)
  expect(back.answers.every(({ window }) => window !== undefined)).toBe(true)
  expect(back.answers).toHaveLength(10)
})

test('a table that says nothing holds nobody up but who guesses, and what it grants too late is spent', async () => {
  const clock = { at: 0 }
  const table = makeTable(clock)
  let speak = () => {}
  const silence = new Promise<void>((resolve) => (speak = resolve))
  const add: Table['add'] = async (wishes) => {
    await silence
    return table.add(wishes)
  }
  const counter = counting({ ...table, add }, clock, { patience: 5 })
  const guess = counter.take('guess', { ...tenAMinute, isStrict: true })
  expect(await counter.take('search', tenAMinute)).toEqual({ wait: 0 })
  expect(await counter.take('search', tenAMinute)).toEqual({ wait: 0 })
  expect(await Promise.race([guess, Promise.resolve('waits')])).toBe('waits')
  speak()
  expect((await guess).wait).toBe(0)
  expect((await takeAll(counter, 'search', tenAMinute)).answers).toHaveLength(9)
})

test('invented callers take no more memory than those that are remembered', async () => {
  const clock = { at: 0 }
  const table: Table = { ...makeTable(clock), add: async (wishes) => wishes.map(told) }
  const told = ({ key, points }: Wish): Told => ({ key, points, window: '1', left: 60_000 })
  const counter = counting(table, clock, { most: 1_000 })
  for (let batch = 0; batch < 40; batch += 1)
    await Promise.all(
      Array.from({ length: 500 }, async (_, at) => counter.take(`${batch}.${at}`, tenAMinute)),
    )
  expect(counter.size()).toBe(1_000)
})
