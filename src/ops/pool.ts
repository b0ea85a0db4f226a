import type { Payload } from 'payload'
import type { Pool, PoolConfig } from 'pg'
import { env } from '#env'

/** Functions are many and each has its own: no more than the gate in front needs, and never one, which would hang. */
const poolSize = env.VERCEL ? 8 : 10

/**
 * Limits without which one slow query or lost connection hangs the shop. Payload's adapter keeps one
 * connection for ever, so the usable size is one less.
 */
export const poolOptions = (): PoolConfig => ({
  connectionString: env.DATABASE_URL,
  max: poolSize,
  connectionTimeoutMillis: 8_000,
  idleTimeoutMillis: 30_000,
  statement_timeout: 10_000,
  lock_timeout: 5_000,
  idle_in_transaction_session_timeout: 10_000,
  application_name: 'molini',
})

/** A database restart raises errors on idle connections; unheard they would end the process. */
export function guardPool(payload: Payload): void {
  const { pool } = payload.db as unknown as { pool: Pool }
  const heard = (error: Error) =>
    payload.logger.warn({ msg: 'A database connection was lost', code: (error as { code?: string }).code })
  pool.on('error', heard)
  pool.on('connect', (client) => client.on('error', heard))
}
