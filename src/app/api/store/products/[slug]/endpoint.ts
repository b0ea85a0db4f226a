import { DomainError } from '#domain/errors'
import { getProduct } from '#queries/products'
import { route } from '../../../_http/route'
import { marketOf } from '../../listing-query'

/** As the slug field of the admin: what is not one cannot name a product. */
const slugForm = /^[a-z0-9]+(-[a-z0-9]+)*$/

export const { GET, POST, PUT, PATCH, DELETE } = route({
  GET: async ({ url, params: { slug = '' } }) => {
    const product = slugForm.test(slug) ? await getProduct(marketOf(url.searchParams), slug) : undefined
    if (!product) throw new DomainError('product.not-found')
    return { product }
  },
})
