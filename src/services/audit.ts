import { sql } from '@payloadcms/db-postgres'
import type { PayloadRequest } from 'payload'
import { chainFaults } from './audit-chain.mjs'
import { sealPersonal, subjectOf } from './audit-privacy'
import { clientAddress } from './client-address'
import { runnerOf } from './transaction'

export interface AuditEntry {
  /** `create`, `update`, `delete`, `sign-in`, or the name of a verb such as `order.ship`. */
  action: string
  /** The collection, global or service the change belongs to. */
  entity: string
  entityId?: string
  before?: Readonly<Record<string, unknown>>
  after?: Readonly<Record<string, unknown>>
  reason?: string
}

interface Actor {
  id?: number | string
  collection?: string
  email?: string
  name?: string
}

const asJson = (value: unknown): string | null => (value === undefined ? null : JSON.stringify(value))

/**
 * Appends to the audit chain, in the transaction that `req` is in: an entry exists only if its change does. A
 * trigger numbers the row and seals it with the hash of the one before, one writer at a time, so call this last.
 * Personal values are encrypted under a key of the person they are about.
 */
export async function recordAudit(req: PayloadRequest, entry: AuditEntry): Promise<void> {
  const runner = await runnerOf(req)
  const actor = req.user as Actor | null
  const subject = subjectOf(entry)
  const [before, after] = await Promise.all([
    sealPersonal(runner, subject, entry.entity, entry.before),
    sealPersonal(runner, subject, entry.entity, entry.after),
  ])
  await runner.execute(sql`
    INSERT INTO audit_entries (at, actor_id, actor, action, entity, entity_id, before, after, reason, ip)
    VALUES (now(), ${actor?.id ?? null}, ${actor?.name ?? actor?.email ?? 'system'}, ${entry.action}, ${entry.entity},
      ${entry.entityId ?? null}, ${asJson(before)}::jsonb, ${asJson(after)}::jsonb, ${entry.reason ?? null}, ${clientAddress(req) ?? null})`)
}

export interface ChainFault {
  seq: number
  fault: 'hash' | 'link'
}

/** The entries whose hash does not fit their content, or whose link does not fit the entry before. Empty when untouched. */
export async function findAuditFaults(req: PayloadRequest): Promise<ChainFault[]> {
  const runner = await runnerOf(req)
  const { rows } = await runner.execute(sql.raw(chainFaults))
  return rows as unknown as ChainFault[]
}
