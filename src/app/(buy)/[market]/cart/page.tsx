import type { Metadata } from 'next'
import type { ComponentProps } from 'react'
import { Bag } from '#components/bag'
import { deliveryWords } from '#components/delivery-words'
import type { Shop } from '#components/shop'
import { shopOf } from '../../../words'
import { getDeliveryPromise } from '#queries/delivery-promise'
import { getShopSettings } from '#queries/site'
import { freeDeliveryFrom } from '#queries/free-delivery'
import { ShopFrame } from '../../frame'
import { cardRefusalOf, creditOf, noteRefusalOf } from '../../credit-of'
import { codeRefusalOf } from '../../code-refusal'
import { walletsOf } from '../../wallets-of'
import { bagOf, one, requireShop, visitor, type Query } from '../../visitor'

interface Props {
  params: Promise<{ market: string }>
  searchParams: Promise<Query>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { t } = requireShop((await params).market)
  return { title: `${t('nav.bag')} | Molini`, robots: { index: false } }
}

const doneWords = ['added', 'held', 'removed', 'changed', 'again', 'again-part', 'again-none'] as const
const worded = new Set([
  'launch.limit',
  'launch.not-yet',
  'stock.insufficient',
  'variant.not-found',
  'cart.full',
  'validation.failed',
  'rate.limited',
])

function noticeOf({ t }: Shop, query: Query): ComponentProps<typeof Bag>['notice'] {
  const problem = ['code', 'gift-card', 'gift-note'].includes(one(query.about)) ? '' : one(query.problem)
  if (problem)
    return {
      words: t(`bag.notices.${worded.has(problem) ? problem.replace('.', '-') : 'other'}`),
      isProblem: true,
      isSeen: true,
    }
  const done = doneWords.find((word) => word === one(query.done))
  return (
    done && {
      words: t(`bag.notices.${done}`),
      isProblem: false,
      isSeen: done === 'held' || done.startsWith('again'),
    }
  )
}

export default async function CartPage({ params, searchParams }: Props) {
  const shop = requireShop((await params).market)
  const found = await visitor()
  const { cart } = await bagOf(found)
  // A bag belongs to the market it was begun in: its money, its rules and its checkout are that market's.
  const own = (cart && shopOf(cart.market)) ?? shop
  const bagShop = { market: own.market, t: shop.t }
  const query = await searchParams
  const [{ timezone }, promise, freeFrom, storeCredit, wallets] = await Promise.all([
    getShopSettings(own.market.id),
    cart && getDeliveryPromise(own.market.id),
    cart && freeDeliveryFrom(cart.market),
    creditOf(found, cart),
    walletsOf(found, { cart, at: 'cart' }),
  ])
  return (
    <ShopFrame shop={shop} count={cart?.count ?? 0}>
      <Bag
        shop={bagShop}
        cart={cart}
        notice={noticeOf(shop, query)}
        codeRefused={codeRefusalOf(bagShop, cart, query)}
        cardRefused={cardRefusalOf(bagShop, query)}
        noteRefused={noteRefusalOf(bagShop, query)}
        storeCredit={storeCredit}
        freeFrom={freeFrom}
        timezone={timezone}
        arrival={deliveryWords({ shop: bagShop, timezone, promise })}
      />
      {wallets && <div className="frame bag-wallets">{wallets}</div>}
    </ShopFrame>
  )
}
