import { setTimeout as sleep } from 'node:timers/promises'

/** Waits for the next stroke of a clock of so many milliseconds that `performance.now()` has started at `start`. */
export async function untilTheStroke(start: number, milliseconds: number): Promise<void> {
  const strokes = Math.floor((performance.now() - start) / milliseconds)
  const stroke = start + (strokes + 1) * milliseconds
  // A timer may go off a millisecond or two before its time.
  for (let left = stroke - performance.now(); left > 0; left = stroke - performance.now()) await sleep(left)
}

/**
 * Answers on a stroke of the clock of so many milliseconds, whether `work` succeeds or not: what was done until then, and
 * so what was found, is not to be read from the time.
 */
export async function onTheStroke<T>(milliseconds: number, work: () => Promise<T>): Promise<T> {
  const start = performance.now()
  try {
    return await work()
  } finally {
    await untilTheStroke(start, milliseconds)
  }
}
