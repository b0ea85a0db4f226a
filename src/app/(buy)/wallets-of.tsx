import type { ReactNode } from 'react'
import type { PayloadRequest } from 'payload'
import { Wallets, type WalletsProps } from '#components/wallets.client'
import { markets, type MarketId } from '#domain/markets'
import type { CartView, WalletQuote } from '#domain/views'
import { readPaymentSettings } from '#services/payment-methods'
import { hasStripe, stripeInBrowser } from '#services/payments/stripe-client'
import { walletQuote } from '#services/wallet-quote'
import { messages } from '../words'
import type { Visitor } from './visitor'

interface Bag {
  cart?: CartView
  /** Where it is likely to go. */
  country?: string
  /** What it comes to, of whoever has read the bag to quote it. */
  quote?: () => Promise<WalletQuote>
}

const canBeBought = ({ lines, codeProblem }: CartView): boolean =>
  lines.length > 0 &&
  codeProblem === undefined &&
  lines.every(({ problem }) => !problem || problem.code === 'price-changed')

function likelyCountry(market: MarketId, country: string | undefined): string {
  const { countries } = markets[market]
  return country && countries.includes(country) ? country : (countries[0] ?? '')
}

/** What wallets have to know of a bag, as JSON, where the shop takes them and something is left to pay. */
export async function walletQuoteOf(
  { req, cartToken }: Visitor,
  { cart, country, quote }: Bag,
): Promise<string | undefined> {
  if (!hasStripe() || !cart || !cartToken || !canBeBought(cart) || cart.toPay.amount === 0) return undefined
  const made = quote
    ? await quote()
    : await walletQuote(req, cartToken, { country: likelyCountry(cart.market, country) })
  return made.options.length > 0 ? JSON.stringify(made) : undefined
}

/** What is the same for every bag of a market. */
export async function walletsIn(
  market: MarketId,
  { req, at }: { req: PayloadRequest; at: WalletsProps['at'] },
): Promise<Omit<WalletsProps, 'quote'>> {
  const { captureLater } = await readPaymentSettings(req)
  const { locale, countries } = markets[market]
  const { wallet, checkout, pay } = messages[locale]
  return {
    market,
    messages: {
      wallet,
      checkout: {
        problems: checkout.problems,
        terms: checkout.terms,
        seeOrder: checkout.seeOrder,
        seeBag: checkout.seeBag,
      },
      pay: { problem: pay.problem },
    },
    countries,
    captureLater,
    at,
    ...stripeInBrowser(),
  }
}

/** The wallets for a bag, if there are any for it. */
export async function walletsOf(
  found: Visitor,
  { at, ...bag }: Bag & { at: WalletsProps['at'] },
): Promise<ReactNode> {
  if (!hasStripe() || !bag.cart) return null
  const [quote, wallets] = await Promise.all([
    walletQuoteOf(found, bag),
    walletsIn(bag.cart.market, { req: found.req, at }),
  ])
  return quote ? <Wallets {...wallets} quote={quote} /> : null
}
