import { z } from 'zod'
import { DomainError } from '#domain/errors'
import { reviewPaging } from '#domain/review'
import { getReviews } from '#queries/reviews'
import { check } from '../../../../_http/body'
import { route } from '../../../../_http/route'
import { marketOf } from '../../../listing-query'

const slugForm = /^[a-z0-9]+(-[a-z0-9]+)*$/
const whole = (most: number) => z.coerce.number().int().min(1).max(most).optional()
const paging = z.object({ page: whole(100_000), limit: whole(100) })

export const { GET, POST, PUT, PATCH, DELETE } = route({
  GET: async ({ url: { searchParams: query }, params: { slug = '' } }) => {
    const { page = 1, limit = reviewPaging.page } = check(paging, {
      page: query.get('page') ?? undefined,
      limit: query.get('limit') ?? undefined,
    })
    const market = marketOf(query)
    const found = slugForm.test(slug) ? await getReviews({ market, slug, page, limit }) : undefined
    if (!found) throw new DomainError('product.not-found')
    return found
  },
})
