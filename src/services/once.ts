import { createHash } from 'node:crypto'
import { isPrintable } from '#domain/address'
import { DomainError } from '#domain/errors'
import { run, type Statement } from './statement'
import type { Transaction } from './transaction'

/** Waits for whoever has written the same key and not committed yet. */
const claim: Statement = {
  name: 'once-claim',
  text: `INSERT INTO idempotency_keys (scope, key, request_hash) VALUES ($1, $2, $3)
    ON CONFLICT (scope, key) DO UPDATE SET request_hash = excluded.request_hash, response = NULL, status = NULL, created_at = now()
      WHERE idempotency_keys.created_at < now() - interval '24 hours' RETURNING key`,
}
const first: Statement = {
  name: 'once-first',
  text: 'SELECT request_hash AS hash, response FROM idempotency_keys WHERE scope = $1 AND key = $2',
}
const keep: Statement = {
  name: 'once-keep',
  text: 'UPDATE idempotency_keys SET status = 200, response = $3::jsonb WHERE scope = $1 AND key = $2',
}

export interface Call {
  /** The verb and its document. */
  scope: string
  /** The caller's idempotency key; without one every call counts. */
  key?: string
  body: unknown
}

/**
 * Does the work once for each key in its scope and answers a repeat with the first answer, for 24 hours. It shares
 * the work's transaction, so a refused call leaves no key. Throws `idempotency.mismatch` for another body.
 */
export async function once<T>(
  tx: Transaction,
  { scope, key, body }: Call,
  work: () => Promise<T>,
): Promise<T> {
  if (key === undefined || key === '') return work()
  if (key.length > 200 || !isPrintable(key))
    throw new DomainError('validation.failed', {
      errors: [{ path: 'Idempotency-Key', message: 'At most 200 printable characters.' }],
    })
  const hash = createHash('sha256').update(JSON.stringify(body)).digest('hex')
  const claimed = await run(tx, claim, [scope, key, hash])
  if (claimed.length === 0) {
    const [known] = await run<{ hash: string; response: T }>(tx, first, [scope, key])
    if (known?.hash !== hash) throw new DomainError('idempotency.mismatch')
    return known.response
  }
  const answer = await work()
  await run(tx, keep, [scope, key, JSON.stringify(answer)])
  return answer
}
