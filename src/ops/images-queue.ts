import { DomainError } from '#domain/errors'

/** Pictures made at the same time: one per core of a small machine, so that pages stay quick beside them. */
const atOnce = 2
const mostWaiting = 400

let running = 0
const waiting: (() => void)[] = []
const underway = new Map<string, Promise<Buffer>>()

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running < atOnce) running += 1
  else await new Promise<void>((go) => waiting.push(go))
  try {
    return await work()
  } finally {
    // The place goes straight to the next one, so that nobody can slip in between.
    const next = waiting.shift()
    if (next) next()
    else running -= 1
  }
}

/**
 * Makes what `key` names, a few at a time; who asks for the same meanwhile gets the same answer.
 * Throws `unavailable` when too many wait already.
 */
export function makeOnce(key: string, work: () => Promise<Buffer>): Promise<Buffer> {
  const same = underway.get(key)
  if (same) return same
  if (waiting.length >= mostWaiting) throw new DomainError('unavailable', { retryAfter: 5 })
  const made = inTurn(work).finally(() => underway.delete(key))
  underway.set(key, made)
  return made
}
