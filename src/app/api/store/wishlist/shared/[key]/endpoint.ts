import { sharedWishes } from '#services/wishlist'
import { route } from '../../../../_http/route'
import { wishlistView } from '../../../../_http/wishes-view'
import { marketOf } from '../../../listing-query'

export const { GET, POST, PUT, PATCH, DELETE } = route({
  GET: async (call) => {
    await call.count('order')
    const { ids, slugs } = await sharedWishes(call.req, call.params.key ?? '')
    return wishlistView(marketOf(call.url.searchParams), { ids, slugs })
  },
})
