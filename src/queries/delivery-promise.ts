import { endPageIn } from '#cache'
import { deliveryPromise, promiseHolds, type DeliveryPromise } from '#domain/delivery-dates'
import type { MarketId } from '#domain/markets'
import { getDeliveryFacts } from './delivery-facts'
import { getShopSettings } from './site'

/**
 * When a pair ordered now arrives, over all countries of a market by their usual way of delivery. A page that shows it
 * ends a minute before the cut-off at which it becomes another.
 */
export async function getDeliveryPromise(
  market: MarketId,
  now = new Date(),
): Promise<DeliveryPromise | undefined> {
  const [ways, { timezone, delivery }] = await Promise.all([
    getDeliveryFacts(market),
    getShopSettings(market),
  ])
  const promise = deliveryPromise(now, { timezone, ...delivery }, ways)
  if (promise) await endPageIn(promiseHolds(now, promise), ['delivery-promise', market, promise.by], ['site'])
  return promise
}
