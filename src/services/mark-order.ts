import type { PayloadRequest } from 'payload'
import { DomainError } from '#domain/errors'
import { actorOf } from './actor'
import { recordAudit } from './audit'
import { once } from './once'
import { lockOrder } from './order-lock'
import { idOf, run, type Statement } from './statement'
import { inTransaction, type Transaction } from './transaction'

export interface OrderMark {
  /** In the order given; compared without regard to case, each once. */
  tags: string[]
  /** The staff member who looks after the order. */
  assigneeId: string | null
}

const staffNamed: Statement = { name: 'mark-staff', text: `SELECT id FROM users WHERE id = ${idOf('$1')}` }
const marks: Statement = {
  name: 'mark-read',
  text: `SELECT assignee_id AS "assigneeId", array(SELECT t.text FROM orders_texts t WHERE t.parent_id = o.id AND t.path = 'tags' ORDER BY t."order") AS tags
    FROM orders o WHERE o.id = $1`,
}
const assign: Statement = {
  name: 'mark-assign',
  text: 'UPDATE orders SET assignee_id = $2::uuid, updated_at = now() WHERE id = $1',
}
const untag: Statement = {
  name: 'mark-untag',
  text: `DELETE FROM orders_texts WHERE parent_id = $1 AND path = 'tags'`,
}
const tag: Statement = {
  name: 'mark-tag',
  text: `INSERT INTO orders_texts ("order", parent_id, path, text)
    SELECT t.place, $1::uuid, 'tags', t.tag FROM jsonb_array_elements_text($2::jsonb) WITH ORDINALITY AS t (tag, place)`,
}
const note: Statement = {
  name: 'order-note',
  text: 'INSERT INTO order_notes (order_id, text, actor) VALUES ($1, $2, $3) RETURNING id, created_at AS "at"',
}

const unlike = (tags: readonly string[]): string[] => [
  ...new Map(tags.map((one) => [one.toLocaleLowerCase('en'), one])).values(),
]

async function mark(tx: Transaction, req: PayloadRequest, orderId: string, { tags, assigneeId }: OrderMark) {
  const order = await lockOrder(tx, orderId)
  if (assigneeId !== null && (await run(tx, staffNamed, [assigneeId])).length === 0)
    throw new DomainError('validation.failed', {
      errors: [{ path: 'assigneeId', message: 'There is no such member of staff.' }],
    })
  const [before] = await run<OrderMark>(tx, marks, [order.id])
  await run(tx, assign, [order.id, assigneeId])
  await run(tx, untag, [order.id])
  await run(tx, tag, [order.id, JSON.stringify(unlike(tags))])
  const [after] = await run<OrderMark>(tx, marks, [order.id])
  if (!before || !after) throw new DomainError('order.not-found')
  if (JSON.stringify(before) !== JSON.stringify(after))
    await recordAudit(req, {
      ...{ action: 'order.mark', entity: 'orders', entityId: order.id },
      ...{ before: { ...before }, after: { ...after } },
    })
  return after
}

/**
 * Files an order for the desk: its tags and who looks after it, both replaced by what is given. Moves neither money
 * nor stock. Throws `order.not-found` and `validation.failed` for somebody who is no staff.
 */
export const markOrder = (req: PayloadRequest, orderId: string, given: OrderMark): Promise<OrderMark> =>
  inTransaction(req, (tx) => mark(tx, req, orderId, given))

export interface OrderNote {
  id: string
  at: string
}

/** Writes down what staff tell each other about an order, once for each key. Throws `order.not-found`. */
export const addOrderNote = (
  req: PayloadRequest,
  { orderId, text, key }: { orderId: string; text: string; key?: string },
): Promise<OrderNote> =>
  inTransaction(req, (tx) =>
    once(tx, { scope: `order.note:${orderId}`, ...(key && { key }), body: { text } }, async () => {
      const order = await lockOrder(tx, orderId)
      const [written] = await run<OrderNote>(tx, note, [order.id, text, actorOf(req)])
      if (!written) throw new Error('A note was not written')
      await recordAudit(req, {
        ...{ action: 'order.note', entity: 'orders', entityId: order.id, after: { note: written.id } },
      })
      return { id: written.id, at: new Date(written.at).toISOString() }
    }),
  )
