import type { Pool } from 'pg'
import { vi } from 'vitest'
import { env } from '#env'
import { getTestPayload } from './payload'

/** The connections that pages have for themselves, but behind a pooler. */
export function pagePool(): Pool {
  const found = (globalThis as { [place: symbol]: unknown })[Symbol.for('molini.page-pool')]
  if (!found) throw new Error('Pages have no connections of their own')
  return found as Pool
}

/** Runs `work` and counts what it asks the database, on whatever connection. */
export async function countStatements<T>(work: () => Promise<T>): Promise<{ made: T; statements: number }> {
  const { pool } = (await getTestPayload()).db
  const pools = env.isPooled ? [pool] : [pool, pagePool()]
  const asked = pools.map((one) => vi.spyOn(one, 'query'))
  // A transaction takes a connection of its own, which `query` would not show.
  const taken = pools.map((one) => vi.spyOn(one, 'connect'))
  try {
    const made = await work()
    if (taken.some(({ mock }) => mock.calls.some(([then]) => !then)))
      throw new Error('A page reads in no transaction')
    return { made, statements: asked.reduce((sum, { mock }) => sum + mock.calls.length, 0) }
  } finally {
    for (const spy of [...asked, ...taken]) spy.mockRestore()
  }
}
