import type Stripe from 'stripe'
import { z } from 'zod'
import { DomainError } from '#domain/errors'
import { currencies } from '#domain/markets'
import { money } from '#domain/money'
import type { Dispute, PaymentState, ProviderStatus } from './provider'

const amount = z.int().min(0)
const charge = z.object({
  amount,
  amount_captured: amount,
  amount_refunded: amount,
  disputed: z.boolean().optional(),
})
/** The part of a PaymentIntent that we rely on; anything else is an answer that is no use. */
const intent = z.object({
  id: z.string().min(1),
  status: z.string(),
  amount,
  amount_received: amount.default(0),
  currency: z.string(),
  client_secret: z.string().nullish(),
  metadata: z.record(z.string(), z.string()).nullish(),
  last_payment_error: z.unknown().optional(),
  latest_charge: z.union([charge, z.string()]).nullish(),
})
type Intent = z.infer<typeof intent>

const statuses: Readonly<Record<string, ProviderStatus>> = {
  requires_payment_method: 'open',
  requires_confirmation: 'open',
  requires_action: 'open',
  processing: 'processing',
  requires_capture: 'authorised',
  succeeded: 'captured',
  canceled: 'cancelled',
}

function statusOf({ status, last_payment_error }: Intent): ProviderStatus {
  if (status === 'requires_payment_method' && last_payment_error) return 'failed'
  const known = statuses[status]
  if (!known) throw new DomainError('payment.provider-fault', { retryAfter: 5 })
  return known
}

/**
 * What has gone back of a charge. Stripe also counts what was held and never captured as refunded.
 * Source: docs.stripe.com/api/charges/object, amount_refunded; docs.stripe.com/api/charges/capture.
 */
function refundedOf({ latest_charge, amount_received }: Intent): number {
  if (!latest_charge || typeof latest_charge === 'string') return 0
  const released = latest_charge.amount - latest_charge.amount_captured
  return Math.min(amount_received, Math.max(0, latest_charge.amount_refunded - released))
}

/** A PaymentIntent, with its charge, as a payment. Throws `payment.provider-fault` for anything that is none. */
export function stateOf(answer: unknown): PaymentState & { isDisputed: boolean } {
  const parsed = intent.safeParse(answer)
  const currency = currencies.find((one) => one === parsed.data?.currency.toUpperCase())
  if (!parsed.success || !currency) throw new DomainError('payment.provider-fault', { retryAfter: 5 })
  const { id, metadata, client_secret, latest_charge, ...rest } = parsed.data
  const status = statusOf(parsed.data)
  const isPayable = status === 'open' || status === 'failed'
  return {
    reference: id,
    ...(metadata?.orderId && { orderId: metadata.orderId }),
    status,
    amount: money(rest.amount, currency),
    captured: rest.amount_received,
    refunded: refundedOf(parsed.data),
    ...(isPayable && client_secret && { clientSecret: client_secret }),
    isDisputed: typeof latest_charge === 'object' && latest_charge?.disputed === true,
  }
}

const ended: Readonly<Record<string, Dispute>> = {
  lost: 'lost',
  won: 'won',
  warning_closed: 'won',
  prevented: 'won',
}

/** Of several disputes of one payment the one that is still open counts, then one that was lost. */
export function disputeOf(disputes: readonly Stripe.Dispute[]): Dispute | undefined {
  const all = disputes.map(({ status }): Dispute => ended[status] ?? 'open')
  return (['open', 'lost', 'won'] as const).find((one) => all.includes(one))
}
