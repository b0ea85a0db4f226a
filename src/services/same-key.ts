import { timingSafeEqual } from 'node:crypto'

/** Whether a key that was mailed is the right one; the time it takes says nothing of how much of it is. */
export function isSameKey(right: string, given: string): boolean {
  const [a, b] = [Buffer.from(right), Buffer.from(given)]
  return a.length === b.length && timingSafeEqual(a, b)
}
