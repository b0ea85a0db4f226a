import type { PayloadRequest } from 'payload'
import { DomainError } from '#domain/errors'
import { advanceReview, type ReviewStatus } from '#domain/review'
import { recordAudit } from './audit'
import { queueMail } from './queue-mail'
import { recountOfProduct } from './recount-reviews'
import { idOf, run, type Statement } from './statement'
import { inTransaction, type Transaction } from './transaction'
import type { Locale } from '#domain/markets'

interface LockedReview {
  id: string
  productId: string
  status: ReviewStatus
  answer: string | null
  number: string | null
  email: string | null
  locale: Locale | null
}

const lock: Statement = {
  name: 'review-lock-row',
  text: `SELECT r.id, r.product_id AS "productId", r.status, r.answer, o.number, o.email, o.locale
    FROM reviews r LEFT JOIN orders o ON o.id = r.order_id WHERE r.id = ${idOf('$1')} FOR UPDATE OF r`,
}
const decide: Statement = {
  name: 'review-decide',
  text: 'UPDATE reviews SET status = $2::text, reason = $3, decided_at = now(), updated_at = now() WHERE id = $1',
}
const setAnswer: Statement = {
  name: 'review-answer',
  text: `UPDATE reviews SET answer = nullif($2::text, ''), answered_at = CASE WHEN $2::text = '' THEN NULL ELSE now() END, updated_at = now() WHERE id = $1`,
}

export interface ModeratedReview {
  review: { id: string; status: ReviewStatus; answer?: string }
}

async function lockReview(tx: Transaction, id: string): Promise<LockedReview> {
  const [found] = await run<LockedReview>(tx, lock, [id])
  if (!found) throw new DomainError('review.not-found')
  return found
}

const answerOf = ({ id, answer }: LockedReview, status: ReviewStatus): ModeratedReview => ({
  review: { id, status, ...(answer && { answer }) },
})

const move = (req: PayloadRequest, reviewId: string, to: ReviewStatus, reason?: string) =>
  inTransaction(req, async (tx) => {
    const found = await lockReview(tx, reviewId)
    await run(tx, decide, [found.id, advanceReview(found.status, to), reason ?? null])
    await recountOfProduct(tx, found.productId)
    if (to === 'rejected' && found.number && found.email && found.locale)
      await queueMail(tx, {
        ...{ template: 'review-rejected', entity: `${found.number}:${found.id}`, recipient: found.email },
        ...{ locale: found.locale, data: { note: reason } },
      })
    await recordAudit(req, {
      action: `review.${to === 'approved' ? 'approve' : 'reject'}`,
      entity: 'reviews',
      entityId: found.id,
      before: { status: found.status },
      after: { status: to },
      ...(reason && { reason }),
    })
    return answerOf(found, to)
  })

/** Shows a review. Throws `review.not-found`, or `review.state` for one that is shown already. */
export const approveReview = (req: PayloadRequest, reviewId: string): Promise<ModeratedReview> =>
  move(req, reviewId, 'approved')

/** Keeps a review from being shown; its buyer is told why. Throws as `approveReview` does. */
export const rejectReview = (
  req: PayloadRequest,
  reviewId: string,
  reason: string,
): Promise<ModeratedReview> => move(req, reviewId, 'rejected', reason)

/** What the shop says to a review, shown beneath it; empty takes it back. Throws `review.not-found`. */
export const answerReview = (
  req: PayloadRequest,
  reviewId: string,
  answer: string,
): Promise<ModeratedReview> =>
  inTransaction(req, async (tx) => {
    const found = await lockReview(tx, reviewId)
    await run(tx, setAnswer, [found.id, answer])
    await recountOfProduct(tx, found.productId)
    await recordAudit(req, {
      action: 'review.answer',
      entity: 'reviews',
      entityId: found.id,
      before: { answer: found.answer },
      after: { answer },
    })
    return answerOf({ ...found, answer }, found.status)
  })
