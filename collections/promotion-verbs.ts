import type { Endpoint } from 'payload'
import { z } from 'zod'
import { isEmail } from '#domain/address'
import { DomainError } from '#domain/errors'
import { marketIds, type MarketId } from '#domain/markets'
import { mostCodes } from '#domain/promotions/codes'
import { codesAsCsv, makeCodes } from '#services/make-codes'
import { tryPromotions } from '#services/try-promotions'
import { staffCan } from './access'
import { problem, verbEndpoint } from './verb-endpoint'

const make = verbEndpoint({
  path: '/:id/codes',
  permission: 'promotions.write',
  body: z.strictObject({
    count: z.int().min(1).max(mostCodes),
    prefix: z
      .string()
      .trim()
      .toUpperCase()
      .regex(/^[A-Z0-9]{1,20}$/, 'Up to 20 letters without accents and digits.')
      .optional(),
    maxUses: z.int().min(1).max(1_000_000).optional(),
  }),
  work: ({ req, id: promotionId, key, body }) => makeCodes(req, { promotionId, key, ...body }),
})

const attempt = verbEndpoint({
  path: '/try',
  permission: 'promotions.read',
  body: z.strictObject({
    market: z.enum(marketIds as [MarketId, ...MarketId[]]),
    country: z
      .string()
      .regex(/^[A-Z]{2}$/, 'Two capital letters, as in ISO 3166-1.')
      .optional(),
    code: z.string().max(64).optional(),
    email: z.string().trim().max(254).refine(isEmail, 'An e-mail address is required.').optional(),
    customerId: z.uuid().optional(),
    promotionId: z.uuid().optional(),
    lines: z
      .array(z.strictObject({ variantId: z.uuid(), quantity: z.int().min(1).max(20) }))
      .min(1)
      .max(50)
      .refine(
        (lines) => new Set(lines.map(({ variantId }) => variantId)).size === lines.length,
        'Each variant once.',
      ),
  }),
  work: ({ req, body }) => tryPromotions(req, body),
})

const download: Endpoint = {
  path: '/:id/codes',
  method: 'get',
  handler: async (req) => {
    try {
      if (!staffCan(req.user, 'promotions.read')) throw new DomainError('access.denied')
      const batch = new URL(req.url ?? '', 'http://here.invalid').searchParams.get('batch') ?? undefined
      const promotionId = typeof req.routeParams?.id === 'string' ? req.routeParams.id : ''
      const csv = await codesAsCsv(req, { promotionId, ...(batch && { batch: batch.slice(0, 60) }) })
      return new Response(csv, {
        headers: {
          'Content-Type': 'text/csv; charset=utf-8',
          'Content-Disposition': 'attachment; filename="codes.csv"',
          'Cache-Control': 'no-store',
        },
      })
    } catch (error) {
      if (error instanceof DomainError) return problem(error)
      throw error
    }
  },
}

/** What staff do with promotions on Payload's own REST: make codes, take them as CSV, try what would happen. */
export const promotionVerbs: Endpoint[] = [make, download, attempt]
