import { route } from '../../../_http/route'
import { marketOf } from '../../listing-query'
import { namedProduct } from '../named-product'

export const { GET, POST, PUT, PATCH, DELETE } = route({
  GET: async ({ url, params: { slug = '' } }) => ({
    product: await namedProduct(marketOf(url.searchParams), slug),
  }),
})
