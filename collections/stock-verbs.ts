import type { Endpoint } from 'payload'
import { z } from 'zod'
import { adjustStock } from '#services/adjust-stock'
import { verbEndpoint } from './verb-endpoint'
import { reason } from './verb-fields'

const place = {
  variantId: z.uuid(),
  location: z.string().max(40).optional(),
  reason: reason(500),
}

const adjust = verbEndpoint({
  path: '/adjust',
  permission: 'stock.adjust',
  body: z.union([
    z.strictObject({ ...place, setTo: z.int().min(0).max(1_000_000) }),
    z.strictObject({ ...place, delta: z.int().min(-1_000_000).max(1_000_000) }),
  ]),
  work: async ({ req, key, body }) => ({ level: await adjustStock(req, { ...body, key }) }),
})

/** The stock verbs on Payload's own REST: adjust. */
export const stockVerbs: Endpoint[] = [adjust]
