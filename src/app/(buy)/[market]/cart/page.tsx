import type { Metadata } from 'next'
import { Bag } from '#components/bag'
import { frameWanted } from '#front/own-part'
import { hasStripe } from '#services/payments/stripe-client'
import { shopOf } from '../../../words'
import { creditOf } from '../../credit-of'
import { ShopFrame } from '../../frame'
import { typedIn } from '../../typed'
import { bagOf, one, requireShop, visitor, type Query } from '../../visitor'
import { walletsOf } from '../../wallets-of'
import { bagFacts, bagProps } from './bag-props'
import { BagFrame, keepBagFrames } from './own-bag'

interface Props {
  params: Promise<{ market: string }>
  searchParams: Promise<Query>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { t } = requireShop((await params).market)
  return { title: `${t('nav.bag')} | Molini`, robots: { index: false } }
}

keepBagFrames()

export default async function CartPage({ params, searchParams }: Props) {
  const shop = requireShop((await params).market)
  const query = await searchParams
  const frame = frameWanted()
  if (frame) return <BagFrame shop={shop} frame={frame} />
  const found = await visitor()
  const { cart, quote } = await bagOf(found, { isQuoted: hasStripe() })
  // A bag belongs to the market it was begun in: its money, its rules and its checkout are that market's.
  const { market } = (cart && shopOf(cart.market)) ?? shop
  const [facts, storeCredit, wallets, typed] = await Promise.all([
    bagFacts(market.id),
    creditOf(found, cart),
    walletsOf(found, { cart, quote, at: 'cart' }),
    typedIn(query, one(query.about)),
  ])
  return (
    <ShopFrame shop={shop} count={cart?.count ?? 0}>
      <Bag {...bagProps({ shop: { market, t: shop.t }, cart, query, facts, storeCredit, typed })} />
      {wallets && <div className="frame bag-wallets">{wallets}</div>}
    </ShopFrame>
  )
}
