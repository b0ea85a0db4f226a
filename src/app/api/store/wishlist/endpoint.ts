import { readWishes } from '#services/wishlist'
import { route } from '../../_http/route'
import { wisherOf } from '../../_http/wisher'
import { wishlistView } from '../../_http/wishes-view'
import { marketOf } from '../listing-query'

export const { GET, POST, PUT, PATCH, DELETE } = route({
  GET: async (call) => {
    await call.count('account')
    return wishlistView(marketOf(call.url.searchParams), await readWishes(call.req, await wisherOf(call)))
  },
})
