import { longestGiftNote } from '#domain/gift-note'
import type { Shop } from '#components/shop'
import type { CartView, Money } from '#domain/views'
import { storeCreditOf } from '#services/store-credit'
import { one, type Query, type visitor } from './visitor'

type Visitor = Awaited<ReturnType<typeof visitor>>

/** What the customer who is signed in has as store credit in the money of a bag. */
export async function creditOf(
  { req, customer }: Visitor,
  cart: CartView | undefined,
): Promise<Money | undefined> {
  if (!customer || !cart) return undefined
  const all = await storeCreditOf(req, customer.id)
  return all.find(({ balance }) => balance.currency === cart.currency)?.balance
}

const worded = new Set(['unknown', 'void', 'expired', 'currency', 'empty', 'given', 'too-many'])

/** Why the gift card that a form just tried was not taken, in words. */
export function cardRefusalOf({ t }: Shop, query: Query): string | undefined {
  if (one(query.about) !== 'gift-card') return undefined
  if (one(query.problem) === 'rate.limited') return t('code.limited')
  const reason = one(query.reason)
  return t(`credit.reasons.${worded.has(reason) ? reason : 'unknown'}`)
}

/** Why the words that a form just gave for a gift were not kept. */
export function noteRefusalOf({ t }: Shop, query: Query): string | undefined {
  if (one(query.about) !== 'gift-note' || !one(query.problem)) return undefined
  return t(one(query.problem) === 'validation.failed' ? 'giftNote.refused' : 'giftNote.failed', {
    longest: longestGiftNote,
  })
}
