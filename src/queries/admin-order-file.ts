import { sql } from '@payloadcms/db-postgres'
import type { Payload } from 'payload'
import { adminRows, idOf } from './admin-rows'

/** How an order is filed at the desk: who looks after it, under which tags, and what was noted. */
export interface OrderFile {
  tags: string[]
  assigneeId: string | null
  notes: { id: string; at: string; actor: string; text: string }[]
  /** Whom it may be given to. */
  staff: { id: string; name: string }[]
  /** Tags in use on other orders, the most frequent first. */
  knownTags: string[]
}

/** For staff who may read orders; the caller has asked. Undefined when there is no such order. */
export async function getOrderFile(payload: Payload, orderId: string): Promise<OrderFile | undefined> {
  const [row] = await adminRows<{ file: OrderFile }>(
    payload,
    sql`SELECT json_build_object(
      'assigneeId', o.assignee_id,
      'tags', array(SELECT t.text FROM orders_texts t WHERE t.parent_id = o.id AND t.path = 'tags' ORDER BY t."order"),
      'notes', (SELECT coalesce(json_agg(json_build_object('id', n.id, 'at', n.created_at, 'actor', n.actor, 'text', n.text)
        ORDER BY n.created_at DESC, n.id), '[]'::json) FROM order_notes n WHERE n.order_id = o.id),
      'staff', (SELECT json_agg(json_build_object('id', u.id, 'name', u.name) ORDER BY u.name) FROM users u),
      'knownTags', array(SELECT t.text FROM orders_texts t WHERE t.path = 'tags' GROUP BY t.text ORDER BY count(*) DESC, t.text LIMIT 30)
    ) AS file FROM orders o WHERE o.id = ${idOf(orderId)}`,
  )
  return row?.file
}
