import { getBeside } from '#queries/beside'
import { route } from '../../../../_http/route'
import { marketOf } from '../../../listing-query'
import { namedProduct } from '../../named-product'

export const { GET, POST, PUT, PATCH, DELETE } = route({
  GET: async ({ url, params: { slug = '' } }) => {
    const market = marketOf(url.searchParams)
    return getBeside(market, await namedProduct(market, slug))
  },
})
