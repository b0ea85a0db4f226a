import type { Endpoint } from 'payload'
import { z } from 'zod'
import { DomainError } from '#domain/errors'
import { reviewLimits } from '#domain/review'
import { answerReview, approveReview, rejectReview } from '#services/moderate-review'
import { photoForStaff } from '#services/review-photos'
import { staffCan } from './access'
import { problem, verbEndpoint } from './verb-endpoint'
import { reason, words } from './verb-fields'

/** A photo of any review, for who decides about it. */
const photo: Endpoint = {
  path: '/:id/photos/:photo',
  method: 'get',
  handler: async (req) => {
    if (!staffCan(req.user, 'reviews.manage')) return problem(new DomainError('access.denied'))
    const found = await photoForStaff(req, String(req.routeParams?.photo ?? ''))
    if (!found) return problem(new DomainError('media.not-found'))
    return new Response(new Uint8Array(found.bytes), {
      headers: {
        'Content-Type': 'image/webp',
        'Content-Security-Policy': "default-src 'none'; sandbox",
      },
    })
  },
}

/** The verbs on a review: approve, reject with a reason, answer; and its photos. */
export const reviewVerbs: Endpoint[] = [
  verbEndpoint({
    path: '/:id/approve',
    permission: 'reviews.manage',
    body: z.object({}),
    work: ({ req, id }) => approveReview(req, id),
  }),
  verbEndpoint({
    path: '/:id/reject',
    permission: 'reviews.manage',
    body: z.object({ reason: reason(reviewLimits.reason) }),
    work: ({ req, id, body }) => rejectReview(req, id, body.reason),
  }),
  verbEndpoint({
    path: '/:id/answer',
    permission: 'reviews.manage',
    body: z.object({ answer: words(reviewLimits.answer) }),
    work: ({ req, id, body }) => answerReview(req, id, body.answer),
  }),
  photo,
]
