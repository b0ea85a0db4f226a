import { afterAll, expect } from 'vitest'
import { getTestRequest, openedPayload } from './payload'

/** These write counters as no service does, to see what is read of them. */
const spoilt = ['src/queries/catalogue.int.test.ts']

/** Whatever the tests of a file have sold, paid, shipped or given back: afterwards the books of its database agree. */
afterAll(async () => {
  const file = expect.getState().testPath ?? ''
  if (!openedPayload() || spoilt.some((name) => file.endsWith(name))) return
  const { ledgerProblems } = await import('../../services/ledger-problems')
  expect(await ledgerProblems(await getTestRequest()), 'the books of stock and money agree').toEqual([])
})
