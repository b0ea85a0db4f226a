import { randomUUID } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import { env } from '#env'
import { anotherAddress, callRest, goodPassword, makeStaff, quiet, type Answer } from '../start/testing/http'
import { callStore, storeRoutes } from '../start/testing/store'
import { noteFigures } from './scoreboard/note-figure'

const isFull = env.MOLINI_PROOF === 'full'
/** Tries of each kind. Three for one account: more are refused before a password is looked at. */
const rounds = isFull ? 60 : 15
const triesEach = 3
/** Milliseconds. */
const most = 15

type Door = (email: string) => Promise<Answer>
const wrong = 'eleven wrong herons at dusk'

const session = async () => {
  const found = (await storeRoutes()).find(({ pattern }) => pattern === 'session')
  if (!found) throw new Error('Shoppers cannot sign in')
  return found
}

const newShopper = async (): Promise<string> => {
  const email = `${randomUUID()}@example.org`
  const found = (await storeRoutes()).find(({ pattern }) => pattern === 'customers')
  if (!found) throw new Error('Nobody can register')
  const answer = await callStore(found, {
    method: 'POST',
    body: { email, password: goodPassword, firstName: 'Ada' },
  })
  expect(answer.status).toBeLessThan(300)
  return email
}

const doors: Record<string, { make: () => Promise<string>; open: Door }> = {
  staff: {
    make: async () => (await makeStaff('analyst')).email,
    open: (email) =>
      callRest('users/login', { method: 'POST', body: { email, password: wrong }, from: anotherAddress() }),
  },
  shoppers: {
    make: newShopper,
    open: async (email) => callStore(await session(), { method: 'POST', body: { email, password: wrong } }),
  },
}

beforeAll(quiet)

/**
 * What others do on this machine only makes an answer later, now and then by much: of each kind the slowest tenth is left
 * out, where the whole is run, and all but the fastest at a tenth, which runs beside everything else.
 */
const typical = (times: readonly number[]): number => {
  const kept = [...times]
    .sort((one, other) => one - other)
    .slice(0, isFull ? Math.ceil(times.length * 0.9) : 1)
  return kept.reduce((sum, one) => sum + one, 0) / kept.length
}

test.for(Object.entries(doors))(
  'the answer to an address that nobody has takes as long as to a known one: %s',
  async ([, { make, open }]) => {
    const people: string[] = []
    for (let count = 0; count < rounds / triesEach; count += 1) people.push(await make())
    const timeOf = async (email: string) => {
      const began = performance.now()
      const { status } = await open(email)
      expect(status).toBe(401)
      return performance.now() - began
    }
    const [known, unknown]: [number[], number[]] = [[], []]
    await timeOf(`${randomUUID()}@example.org`)
    for (let round = 0; round < rounds; round += 1) {
      const kinds = [
        { times: known, email: people[round % people.length] ?? '' },
        { times: unknown, email: `${randomUUID()}@example.org` },
      ]
      // By turns, so that neither kind always has the same of the threads that work out passwords, and of their memory.
      for (const { times, email } of round % 2 ? kinds.reverse() : kinds) times.push(await timeOf(email))
    }
    gaps.push(Math.abs(typical(known) - typical(unknown)))
    console.log(`known ${typical(known).toFixed(1)} ms, unknown ${typical(unknown).toFixed(1)} ms`)
  },
)
const gaps: number[] = []

test('the gap is too small to tell addresses apart by it', (context) => {
  expect(gaps).toHaveLength(Object.keys(doors).length)
  noteFigures(context, { signInGap: Math.max(...gaps) })
  expect(Math.max(...gaps)).toBeLessThan(most)
})
