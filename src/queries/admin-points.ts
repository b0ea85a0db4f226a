import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { sql } from '@payloadcms/db-postgres'
import type { Payload } from 'payload'
import { env } from '#env'
import { adminRows } from './admin-rows'

export interface PointsForStaff {
  /** From when on moments can be brought back without a gap, as ISO time; undefined before the first copy. */
  since?: string
  /** What went wrong since all was in the store. */
  fault?: { at: string; words: string }
  /** More than five minutes of changes are not in the store. */
  isLate: boolean
}

interface Status {
  last?: string
  base?: { at: string }
  fault?: { at: string; words: string }
}

const longest = 5 * 60_000

/** Whether moments between backups could be brought back; undefined where the log of the database is not kept by us. */
export async function getPoints(payload: Payload, now = new Date()): Promise<PointsForStaff | undefined> {
  const text = await readFile(join(env.MOLINI_DATA_DIR, 'points.json'), 'utf8').catch(() => undefined)
  if (text === undefined || env.BACKUP_KEY === undefined) return undefined
  const { last = '', base, fault } = JSON.parse(text) as Status
  const [archiver] = await adminRows<{ name: string | null; at: string | null; isFailing: boolean }>(
    payload,
    sql`SELECT last_archived_wal AS name, last_archived_time::text AS at,
      coalesce(last_failed_time > coalesce(last_archived_time, '-infinity'), false) AS "isFailing" FROM pg_stat_archiver`,
  )
  const isBehind =
    Boolean(archiver?.name && archiver.name > last) &&
    now.getTime() - Date.parse(archiver?.at ?? '') > longest
  const isOld = fault !== undefined && now.getTime() - Date.parse(fault.at) > longest
  return {
    ...(base && { since: base.at }),
    ...(fault && { fault }),
    isLate: isBehind || isOld || archiver?.isFailing === true,
  }
}
