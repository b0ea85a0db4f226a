import type { PostgresAdapter } from '@payloadcms/db-postgres'
import type { PayloadRequest } from 'payload'
import type { Pool } from 'pg'
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible'
import { DomainError } from '#domain/errors'
import { env } from '#env'
import { clientAddress } from './client-address'

/** Tries per span of seconds. By account, which a list of addresses cannot evade, and by address. */
const limits = {
  'sign-in': { account: [10, 600], address: [30, 60] },
  'forgot-password': { account: [3, 3600], address: [10, 3600] },
} as const satisfies Record<string, Record<'account' | 'address', readonly [number, number]>>

const limiters = new WeakMap<Pool, Map<string, RateLimiterPostgres>>()

function limiterOf(req: PayloadRequest, name: string, [points, duration]: readonly [number, number]) {
  const { pool } = req.payload.db as unknown as PostgresAdapter & { pool: Pool }
  const known = limiters.get(pool) ?? new Map<string, RateLimiterPostgres>()
  limiters.set(pool, known)
  const found = known.get(name)
  if (found) return found
  const made = new RateLimiterPostgres({
    storeClient: pool,
    storeType: 'pool',
    tableName: 'rate_limits',
    tableCreated: true,
    keyPrefix: name,
    points,
    duration,
    clearExpiredByTimeout: false,
  })
  known.set(name, made)
  return made
}

async function take(limiter: RateLimiterPostgres, key: string): Promise<void> {
  try {
    await limiter.consume(key)
  } catch (refused) {
    if (!(refused instanceof RateLimiterRes)) throw refused
    throw new DomainError('rate.limited', { retryAfter: Math.ceil(refused.msBeforeNext / 1000) })
  }
}

/**
 * Counts a try of staff to sign in or to get a reset mail, for the account named and for where it comes from.
 * Throws `rate.limited` with `retryAfter` in seconds.
 */
export async function limitStaff(
  req: PayloadRequest,
  action: keyof typeof limits,
  account: string,
): Promise<void> {
  if (env.RATE_LIMITS === 'off') return
  const { account: perAccount, address: perAddress } = limits[action]
  const address = clientAddress(req)
  if (address) await take(limiterOf(req, `staff.${action}.address`, perAddress), address)
  await take(
    limiterOf(req, `staff.${action}.account`, perAccount),
    account.toLowerCase().trim().slice(0, 160),
  )
}
