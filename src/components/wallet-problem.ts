import { marketPath } from '#domain/markets'
import { checkoutProblems } from './checkout-problems'
import { moneyIn, type Shop } from './shop'
import type { WalletRefusal } from './wallet-order'

export interface WalletProblem {
  words: string
  link?: { href: string; words: string }
  /** Of an order that stands and is unpaid. */
  unpaid?: string
}

/** These are seen in the bag. */
const ofBag = new Set([
  'launch.limit',
  'launch.not-yet',
  'stock.insufficient',
  'promotion.not-applicable',
  'gift-card.not-applicable',
  'cart.empty',
])
/** What the page shows is no longer so: it has to be read anew before a wallet is opened again. */
const isStale = new Set(['price.changed', 'payment.changed'])

/** A refusal in words, with where to go on; `at` is the page that shows it. */
export function walletProblem(
  { market, t }: Shop,
  { code, number = '', expected, actual }: WalletRefusal,
  at: 'cart' | 'checkout',
): WalletProblem {
  const to = (path: string, words: string) => ({ href: marketPath(market.id, path), words: t(words) })
  if (code === 'wallet.address' || code === 'validation.failed')
    return { words: t('wallet.address'), link: to('/checkout', 'wallet.fillIn') }
  const words = t(
    `checkout.problems.${checkoutProblems.has(code) || code === 'offline' ? code.replace('.', '-') : 'other'}`,
    {
      number,
      expected: expected ? moneyIn({ market }, expected) : '',
      actual: actual ? moneyIn({ market }, actual) : '',
    },
  )
  if (code === 'cart.bought') return { words, link: to(`/orders/${number}`, 'checkout.seeOrder') }
  if (ofBag.has(code) || (isStale.has(code) && at === 'cart'))
    return { words, link: to('/cart', 'checkout.seeBag') }
  return isStale.has(code) ? { words, link: to('/checkout', 'wallet.look') } : { words }
}
