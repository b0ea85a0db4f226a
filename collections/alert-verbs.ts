import type { Endpoint } from 'payload'
import { z } from 'zod'
import { isPrintable } from '#domain/address'
import { endHold } from '#services/end-holds'
import { verbEndpoint } from './verb-endpoint'

const end = verbEndpoint({
  path: '/:id/end-hold',
  permission: 'stock.adjust',
  body: z.strictObject({
    reason: z
      .string()
      .trim()
      .min(1)
      .max(500)
      .refine(isPrintable, 'This contains characters that cannot be printed.'),
  }),
  work: async ({ req, id, key, body }) => ({ alert: await endHold(req, { alertId: id, ...body, key }) }),
})

/** The verbs of who waits on Payload's own REST: a hold is ended. */
export const alertVerbs: Endpoint[] = [end]
