import type { Locale } from '#domain/markets'
import type { Money } from '#domain/views'

/** What of the shop's settings decides about payment. */
export interface PaymentSettings {
  manual: boolean
  cashOnDelivery: boolean
  cardMinutes: number
  bankTransferDays: number
  /** Cards are only held when the order is placed; the order desk takes the money. */
  captureLater: boolean
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

/** `failed`: the last try was declined, and another may follow on the same payment. `processing`: a bank is at work for days. */
export type ProviderStatus = 'open' | 'processing' | 'authorised' | 'captured' | 'failed' | 'cancelled'

export type Dispute = 'open' | 'won' | 'lost'

/** A payment as its provider has it at this moment. */
export interface PaymentState {
  reference: string
  /** Ours, which the provider was given with the payment. */
  orderId?: string
  status: ProviderStatus
  /** What was asked for. */
  amount: Money
  /** Of all that has come so far, in minor units. */
  captured: number
  /** Of all that has gone back so far, in minor units. */
  refunded: number
  /** The cardholder has called the money back over their bank. */
  dispute?: Dispute
  /** What the browser needs to pay one that is open or has failed. Whoever has it can pay, and do nothing else. */
  clientSecret?: string
}

/** That something has happened to a payment. What it has come to is read from the provider, never from the message. */
export interface PaymentNotice {
  /** The provider's number of the event: the inbox takes each once. */
  id: string
  /** The provider's own word. */
  type: string
  reference: string
  at: Date
}

/**
 * A way to pay. Everything that differs between them is in one file each. Calls over a network end within seconds:
 * they throw `payment.unavailable` when no answer came, and may then be repeated under the same key;
 * `payment.provider-fault` for an answer that is no use, which ends the attempt; `payment.state` when the payment
 * is not in a state for it.
 */
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
  authorise(payment: ProviderPayment, settings: PaymentSettings): Promise<PaymentState>
  capture(payment: ProviderPayment): Promise<void>
  refund(payment: ProviderPayment): Promise<void>
  /** Lets go of what is held. Nothing happens to one that has ended, was paid, or was never begun. */
  cancel(payment: ProviderPayment): Promise<void>
  /** Undefined for a payment that the provider does not know. */
  read(reference: string): Promise<PaymentState | undefined>
  /** The event in a signed message; undefined for one of no interest. Throws `webhook.bad-signature`. */
  verifyEvent(body: string, headers: Headers): PaymentNotice | undefined
  /** What has happened from `since` on, oldest first, for messages that never came. */
  eventsSince(since: Date): Promise<PaymentNotice[]>
}
