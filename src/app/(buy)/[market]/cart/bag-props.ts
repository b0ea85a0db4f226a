import type { BagProps } from '#components/bag'
import { deliveryWords } from '#components/delivery-words'
import type { Shop } from '#components/shop'
import type { DeliveryPromise } from '#domain/delivery-dates'
import { markets, mayCostDuty, type MarketId } from '#domain/markets'
import type { CartView, Money } from '#domain/views'
import { getDeliveryPromise } from '#queries/delivery-promise'
import { freeDeliveryFrom } from '#queries/free-delivery'
import { getShopSettings } from '#queries/site'
import { codeRefusalOf } from '../../code-refusal'
import { cardRefusalOf, noteRefusalOf } from '../../credit-of'
import { one, type Query } from '../../visitor'

const doneWords = ['added', 'held', 'removed', 'changed', 'again', 'again-part', 'again-none'] as const
const worded = new Set([
  'launch.limit',
  'launch.not-yet',
  'stock.insufficient',
  'variant.not-found',
  'product.not-found',
  'cart.full',
  'validation.failed',
  'rate.limited',
])

/** The name of the words for a refusal. */
function wordsFor(problem: string, query: Query): string {
  if (problem === 'stock.insufficient' && one(query.left) === '0') return 'sold-out'
  return worded.has(problem) ? problem.replace('.', '-') : 'other'
}

/** What a form has answered, in words. */
export function noticeOf({ t }: Pick<Shop, 't'>, query: Query): BagProps['notice'] {
  const problem = ['code', 'gift-card', 'gift-note'].includes(one(query.about)) ? '' : one(query.problem)
  if (problem)
    return {
      words: t(`bag.notices.${wordsFor(problem, query)}`),
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

/** What every bag of a market says. */
export interface BagFacts {
  /** The shop's own. */
  timezone: string
  promise?: DeliveryPromise
  /** Minor units from which delivery is free wherever the market delivers. */
  freeFrom?: number
  /** Customs may ask for duty. */
  hasDuty: boolean
}

export async function bagFacts(market: MarketId): Promise<BagFacts> {
  const [{ timezone, delivery }, promise, freeFrom] = await Promise.all([
    getShopSettings(market),
    getDeliveryPromise(market),
    freeDeliveryFrom(market),
  ])
  return { timezone, promise, freeFrom, hasDuty: mayCostDuty(markets[market], delivery.home) }
}

interface Given {
  /** The bag's market, and the words of the page. */
  shop: Shop
  cart?: CartView
  /** What a form has just answered. */
  query: Query
  facts: BagFacts
  storeCredit?: Money
  /** What was typed into the form that has answered. */
  typed?: BagProps['typed']
}

export const bagProps = ({ shop, cart, query, facts, storeCredit, typed }: Given): BagProps => ({
  shop,
  cart,
  notice: noticeOf(shop, query),
  codeRefused: codeRefusalOf(shop, cart, query),
  cardRefused: cardRefusalOf(shop, query),
  noteRefused: noteRefusalOf(shop, query),
  typed,
  storeCredit,
  freeFrom: cart && facts.freeFrom,
  hasDuty: facts.hasDuty,
  timezone: facts.timezone,
  arrival: cart && deliveryWords({ shop, timezone: facts.timezone, promise: facts.promise }),
})
