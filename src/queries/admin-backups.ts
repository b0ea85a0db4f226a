import { sql } from '@payloadcms/db-postgres'
import type { Payload } from 'payload'
import { env } from '#env'
import { adminRows } from './admin-rows'

export interface BackupsForStaff {
  /** Whether `BACKUP_KEY` is set. */
  isOn: boolean
  proof?: { at: string; provedAt: string; rows: number; files: number; seconds: number; missing?: number }
  /** What went wrong since. */
  fault?: { at: string; words: string }
  /** The last proof is older than a day and a half, or there is none. */
  isLate: boolean
}

const longest = 36 * 3_600_000

/** When a backup was last restored and found to be the shop, and what went wrong since. */
export async function getBackups(payload: Payload, now = new Date()): Promise<BackupsForStaff> {
  const [row] = await adminRows<{ value: Pick<BackupsForStaff, 'proof' | 'fault'> }>(
    payload,
    sql`SELECT value FROM shop_marks WHERE name = 'backups'`,
  )
  const { proof, fault } = row?.value ?? {}
  const isLate = !proof || now.getTime() - Date.parse(proof.provedAt) > longest
  return { isOn: env.BACKUP_KEY !== undefined, ...(proof && { proof }), ...(fault && { fault }), isLate }
}
