import { endPageIn } from '#cache'
import { deliveryPromise, promiseHolds, type DeliveryPromise } from '#domain/delivery-dates'
import type { MarketId } from '#domain/markets'
import { getDeliveryFacts } from './delivery-facts'
import { getShopSettings } from './site'

type Facts = [shop: Parameters<typeof deliveryPromise>[1], ways: Parameters<typeof deliveryPromise>[2]]

interface Kept {
  /** What it was made of. */
  facts: string
  promise: DeliveryPromise
  /** Milliseconds since 1970. */
  from: number
  until: number
}
const kept = new Map<MarketId, Kept>()

/** The promise of a moment: working days and holidays of many countries are gone through once for as long as it holds. */
function promiseAt(market: MarketId, now: Date, [shop, ways]: Facts): DeliveryPromise | undefined {
  const facts = JSON.stringify([shop, ways])
  const known = kept.get(market)
  const at = now.getTime()
  if (known?.facts === facts && known.from <= at && at < known.until) return known.promise
  const promise = deliveryPromise(now, shop, ways)
  if (promise) kept.set(market, { facts, promise, from: at, until: at + promiseHolds(now, promise) * 1_000 })
  return promise
}

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
  const promise = promiseAt(market, now, [{ timezone, ...delivery }, ways])
  if (promise) await endPageIn(promiseHolds(now, promise), ['delivery-promise', market, promise.by], ['site'])
  return promise
}
