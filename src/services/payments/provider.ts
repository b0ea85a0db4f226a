import type { Locale } from '#domain/markets'
import type { Money } from '#domain/views'

/** What of the shop's settings decides about payment. */
export interface PaymentSettings {
  manual: boolean
  cashOnDelivery: boolean
  cardMinutes: number
  bankTransferDays: number
}

/** A payment as a provider needs to know it. */
export interface ProviderPayment {
  orderId: string
  orderNumber: string
  amount: Money
  /** The provider's own number, once it has given one. */
  reference?: string
  /** The same call with the same key happens once at the provider. */
  idempotencyKey: string
}

export interface Authorisation {
  status: 'pending' | 'authorised'
  reference?: string
  /** What the browser needs to go on paying. */
  clientSecret?: string
}

/**
 * What a provider tells afterwards. `amount` is the sum so far, of all captured or all refunded, so that events
 * may come late, twice or in any order and still end right.
 */
export interface PaymentEvent {
  /** The provider's number of the event: the inbox takes each once. */
  id: string
  type: 'authorised' | 'captured' | 'failed' | 'cancelled' | 'refunded'
  /** Ours, which the provider was given with the payment. */
  orderId: string
  reference: string
  amount: Money
}

/** A way to pay. Everything that differs between them is in one file each. */
export interface PaymentProvider {
  readonly id: string
  readonly name: Readonly<Record<Locale, string>>
  /** Nothing to call over a network: people tell the shop when money comes and goes. */
  readonly isOffline: boolean
  /** Goods may leave before the money has come. */
  readonly shipsUnpaid: boolean
  isOn(settings: PaymentSettings): boolean
  /** How long unpaid pairs are held; null: for as long as the order stands. */
  holdMs(settings: PaymentSettings): number | null
  authorise(payment: ProviderPayment): Promise<Authorisation>
  capture(payment: ProviderPayment): Promise<void>
  refund(payment: ProviderPayment): Promise<void>
  cancel(payment: ProviderPayment): Promise<void>
  /** The event in a signed message; undefined for one of no interest. Throws `webhook.bad-signature`. */
  verifyEvent(body: string, headers: Headers): PaymentEvent | undefined
}
