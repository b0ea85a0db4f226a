import type { Endpoint } from 'payload'
import { z } from 'zod'
import { currencies } from '#domain/markets'
import { quoteDelivery } from '#services/quote-delivery'
import { verbEndpoint } from './verb-endpoint'
import { words } from './verb-fields'

const quote = verbEndpoint({
  path: '/quote',
  permission: 'settings.write',
  body: z.strictObject({
    country: z.string().regex(/^[A-Z]{2}$/, 'Two capital letters, as in ISO 3166-1.'),
    postalCode: words(20),
    currency: z.enum(currencies),
    value: z.int().min(0).max(100_000_000),
    weightG: z.int().min(0).max(1_000_000),
  }),
  work: ({ req, body }) => quoteDelivery(req, body),
})

/** On Payload's own REST, for whoever sets prices of delivery: what a bag would cost to send. */
export const shippingVerbs: Endpoint[] = [quote]
