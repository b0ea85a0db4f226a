import { sql } from '@payloadcms/db-postgres'
import type { PostgresAdapter } from '@payloadcms/db-postgres'
import type { PayloadRequest } from 'payload'
import { rowsOf } from '#services/transaction'

/** Longer than publishing a batch takes; the lock goes with its transaction, also behind a pooler. */
const holdMinutes = 5

/**
 * Payload's runner selects its jobs and marks them afterwards, so two at once run a job twice. One at a time
 * then: whoever does not get the lock leaves the jobs to the one who has it.
 */
async function alone(req: PayloadRequest, work: () => Promise<number>): Promise<number> {
  const { drizzle } = req.payload.db as unknown as PostgresAdapter
  return drizzle.transaction(async (tx) => {
    await tx.execute(sql.raw(`SET LOCAL idle_in_transaction_session_timeout = '${holdMinutes}min'`))
    const [lock] = await rowsOf<{ mine: boolean }>(
      tx,
      sql`SELECT pg_try_advisory_xact_lock(hashtext('molini.publish')) AS mine`,
    )
    return lock?.mine ? work() : 0
  })
}

/** Publishes and unpublishes what was scheduled for now. What a runner left half done, when it was killed, is done again. */
export async function publishScheduled(req: PayloadRequest): Promise<number> {
  const due = sql`SELECT 1 FROM payload_jobs WHERE completed_at IS NULL AND has_error IS NOT TRUE
    AND (wait_until IS NULL OR wait_until <= now()) LIMIT 1`
  if ((await rowsOf(req, due)).length === 0) return 0
  return alone(req, async () => {
    await rowsOf(
      req,
      sql`UPDATE payload_jobs SET processing = false WHERE processing AND completed_at IS NULL`,
    )
    const jobs = await rowsOf(
      req,
      sql`SELECT 1 FROM payload_jobs WHERE completed_at IS NULL AND has_error IS NOT TRUE`,
    )
    await req.payload.jobs.run({ allQueues: true, limit: 20, sequential: true, silent: true, req })
    return jobs.length
  })
}
