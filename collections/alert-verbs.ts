import type { Endpoint } from 'payload'
import { z } from 'zod'
import { endHold } from '#services/end-holds'
import { verbEndpoint } from './verb-endpoint'
import { reason } from './verb-fields'

const end = verbEndpoint({
  path: '/:id/end-hold',
  permission: 'stock.adjust',
  body: z.strictObject({ reason: reason(500) }),
  work: async ({ req, id, key, body }) => ({ alert: await endHold(req, { alertId: id, ...body, key }) }),
})

/** The verbs of who waits on Payload's own REST: a hold is ended. */
export const alertVerbs: Endpoint[] = [end]
