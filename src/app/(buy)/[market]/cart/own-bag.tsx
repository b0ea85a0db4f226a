import type { ReactNode } from 'react'
import { pastCache } from '#cache'
import { bagText, BagPlace } from '#components/bag'
import type { Shop } from '#components/shop'
import { Wallets } from '#components/wallets.client'
import { keepFrameOf, type frameWanted } from '#front/own-part'
import { marketPath, markets, type MarketId } from '#domain/markets'
import { hasStripe } from '#services/payments/stripe-client'
import { readCookies } from '../../../api/_http/cookies'
import { storeRequest } from '../../../api/_http/store-request'
import { creditOf } from '../../credit-of'
import { ShopFrame } from '../../frame'
import { bagOf, requireShop, visitorWith } from '../../visitor'
import { walletQuoteOf, walletsIn } from '../../wallets-of'
import { bagFacts, bagProps, type BagFacts } from './bag-props'

type Frame = NonNullable<ReturnType<typeof frameWanted>>

/** The page with marks where a bag stands in it: all that is the same for everybody in a market. */
export async function BagFrame({ shop, frame }: { shop: Shop; frame: Frame }): Promise<ReactNode> {
  const hasWallets = frame.kind === 'wallets'
  const [facts, wallets] = await Promise.all([
    bagFacts(shop.market.id),
    hasWallets && walletsIn(shop.market.id, { req: await storeRequest(), at: 'cart' }),
  ])
  frame.tell(facts)
  return (
    <ShopFrame shop={shop} count={frame.place('shown')}>
      <BagPlace count={frame.place('count')} html={frame.place('bag')} />
      {wallets && (
        <div className="frame bag-wallets">
          <Wallets {...wallets} quote={frame.place('quote')} />
        </div>
      )}
    </ShopFrame>
  )
}

/** What a visitor has in the bag; a bag of another market is drawn as a whole, in its own words and rules. */
async function ownBag(market: MarketId, headers: Headers, facts: BagFacts) {
  const shop = requireShop(market)
  const cookies = readCookies(headers)
  const found = await visitorWith((name) => cookies.get(name))
  const { cart, quote: quoteIt } = await bagOf(found, { isQuoted: hasStripe() })
  if (cart && cart.market !== market) return undefined
  const [storeCredit, quote] = await Promise.all([
    creditOf(found, cart),
    walletQuoteOf(found, { cart, quote: quoteIt }),
  ])
  const count = cart?.count ?? 0
  const bag = bagText(bagProps({ shop, cart, query: {}, facts, storeCredit }))
  return {
    frame: quote === undefined ? 'plain' : 'wallets',
    values: {
      bag,
      count: String(count),
      shown: count === 0 ? '' : String(count),
      ...(quote !== undefined && { quote }),
    },
  }
}

/** Lets the front of our own server keep the frame of the page, where it has one. */
export function keepBagFrames(): void {
  for (const market of Object.keys(markets) as MarketId[])
    keepFrameOf(marketPath(market, '/cart'), (headers: Headers, facts: BagFacts) =>
      pastCache(() => ownBag(market, headers, facts)),
    )
}
