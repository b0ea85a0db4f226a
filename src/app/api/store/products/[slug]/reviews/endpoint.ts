import { z } from 'zod'
import { DomainError } from '#domain/errors'
import { reviewPaging } from '#domain/review'
import { getReviews } from '#queries/reviews'
import { check } from '../../../../_http/body'
import { route } from '../../../../_http/route'
import { marketOf, reviewQuery } from '../../../listing-query'
import { slugForm } from '../../named-product'

const asked = z.object(reviewQuery)

export const { GET, POST, PUT, PATCH, DELETE } = route({
  GET: async ({ url: { searchParams: query }, count, params: { slug = '' } }) => {
    await count('search')
    const given = ['page', 'limit', 'size', 'fit'].flatMap((name) => {
      const value = query.get(name)
      return value === null ? [] : [[name, value]]
    })
    const { page = 1, limit = reviewPaging.page, ...choice } = check(asked, Object.fromEntries(given))
    const market = marketOf(query)
    const found = slugForm.test(slug) ? await getReviews({ market, slug, page, limit, ...choice }) : undefined
    if (!found) throw new DomainError('product.not-found')
    return found
  },
})
