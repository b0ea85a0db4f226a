/** Failures in a row after which a provider is left alone, and for how long, in milliseconds. */
const afterFailures = 3
const restMs = 30_000

/**
 * Leaves a provider alone that has failed several times in a row, so that nobody waits for one that is down. After the rest one call
 * tries again, and opens the way for the others when it succeeds. Undefined: there was no answer.
 */
export function circuit(name: string, now: () => number = () => Date.now()) {
  let failures = 0
  let restsUntil = 0
  const isResting = (): boolean => now() < restsUntil

  return async function ask<T>(work: () => Promise<T>): Promise<T | undefined> {
    if (isResting()) return undefined
    // Whoever comes while the one call tries rests a little longer.
    if (failures >= afterFailures) restsUntil = now() + restMs
    try {
      const found = await work()
      failures = 0
      restsUntil = 0
      return found
    } catch (error) {
      failures += 1
      if (failures === afterFailures) {
        // The message may quote what was asked: its kind alone is told.
        const kind = error instanceof Error ? error.name : 'unknown'
        console.warn(
          `${name} does not answer (${kind}); it is left alone for ${restMs / 1000} seconds at a time`,
        )
      }
      if (failures >= afterFailures) restsUntil = now() + restMs
      return undefined
    }
  }
}
