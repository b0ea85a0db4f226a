import { createLocalReq, type Payload, type PayloadRequest } from 'payload'
import { DomainError } from '#domain/errors'

export interface Outcome<T> {
  /** What came back. */
  done: T[]
  /** Refusals by code. */
  refused: Record<string, number>
  /** Everything else that was thrown: there should be none. */
  broken: unknown[]
}

/** Runs the work `count` times at once, each on a request of its own as a server would. */
export async function atOnce<T>(
  payload: Payload,
  count: number,
  work: (req: PayloadRequest, index: number) => Promise<T>,
): Promise<Outcome<T>> {
  const settled = await Promise.allSettled(
    Array.from({ length: count }, async (_, index) => work(await createLocalReq({}, payload), index)),
  )
  const outcome: Outcome<T> = { done: [], refused: {}, broken: [] }
  for (const one of settled) {
    if (one.status === 'fulfilled') outcome.done.push(one.value)
    else if (one.reason instanceof DomainError)
      outcome.refused[one.reason.code] = (outcome.refused[one.reason.code] ?? 0) + 1
    else outcome.broken.push(one.reason)
  }
  return outcome
}
