import fc from 'fast-check'
import { expect } from 'vitest'
import { makeCounter, type Answer, type Counter, type Table, type Told, type Wish } from '../limit-counter'

/** As `limit-table.ts` counts in Postgres, by a clock that is told the time. */
export function makeTable(clock: { at: number }) {
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

export async function takeAll(counter: Counter, key: string, limit: { points: number; duration: number }) {
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

/**
 * Over any processes, orders of events and windows no window has more calls than the limit, and exactly as many once all are
 * asked to the end. Throws with the history that shows otherwise.
 */
export async function checkLimits(numRuns: number): Promise<void> {
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
    { numRuns },
  )
}
