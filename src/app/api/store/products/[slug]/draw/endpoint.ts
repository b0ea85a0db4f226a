import { z } from 'zod'
import { DomainError } from '#domain/errors'
import { getDrawPlaces } from '#queries/draw-places'
import { check } from '../../../../_http/body'
import { route } from '../../../../_http/route'
import { slugForm } from '../../named-product'

const asked = z.object({
  page: z.coerce.number().int().min(1).max(100_000).optional(),
  limit: z.coerce.number().int().min(1).max(100).optional(),
})

export const { GET, POST, PUT, PATCH, DELETE } = route({
  GET: async ({ url: { searchParams: query }, count, params: { slug = '' } }) => {
    await count('search')
    const given = ['page', 'limit'].flatMap((name) => {
      const value = query.get(name)
      return value === null ? [] : [[name, value]]
    })
    const { page = 1, limit = 100 } = check(asked, Object.fromEntries(given))
    const found = slugForm.test(slug) ? await getDrawPlaces(slug, { page, limit }) : undefined
    if (!found) throw new DomainError('product.not-found')
    return found
  },
})
