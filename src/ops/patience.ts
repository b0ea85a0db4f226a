import { setTimeout as pause } from 'node:timers/promises'

/** Milliseconds a healthy database answers within. */
export const patience = 1_000
const step = 100

/** No answer came while this process could have heard one. */
export class Late extends Error {}

async function count(signal: AbortSignal): Promise<never> {
  for (let counted = 0; counted < patience; counted += step)
    await pause(step, undefined, { signal, ref: false })
  throw new Late(`The database did not answer within ${patience} ms`)
}

/**
 * What the database answers, or `Late`. Time counts while this process can hear: one that is busy itself for a second and more has
 * lost one step of it, and has not been kept waiting by the database.
 */
export async function inTime<T>(answer: Promise<T>): Promise<T> {
  const heard = new AbortController()
  try {
    return await Promise.race([answer, count(heard.signal)])
  } finally {
    heard.abort()
  }
}
