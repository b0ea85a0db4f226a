import type { Endpoint } from 'payload'
import { z } from 'zod'
import { currencies } from '#domain/markets'
import { previewPlan } from '#services/preview-campaign'
import { verbEndpoint } from './verb-endpoint'

const ids = z.array(z.uuid()).max(2000).default([])
const amount = z.int().min(0).max(1_000_000_000).nullish()
const time = z.iso.datetime({ offset: true })

const preview = verbEndpoint({
  path: '/preview',
  permission: 'catalog.write',
  body: z.strictObject({
    id: z.uuid().optional(),
    startsAt: time,
    endsAt: time.nullish(),
    kind: z.enum(['percent', 'amount', 'fixed']),
    percent: z.int().min(1).max(99).nullish(),
    amounts: z.strictObject({ eur: amount, gbp: amount, usd: amount }).optional(),
    priority: z.int().min(-1000).max(1000).nullish(),
    brands: ids,
    categories: ids,
    segments: z.array(z.enum(['men', 'women', 'unisex', 'kids'])).default([]),
    products: ids,
    leftOut: ids,
    isPrivate: z.boolean().default(false),
    currency: z.enum(currencies),
  }),
  work: ({ req, body }) => previewPlan(req, body),
})

/** On Payload's own REST: what a campaign would do, saved or not. */
export const campaignVerbs: Endpoint[] = [preview]
