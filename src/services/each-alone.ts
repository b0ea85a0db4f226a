import type { PayloadRequest } from 'payload'
import { DomainError } from '#domain/errors'
import { isOutage } from './outage'

interface Alone<Item, Done> {
  /** What the log calls one of them, at the start of a sentence. */
  name: (item: Item) => string
  /** In transactions of its own. */
  work: (item: Item) => Promise<Done>
  /** A failure that those after it would only have, too: they wait for the next time. So they do while the database is away. */
  endsAll?: (error: unknown) => boolean
}

/** What a provider refuses, even by not being there, is no fault of the database. */
const isAway = (error: unknown): boolean => !(error instanceof DomainError) && isOutage(error)

/** One is itself; of several each is in the log, and the last one is the cause. */
const failureOf = (failures: readonly unknown[], of: number): unknown =>
  failures.length === 1
    ? failures[0]
    : new AggregateError(failures, `${failures.length} of ${of} failed`, { cause: failures.at(-1) })

/**
 * Does what a job has to do to several things that have nothing to do with each other. One that fails is logged and holds up none after it;
 * once all are done it is thrown, so that the job counts as failed. Call it outside of a transaction. Answers with what became of each.
 */
export async function eachAlone<Item, Done>(
  req: PayloadRequest,
  items: readonly Item[],
  { name, work, endsAll = () => false }: Alone<Item, Done>,
): Promise<Done[]> {
  const done: Done[] = []
  const failures: unknown[] = []
  for (const item of items) {
    try {
      done.push(await work(item))
    } catch (error) {
      req.payload.logger.error({ msg: `${name(item)} failed`, err: error })
      failures.push(error)
      if (isAway(error) || endsAll(error)) break
    }
  }
  if (failures.length > 0) throw failureOf(failures, items.length)
  return done
}
