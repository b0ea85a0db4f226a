import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  firstPortion,
  grantedOf,
  makeCounter,
  nextPortion,
  type Answer,
  type Counter,
  type Table,
  type Told,
  type Wish,
} from './limit-counter'

/** As `limit-table.ts` counts in Postgres, by a clock that is told the time. */
function makeTable(clock: { at: number }) {
  const rows = new Map<string, { points: number; expire: number }>()
  let asked = 0
  const addOne = ({ key, points, milliseconds }: Wish): Told => {
    const before = rows.get(key)
    const isOpen = before !== undefined && before.expire > clock.at
    const after = isOpen
      ? { points: before.points + points, expire: before.expire }
      : { points, expire: clock.at + milliseconds }
    rows.set(key, after)
    return { key, points: after.points, window: String(after.expire), left: after.expire - clock.at }
  }
  return {
    add: async (wishes: readonly Wish[]) => {
      asked += 1
      return wishes.map(addOne)
    },
    subtract: async (key: string, window: string, points: number) => {
      const row = rows.get(key)
      if (row && String(row.expire) === window) row.points -= points
    },
    asked: () => asked,
  } satisfies Table & { asked: () => number }
}

const counting = (table: Table, clock: { at: number }, more: object = {}): Counter =>
  makeCounter({ table, now: () => clock.at, ...more })

const tenAMinute = { points: 10, duration: 60 }

async function takeAll(counter: Counter, key: string, limit: { points: number; duration: number }) {
  const answers: Answer[] = []
  for (let call = 0; call < 2_000; call += 1) {
    const answer = await counter.take(key, limit)
    if (answer.wait > 0) return { answers, refused: answer }
    answers.push(answer)
  }
  throw new Error('Nobody was refused')
}

const limits = fc.record({
  points: fc.integer({ min: 1, max: 150 }),
  duration: fc.integer({ min: 1, max: 20 }),
})
const process = fc.record({
  calls: fc.integer({ min: 0, max: 60 }),
  clockIsAheadBy: fc.integer({ max: 99_999 }),
})

test('over any processes, orders of events and windows no window has more calls than the limit, and exactly as many once all are asked to the end', async () => {
  const given = [fc.scheduler(), limits, fc.array(process, { minLength: 1, maxLength: 5 })] as const
  const steps = fc.array(fc.integer({ min: 0, max: 4_000 }), { maxLength: 40 })
  await fc.assert(
    fc.asyncProperty(...given, steps, async (order, limit, processes, passing) => {
      const clock = { at: 1_000 }
      const table = makeTable(clock)
      /** The way to the table and the way back take as long as they like, and what others do comes between. */
      const far: Table = {
        ...table,
        add: async (wishes) => {
          await order.schedule(Promise.resolve(), 'asked')
          const told = await table.add(wishes)
          await order.schedule(Promise.resolve(), 'told')
          return told
        },
      }
      const accepted = new Map<string, number>()
      const note = ({ wait, window = 'none' }: Answer) =>
        wait === 0 && accepted.set(window, (accepted.get(window) ?? 0) + 1)
      const counters = processes.map(({ clockIsAheadBy }) =>
        makeCounter({ table: far, now: () => clock.at + clockIsAheadBy, patience: 60_000 }),
      )
      const calls: Promise<unknown>[] = []
      for (const [at, { calls: count }] of processes.entries())
        for (let call = 0; call < count; call += 1)
          calls.push(
            order.schedule(Promise.resolve(), 'called').then(async () => {
              const answer = counters[at]?.take('somebody', limit) ?? { wait: 1 }
              // What memory gives is given before the window ends.
              if ('wait' in answer && answer.wait === 0)
                expect(Number(answer.window)).toBeGreaterThan(clock.at)
              note(await answer)
            }),
          )
      for (const milliseconds of passing)
        void order.schedule(Promise.resolve(), 'time passes').then(() => (clock.at += milliseconds))
      await order.waitIdle()
      await Promise.all(calls)
      for (const count of accepted.values()) expect(count).toBeLessThanOrEqual(limit.points)
      expect(accepted.has('none')).toBe(false)

      for (const counter of counters) {
        const asking = { isOver: false }
        const ended = takeAll(counter, 'somebody', limit).finally(() => (asking.isOver = true))
        while (!asking.isOver) await order.waitIdle()
        for (const answer of (await ended).answers) note(answer)
      }
      const [last] = await table.add([{ key: 'somebody', points: 0, milliseconds: 1 }])
      expect(accepted.get(last?.window ?? '')).toBe(limit.points)
    }),
    { numRuns: 500 },
  )
})

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

test('a hundred thousand invented callers take no more memory than those that are remembered', async () => {
  const clock = { at: 0 }
  const table: Table = { ...makeTable(clock), add: async (wishes) => wishes.map(told) }
  const told = ({ key, points }: Wish): Told => ({ key, points, window: '1', left: 60_000 })
  const counter = counting(table, clock, { most: 1_000 })
  for (let batch = 0; batch < 200; batch += 1)
    await Promise.all(
      Array.from({ length: 500 }, async (_, at) => counter.take(`${batch}.${at}`, tenAMinute)),
    )
  expect(counter.size()).toBe(1_000)
})
