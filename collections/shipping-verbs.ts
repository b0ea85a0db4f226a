import type { Endpoint } from 'payload'
import { z } from 'zod'
import { isPrintable } from '#domain/address'
import { currencies } from '#domain/markets'
import { quoteDelivery } from '#services/quote-delivery'
import { verbEndpoint } from './verb-endpoint'

const quote = verbEndpoint({
  path: '/quote',
  permission: 'settings.write',
  body: z.strictObject({
    country: z.string().regex(/^[A-Z]{2}$/, 'Two capital letters, as in ISO 3166-1.'),
    postalCode: z
      .string()
      .trim()
      .max(20)
      .refine(isPrintable, 'This contains characters that cannot be printed.'),
    currency: z.enum(currencies),
    value: z.int().min(0).max(100_000_000),
    weightG: z.int().min(0).max(1_000_000),
  }),
  work: ({ req, body }) => quoteDelivery(req, body),
})

/** On Payload's own REST, for whoever sets prices of delivery: what a bag would cost to send. */
export const shippingVerbs: Endpoint[] = [quote]
