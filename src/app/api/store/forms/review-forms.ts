import { stopReviewMails } from '#services/invite-reviews'
import { buyersOrder } from '../../_http/buyers-order'
import { text, type Form, type FormCall } from './form'

const numberOf = (call: FormCall): string => text(call, 'number').slice(0, 20)

/** Mails that ask for reviews; the review itself brings pictures and has a route of its own. */
export const reviewForms: Readonly<Record<string, Form>> = {
  'stop-review-mails': {
    work: async (call) => {
      const { email, number } = await buyersOrder(call, numberOf(call))
      await stopReviewMails(call.req, email)
      return { to: `/orders/${number}/review`, query: { done: 'stopped' } }
    },
    refused: (call) => ({ to: `/orders/${encodeURIComponent(numberOf(call))}/review` }),
  },
}
