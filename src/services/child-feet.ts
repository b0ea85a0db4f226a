import type { PayloadRequest } from 'payload'
import { DomainError } from '#domain/errors'
import { mostChildren } from '#domain/foot-size'
import { idOf, run, type Statement } from './statement'
import { inTransaction } from './transaction'

/** The foot of a child, as its family has measured it. Nobody but the customer sees it, and no log names the child. */
export interface ChildFoot {
  id: string
  /** A name, or what the family calls the child. */
  name: string
  footMm: number
  /** A day, `2026-11-28`. */
  measuredOn: string
}

const columns = 'id, name, foot_mm AS "footMm", measured_on::text AS "measuredOn"'

const lockOwner: Statement = {
  name: 'child-owner',
  text: 'SELECT id FROM customers WHERE id = $1 FOR UPDATE',
}
const list: Statement = {
  name: 'child-list',
  text: `SELECT ${columns} FROM child_feet WHERE customer_id = $1 ORDER BY created_at, id`,
}
const insert: Statement = {
  name: 'child-insert',
  text: `INSERT INTO child_feet (customer_id, name, foot_mm, measured_on)
    SELECT $1::uuid, $2, $3, $4::date WHERE (SELECT count(*) FROM child_feet WHERE customer_id = $1::uuid) < $5 RETURNING ${columns}`,
}
const update: Statement = {
  name: 'child-update',
  text: `UPDATE child_feet SET name = $3, foot_mm = $4, measured_on = $5::date, updated_at = now()
    WHERE customer_id = $1 AND id = ${idOf('$2')} RETURNING ${columns}`,
}
const remove: Statement = {
  name: 'child-remove',
  text: `DELETE FROM child_feet WHERE customer_id = $1 AND id = ${idOf('$2')} RETURNING id`,
}

/** The children of a customer, in the order in which they were added. */
export const listChildren = (req: PayloadRequest, customerId: string): Promise<ChildFoot[]> =>
  run<ChildFoot>(req, list, [customerId])

/** Adds a child. Throws `conflict` with `children-full` beyond ten, also for many that come at once. */
export const addChild = (
  req: PayloadRequest,
  customerId: string,
  { name, footMm, measuredOn }: Omit<ChildFoot, 'id'>,
): Promise<ChildFoot> =>
  inTransaction(req, async (tx) => {
    await run(tx, lockOwner, [customerId])
    const [row] = await run<ChildFoot>(tx, insert, [customerId, name, footMm, measuredOn, mostChildren])
    if (!row) throw new DomainError('conflict', { reason: 'children-full' })
    return row
  })

/** Changes a child's name or foot. Throws `child.not-found` when it is not the customer's. */
export async function changeChild(
  req: PayloadRequest,
  customerId: string,
  { id, name, footMm, measuredOn }: ChildFoot,
): Promise<ChildFoot> {
  const [row] = await run<ChildFoot>(req, update, [customerId, id, name, footMm, measuredOn])
  if (!row) throw new DomainError('child.not-found')
  return row
}

/** Removes a child. Throws `child.not-found` when it is not the customer's. */
export async function removeChild(req: PayloadRequest, customerId: string, id: string): Promise<void> {
  const [gone] = await run(req, remove, [customerId, id])
  if (!gone) throw new DomainError('child.not-found')
}
