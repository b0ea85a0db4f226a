import { shareWishes } from '#services/wishlist'
import { route } from '../../../_http/route'
import { wisherOf } from '../../../_http/wisher'
import { wishlistView } from '../../../_http/wishes-view'
import { marketOf } from '../../listing-query'

const share = (isShared: boolean) => async (call: Parameters<typeof wisherOf>[0]) => {
  await call.count('account')
  const market = marketOf(call.url.searchParams)
  return wishlistView(market, await shareWishes(call.req, await wisherOf(call), isShared))
}

export const { GET, POST, PUT, PATCH, DELETE } = route({ PUT: share(true), DELETE: share(false) })
