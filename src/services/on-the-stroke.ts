import { setTimeout as sleep } from 'node:timers/promises'

/**
 * Answers on a stroke of the clock of so many milliseconds, whether `work` succeeds or not: what was done until then, and
 * so what was found, is not to be read from the time.
 */
export async function onTheStroke<T>(milliseconds: number, work: () => Promise<T>): Promise<T> {
  const start = performance.now()
  try {
    return await work()
  } finally {
    await sleep(milliseconds - ((performance.now() - start) % milliseconds))
  }
}
