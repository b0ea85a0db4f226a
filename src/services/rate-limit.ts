import { createHash } from 'node:crypto'
import type { PostgresAdapter } from '@payloadcms/db-postgres'
import type { PayloadRequest } from 'payload'
import type { Pool } from 'pg'
import {
  RateLimiterMemory,
  RateLimiterPostgres,
  RateLimiterRes,
  type RateLimiterAbstract,
} from 'rate-limiter-flexible'
import { env } from '#env'
import { DomainError } from '#domain/errors'

/** Seconds. */
const minute = 60
const hour = 3600

interface Limit {
  points: number
  duration: number
}

interface Rule {
  /** For everybody behind one address; many shoppers may share one. */
  address: Limit
  /** For one account, cart or order, whoever asks. */
  subject?: Limit
  /** Counted in Postgres by all processes together: for what a stranger may want to guess. */
  isShared: boolean
}

const rules = {
  'sign-in': {
    address: { points: 30, duration: minute },
    subject: { points: 5, duration: minute },
    isShared: true,
  },
  'staff-sign-in': {
    address: { points: 30, duration: minute },
    subject: { points: 10, duration: 10 * minute },
    isShared: true,
  },
  'staff-reset': {
    address: { points: 20, duration: hour },
    subject: { points: 3, duration: hour },
    isShared: true,
  },
  register: {
    address: { points: 10, duration: hour },
    subject: { points: 3, duration: hour },
    isShared: true,
  },
  'reset-password': {
    address: { points: 20, duration: hour },
    subject: { points: 3, duration: hour },
    isShared: true,
  },
  'sign-in-link': {
    address: { points: 20, duration: hour },
    subject: { points: 5, duration: hour },
    isShared: true,
  },
  /** Codes of a second factor: a million of them, three of which are right. */
  'second-step': {
    address: { points: 30, duration: 10 * minute },
    subject: { points: 10, duration: 10 * minute },
    isShared: true,
  },
  'second-factor': {
    address: { points: 60, duration: hour },
    subject: { points: 20, duration: hour },
    isShared: true,
  },
  /** Each sign-in is two calls. */
  google: { address: { points: 120, duration: hour }, isShared: true },
  /** Each sign-in is two calls; what is answered cannot be guessed. */
  passkey: { address: { points: 120, duration: hour }, isShared: true },
  /** Keys of mailed links, which cannot be guessed. */
  'confirm-link': { address: { points: 60, duration: hour }, isShared: true },
  'change-email': {
    address: { points: 20, duration: hour },
    subject: { points: 5, duration: hour },
    isShared: true,
  },
  /** Mails to an address that somebody names as their new one. */
  'mail-to': {
    address: { points: 20, duration: hour },
    subject: { points: 3, duration: hour },
    isShared: true,
  },
  'confirm-reset': { address: { points: 20, duration: hour }, isShared: true },
  'find-order': {
    address: { points: 20, duration: hour },
    subject: { points: 5, duration: hour },
    isShared: true,
  },
  order: { address: { points: 120, duration: minute }, isShared: false },
  /** Each is typeset anew. */
  paper: { address: { points: 30, duration: minute }, isShared: false },
  /** Wrong promotion codes: a right one gives its point back. */
  code: { address: { points: 10, duration: hour }, isShared: true },
  'stock-alert': {
    address: { points: 20, duration: hour },
    subject: { points: 10, duration: hour },
    isShared: true,
  },
  /** Each may bring three pictures to be made anew. */
  review: {
    address: { points: 20, duration: hour },
    subject: { points: 10, duration: hour },
    isShared: true,
  },
  letter: {
    address: { points: 20, duration: hour },
    subject: { points: 3, duration: hour },
    isShared: true,
  },
  message: {
    address: { points: 10, duration: hour },
    subject: { points: 5, duration: hour },
    isShared: true,
  },
  /** Reads everything that is kept about somebody. */
  export: {
    address: { points: 30, duration: hour },
    subject: { points: 10, duration: hour },
    isShared: true,
  },
  erase: {
    address: { points: 20, duration: hour },
    subject: { points: 5, duration: hour },
    isShared: true,
  },
  /** One click in a mail program, posted by the few machines of the mail's provider; the key in it cannot be guessed. */
  'letter-leave': { address: { points: 1_200, duration: minute }, isShared: false },
  /** A browser tells of each script, picture or style that a policy has kept out. */
  'policy-report': { address: { points: 60, duration: hour }, isShared: false },
  /** Each answer is a row that is kept. */
  consent: { address: { points: 60, duration: hour }, isShared: true },
  /** Shoes that a guest keeps: the first one makes a list. */
  wish: { address: { points: 300, duration: hour }, isShared: true },
  cart: {
    address: { points: 600, duration: minute },
    subject: { points: 120, duration: minute },
    isShared: false,
  },
  checkout: {
    address: { points: 120, duration: minute },
    subject: { points: 10, duration: minute },
    isShared: false,
  },
  pay: {
    address: { points: 120, duration: minute },
    subject: { points: 20, duration: minute },
    isShared: false,
  },
  search: { address: { points: 240, duration: minute }, isShared: false },
  /** Each is a question to a map, and one address takes a dozen. */
  'address-search': { address: { points: 120, duration: minute }, isShared: false },
  account: { address: { points: 240, duration: minute }, isShared: false },
} satisfies Record<string, Rule>

