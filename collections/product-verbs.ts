import type { Endpoint } from 'payload'
import { z } from 'zod'
import { DomainError } from '#domain/errors'
import { mostSizes } from '#domain/size-run'
import { addSizes } from '#services/add-sizes'
import { staffCan } from './access'
import { verbEndpoint } from './verb-endpoint'

const amount = z.int().min(0).max(100_000_000)

const sizes = verbEndpoint({
  path: '/:id/sizes',
  permission: 'catalog.write',
  body: z.strictObject({
    sizes: z.array(z.uuid()).min(1, 'Choose at least one size.').max(mostSizes),
    widths: z.array(z.uuid()).max(10).default([]),
    skuPattern: z.string().trim().max(80),
    prices: z
      .strictObject({ EUR: amount.optional(), GBP: amount.optional(), USD: amount.optional() })
      .default({}),
    stock: z.int().min(0).max(10_000).default(0),
  }),
  work: async ({ req, id: productId, key, body }) => {
    if (body.stock > 0 && !staffCan(req.user, 'stock.adjust')) throw new DomainError('access.denied')
    return { variants: await addSizes(req, { productId, key, ...body }) }
  },
})

/** The merchandiser's verbs on Payload's own REST: add the size run. */
export const productVerbs: Endpoint[] = [sizes]
