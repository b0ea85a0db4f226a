import type { DeliveryPromise } from '#domain/delivery-dates'
import { dateIn, momentIn, type Shop } from './shop'

interface DeliveryWordsProps {
  shop: Shop
  /** The shop's zone, in which its clock is read. */
  timezone: string
  promise: DeliveryPromise | undefined
}

/** Up to when one orders and when it arrives then. It says the day, never "today": it stays true while it is read. */
export function deliveryWords({ shop, timezone, promise }: DeliveryWordsProps): string | undefined {
  if (!promise) return undefined
  const { by, from, to } = promise
  const words = { by: momentIn(shop, by, timezone), from: dateIn(shop, from), to: dateIn(shop, to) }
  return shop.t(from === to ? 'product.arrivesOn' : 'product.arrives', words)
}
