import { createHmac } from 'node:crypto'
import type { PayloadRequest } from 'payload'
import { env } from '#env'
import { inviteWindow } from '#domain/review'
import type { Locale } from '#domain/markets'
import { eachAlone } from './each-alone'
import { queueMail } from './queue-mail'
import { run, type Statement } from './statement'
import { inTransaction } from './transaction'

/** Mails of one round; the next one is seconds away. */
const mostAtOnce = 50

/** An address in the list of those who want no such mails: not to be read back. */
export const digestOf = (email: string): string =>
  createHmac('sha256', `${env.PAYLOAD_SECRET}:mail-stops`)
    .update(email.trim().toLowerCase())
    .digest('base64url')

/** Delivered some days ago. Each order is asked once. */
const isDue = `o.fulfilment_status = 'delivered' AND o.delivered_at < now() - make_interval(days => $1::int)
      AND o.delivered_at > now() - make_interval(days => $2::int)
      AND NOT EXISTS (SELECT 1 FROM review_invitations i WHERE i.order_id = o.id)`
const due: Statement = {
  name: 'review-invite-due',
  text: `SELECT o.id, o.number FROM orders o WHERE ${isDue} ORDER BY o.delivered_at LIMIT $3`,
}
/** Locks an order that is still due, unless somebody else has it at this moment. */
const claim: Statement = {
  name: 'review-invite-claim',
  text: `SELECT o.email, o.locale FROM orders o WHERE o.id = $3 AND ${isDue} FOR UPDATE OF o SKIP LOCKED`,
}
/** Whether something was kept that nobody has written about, and a shoe among it. */
const isWorthIt: Statement = {
  name: 'review-invite-kept',
  text: `SELECT k.goods > 0 AS kept, k.shoes > 0 AS worn,
    EXISTS (SELECT 1 FROM mail_stops s WHERE s.kind = 'review' AND s.digest = $2) AS stopped
    FROM (SELECT count(*) AS goods, count(*) FILTER (WHERE s.kind IS DISTINCT FROM 'care') AS shoes
      FROM orders_lines l JOIN products p ON p.id = l.product_id JOIN styles s ON s.id = p.style_id
      WHERE l._parent_id = $1 AND NOT EXISTS (SELECT 1 FROM reviews r WHERE r.order_id = $1 AND r.product_id = l.product_id)
        AND l.shipped > coalesce((SELECT sum(b.quantity) FROM returns t JOIN returns_lines b ON b._parent_id = t.id
          WHERE t.order_id = $1 AND b.order_line = l.id AND t.status NOT IN ('rejected', 'cancelled')), 0)) k`,
}
const asked: Statement = {
  name: 'review-invite-asked',
  text: 'INSERT INTO review_invitations (order_id) VALUES ($1) ON CONFLICT DO NOTHING',
}
const stop: Statement = {
  name: 'review-invite-stop',
  text: `INSERT INTO mail_stops (kind, digest) VALUES ('review', $1) ON CONFLICT DO NOTHING`,
}
const drop: Statement = {
  name: 'review-invite-drop',
  text: `DELETE FROM emails WHERE template = 'review-invitation' AND recipient = $1 AND status = 'queued' AND attempts = 0`,
}

interface DueOrder {
  id: string
  number: string
}

/** Whether the buyer is asked. */
const inviteOne = (req: PayloadRequest, { id, number }: DueOrder): Promise<boolean> =>
  inTransaction(req, async (tx) => {
    const { after, until } = inviteWindow
    const [order] = await run<{ email: string; locale: Locale }>(tx, claim, [after, until, id])
    if (!order) return false
    await run(tx, asked, [id])
    const [found] = await run<{ kept: boolean; worn: boolean; stopped: boolean }>(tx, isWorthIt, [
      id,
      digestOf(order.email),
    ])
    if (!found?.kept || found.stopped) return false
    const mail = {
      template: 'review-invitation',
      entity: number,
      recipient: order.email,
      locale: order.locale,
    }
    await queueMail(tx, found.worn ? mail : { ...mail, data: { outcome: 'care' } })
    return true
  })

/**
 * Asks buyers once, some days after their parcel has arrived, to say how the pairs fit; of care products alone, how they do. Who has sent all back, has
 * written already or wants no such mail is not asked. Answers with how many were asked.
 */
export async function inviteReviews(req: PayloadRequest): Promise<number> {
  const { after, until } = inviteWindow
  const orders = await run<DueOrder>(req, due, [after, until, mostAtOnce])
  const invited = await eachAlone(req, orders, {
    name: ({ number }) => `Asking for a review of ${number}`,
    work: (order) => inviteOne(req, order),
  })
  return invited.filter(Boolean).length
}

/** No more such mails to this address, for any order. Repeating it changes nothing. */
export const stopReviewMails = (req: PayloadRequest, email: string): Promise<void> =>
  inTransaction(req, async (tx) => {
    await run(tx, stop, [digestOf(email)])
    await run(tx, drop, [email])
  })
