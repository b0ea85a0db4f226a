import type { ReactNode } from 'react'
import { Wallets } from '#components/wallets.client'
import { markets } from '#domain/markets'
import type { CartView } from '#domain/views'
import { readPaymentSettings } from '#services/payment-methods'
import { hasStripe, stripeInBrowser } from '#services/payments/stripe-client'
import { walletQuote } from '#services/wallet-quote'
import { messages } from '../words'
import type { visitor } from './visitor'

type Visitor = Awaited<ReturnType<typeof visitor>>

interface Bag {
  cart?: CartView
  at: 'cart' | 'checkout'
  /** Where it is likely to go. */
  country?: string
}

const canBeBought = ({ lines, codeProblem }: CartView): boolean =>
  lines.length > 0 &&
  codeProblem === undefined &&
  lines.every(({ problem }) => !problem || problem.code === 'price-changed')

/** The wallets for a bag, where the shop takes them and something is left to pay. */
export async function walletsOf({ req, cartToken }: Visitor, { cart, at, country }: Bag): Promise<ReactNode> {
  if (!hasStripe() || !cart || !cartToken || !canBeBought(cart) || cart.toPay.amount === 0) return null
  const { locale, countries } = markets[cart.market]
  const likely = country && countries.includes(country) ? country : (countries[0] ?? '')
  const [quote, { captureLater }] = await Promise.all([
    walletQuote(req, cartToken, { country: likely }),
    readPaymentSettings(req),
  ])
  if (quote.options.length === 0) return null
  const { wallet, checkout, pay } = messages[locale]
  return (
    <Wallets
      market={cart.market}
      messages={{
        wallet,
        checkout: {
          problems: checkout.problems,
          terms: checkout.terms,
          seeOrder: checkout.seeOrder,
          seeBag: checkout.seeBag,
        },
        pay: { problem: pay.problem },
      }}
      quote={quote}
      countries={countries}
      captureLater={captureLater}
      at={at}
      {...stripeInBrowser()}
    />
  )
}
