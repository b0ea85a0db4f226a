import { sql } from '@payloadcms/db-postgres'
import type { PayloadRequest } from 'payload'
import { rowsOf } from '#services/transaction'

/** How one run of a job ended. */
export interface JobRun {
  /** As ISO time. */
  readonly at: string
  readonly milliseconds: number
  /** How many things it did. */
  readonly done?: number
  readonly fault?: string
}

/**
 * Keeps how the jobs ended, for the operator's page: every five minutes, half a minute while one fails, and at
 * once when that begins and ends. More often would fill the log of a quiet database for nothing.
 */
export async function rememberJobs(
  req: PayloadRequest,
  runs: Readonly<Record<string, JobRun>>,
): Promise<void> {
  const failing = Object.values(runs).some(({ fault }) => fault !== undefined)
  await rowsOf(
    req,
    sql`INSERT INTO shop_marks (name, value) VALUES ('jobs', ${JSON.stringify(runs)}::jsonb)
      ON CONFLICT (name) DO UPDATE SET value = excluded.value, at = now()
        WHERE shop_marks.at < now() - CASE WHEN ${failing} THEN interval '30 seconds' ELSE interval '5 minutes' END
          OR (shop_marks.value @? '$.*.fault') <> ${failing}`,
  )
}
