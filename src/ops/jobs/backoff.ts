/** Seconds until the next attempt: half a minute, doubling, six hours at the most. `attempts` counts from 1. */
export const backoffSeconds = (attempts: number): number => Math.min(30 * 2 ** (attempts - 1), 6 * 3600)
