import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { WishList } from '#components/wish-list'
import { refusalOf } from '#ops/respond'
import { getCards } from '#queries/cards'
import { countOf } from '#services/cart'
import { sharedWishes } from '#services/wishlist'
import { ShopFrame } from '../../../frame'
import { requireShop, visitor } from '../../../visitor'

interface Props {
  params: Promise<{ market: string; key: string }>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { t } = requireShop((await params).market)
  return { title: `${t('wishes.sharedTitle')} | Molini`, robots: { index: false }, referrer: 'no-referrer' }
}

/** Somebody's list, to look at, for whoever has the link. */
export default async function SharedWishlistPage({ params }: Props) {
  const { market, key } = await params
  const shop = requireShop(market)
  const { req, cartToken } = await visitor()
  const wishes = await sharedWishes(req, decodeURIComponent(key)).catch((error: unknown) => {
    if (refusalOf(error)?.code === 'wishlist.not-found') return undefined
    throw error
  })
  if (!wishes) notFound()
  const cards = await getCards(shop.market, wishes.ids)
  return (
    <ShopFrame shop={shop} count={cartToken ? await countOf(req, cartToken) : 0}>
      <div className="frame bag-page">
        <h1>{shop.t('wishes.sharedTitle')}</h1>
        <p className="muted mt-3">{shop.t(cards.length > 0 ? 'wishes.sharedLead' : 'wishes.empty')}</p>
        <div className="mt-7">
          <WishList shop={shop} cards={cards} readOnly />
        </div>
      </div>
    </ShopFrame>
  )
}
