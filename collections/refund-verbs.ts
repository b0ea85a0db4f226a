import type { Endpoint } from 'payload'
import { z } from 'zod'
import { isPrintable } from '#domain/address'
import { settleRefund } from '#services/settle-refund'
import { verbEndpoint } from './verb-endpoint'

const settle = verbEndpoint({
  path: '/:id/settle',
  permission: 'payments.manage',
  body: z.object({
    reference: z
      .string()
      .trim()
      .max(120)
      .refine(isPrintable, 'This contains characters that cannot be printed.')
      .optional(),
  }),
  work: async ({ req, id: refundId, key, body }) => ({
    order: await settleRefund(req, { refundId, key, ...body }),
  }),
})

/** The verbs on a refund: settle, for money that was sent by hand. */
export const refundVerbs: Endpoint[] = [settle]
