import { z } from 'zod'
import { DomainError } from '#domain/errors'
import { reviewPaging } from '#domain/review'
import { getReviews } from '#queries/reviews'
import { check } from '../../../../_http/body'
import { route } from '../../../../_http/route'
import { limitNumber, marketOf, pageNumber } from '../../../listing-query'

const slugForm = /^[a-z0-9]+(-[a-z0-9]+)*$/
const paging = z.object({ page: pageNumber.optional(), limit: limitNumber.optional() })

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
