import { markets, marketPath, type MarketId } from '#domain/markets'
import { env } from '#env'
import { getCards } from '#queries/cards'
import type { Wishes } from '#services/wishlist'

/** A wishlist as the Store API shows it. */
export async function wishlistView(market: MarketId, { ids, slugs, shareKey }: Wishes) {
  return {
    wishlist: {
      count: slugs.length,
      slugs,
      products: await getCards(markets[market], ids),
      ...(shareKey && {
        shareUrl: env.NEXT_PUBLIC_APP_URL + marketPath(market, `/wishlist/${shareKey}`),
      }),
    },
  }
}
