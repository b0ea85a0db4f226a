import type { Endpoint } from 'payload'
import { z } from 'zod'
import { settleRefund } from '#services/settle-refund'
import { verbEndpoint } from './verb-endpoint'
import { words } from './verb-fields'

const settle = verbEndpoint({
  path: '/:id/settle',
  permission: 'payments.manage',
  body: z.object({ reference: words(120).optional() }),
  work: async ({ req, id: refundId, key, body }) => ({
    order: await settleRefund(req, { refundId, key, ...body }),
  }),
})

/** The verbs on a refund: settle, for money that was sent by hand. */
export const refundVerbs: Endpoint[] = [settle]
