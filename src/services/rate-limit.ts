import { createHash } from 'node:crypto'
import type { PostgresAdapter } from '@payloadcms/db-postgres'
import type { PayloadRequest } from 'payload'
import type { Pool } from 'pg'
import { env } from '#env'
import { DomainError } from '#domain/errors'
import { makeCounter, type Answer, type Counter } from './limit-counter'
import { rules, type LimitedAction, type Rule } from './limit-rules'
import { sweepTable, tableIn } from './limit-table'

export type { LimitedAction } from './limit-rules'

type Asking = Pick<PayloadRequest, 'payload'>

/** Whom a call is counted by. */
export interface Caller {
  address: string
  subject?: string
}

const place = Symbol.for('molini.limits')
/** One counter of this process, wherever the bundle puts this module. */
const kept = globalThis as { [place]?: WeakMap<Pool, Counter> }

const poolOf = ({ payload }: Asking): Pool => (payload.db as unknown as PostgresAdapter & { pool: Pool }).pool

/** Without the database each process counts for itself: a limit must not be the reason that the shop is shut. */
function counterOf(asking: Asking): Counter {
  const pool = poolOf(asking)
  const counters = (kept[place] ??= new WeakMap())
  const known = counters.get(pool)
  if (known) return known
  const { logger } = asking.payload
  const failed = (error: unknown) =>
    logger.warn({ msg: 'Limits are counted in this process alone: the database did not answer', err: error })
  const made = makeCounter({ table: tableIn(pool), failed })
  counters.set(pool, made)
  return made
}

/** Subjects are addresses and tokens, which have no business in a table of counters. */
const digest = (subject: string): string =>
  createHash('sha256').update(subject).digest('base64url').slice(0, 22)

const none: Answer = { wait: 0 }

/** Milliseconds, as the whole seconds that `Retry-After` takes. */
function refuse(wait: number): never {
  throw new DomainError('rate.limited', { retryAfter: Math.max(1, Math.ceil(wait / 1_000)) })
}

/**
 * Counts one call of an action by its address and by the account, cart or order it is about (`subject`), exactly over all
 * processes. Throws `rate.limited` with the seconds to wait. Off when `RATE_LIMITS` is.
 * Source: docs/store-api.md, "Limits".
 */
export async function countCall(req: Asking, action: LimitedAction, caller: Caller): Promise<void> {
  if (env.RATE_LIMITS === 'off') return
  const counter = counterOf(req)
  const { address, subject, ...kind }: Rule = rules[action]
  const ofSubject = `${action}:subject:${subject && caller.subject ? digest(caller.subject) : ''}`
  const asked = address ? counter.take(`${action}:address:${caller.address}`, { ...address, ...kind }) : none
  if ('wait' in asked && asked.wait > 0) refuse(asked.wait)
  const [byAddress, bySubject] = await Promise.all([
    asked,
    subject && caller.subject ? counter.take(ofSubject, { ...subject, ...kind }) : none,
  ])
  // A caller who is refused by the address uses up nobody's tries.
  if (byAddress.wait > 0 && bySubject !== none && bySubject.wait === 0) counter.putBack(ofSubject, bySubject)
  const wait = Math.max(byAddress.wait, bySubject.wait)
  if (wait > 0) refuse(wait)
}

/** As `countCall` by the address alone; answers with how to give the call back, where it was none of those that are limited. */
export async function lendCall(
  req: Asking,
  action: LimitedAction,
  { address }: Pick<Caller, 'address'>,
): Promise<() => Promise<void>> {
  if (env.RATE_LIMITS === 'off') return async () => {}
  const counter = counterOf(req)
  const { address: limit, ...kind }: Rule = rules[action]
  if (!limit) throw new Error(`${action} is not counted by address`)
  const key = `${action}:address:${address}`
  const taken = await counter.take(key, { ...limit, ...kind })
  if (taken.wait > 0) refuse(taken.wait)
  return () => counter.giveBack(key, taken)
}

/** Forgets the windows that are over. Answers with how many. */
export const sweepLimits = (req: Asking): Promise<number> => sweepTable(poolOf(req))