export type LimitedAction = keyof typeof rules

interface Pair {
  address: RateLimiterAbstract
  subject?: RateLimiterAbstract
}

const made = new WeakMap<Pool, Map<LimitedAction, Pair>>()

/** Without the database each process counts for itself: a limit must not be the reason that the shop is shut. */
function makeLimiter(pool: Pool, keyPrefix: string, limit: Limit, isShared: boolean): RateLimiterAbstract {
  const memory = new RateLimiterMemory({ keyPrefix, ...limit })
  if (!isShared) return memory
  return new RateLimiterPostgres({
    keyPrefix,
    ...limit,
    storeClient: pool,
    storeType: 'pool',
    tableName: 'rate_limits',
    tableCreated: true,
    inMemoryBlockOnConsumed: limit.points + 1,
    insuranceLimiter: memory,
  })
}

function pairOf(req: PayloadRequest, action: LimitedAction): Pair {
  const { pool } = req.payload.db as unknown as PostgresAdapter & { pool: Pool }
  const pairs = made.get(pool) ?? new Map<LimitedAction, Pair>()
  made.set(pool, pairs)
  const known = pairs.get(action)
  if (known) return known
  const rule: Rule = rules[action]
  const pair: Pair = {
    address: makeLimiter(pool, `${action}:address`, rule.address, rule.isShared),
    ...(rule.subject ? { subject: makeLimiter(pool, `${action}:subject`, rule.subject, rule.isShared) } : {}),
  }
  pairs.set(action, pair)
  return pair
}

async function consume(limiter: RateLimiterAbstract, key: string): Promise<void> {
  try {
    await limiter.consume(key)
  } catch (refused) {
    if (!(refused instanceof RateLimiterRes)) throw refused
    const retryAfter = Math.max(1, Math.ceil(refused.msBeforeNext / 1000))
    throw new DomainError('rate.limited', { retryAfter })
  }
}

/** Subjects are addresses and tokens, which have no business in a table of counters. */
const digest = (subject: string): string =>
  createHash('sha256').update(subject).digest('base64url').slice(0, 22)

/**
 * Counts one call of an action by its address and by the account, cart or order it is about (`subject`). Throws `rate.limited` with the seconds to wait. Off when `RATE_LIMITS` is.
 * Source: docs/store-api.md, "Limits".
 */
export async function countCall(
  req: PayloadRequest,
  action: LimitedAction,
  { address, subject }: { address: string; subject?: string },
): Promise<void> {
  if (env.RATE_LIMITS === 'off') return
  const pair = pairOf(req, action)
  await consume(pair.address, address)
  if (pair.subject && subject) await consume(pair.subject, digest(subject))
}

/** Gives a counted call back that was none of those that are limited. */
export async function uncountCall(
  req: PayloadRequest,
  action: LimitedAction,
  { address }: { address: string },
): Promise<void> {
  if (env.RATE_LIMITS === 'off') return
  await pairOf(req, action).address.reward(address, 1)
}
