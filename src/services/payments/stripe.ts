import Stripe from 'stripe'
import { env } from '#env'
import { DomainError } from '#domain/errors'
import { askStripe, hasStripe, stripeClient } from './stripe-client'
import { disputeOf, stateOf } from './stripe-state'
import type { PaymentNotice, PaymentProvider, PaymentState, ProviderPayment } from './provider'

/** Seconds after which a signed message is too old to be believed. */
const tolerance = 300
/** Events at most in one look back; more wait for the next. */
const atMost = 10_000

/** What changes money or its prospects. Everything else that Stripe tells is of no interest. */
const types = [
  'payment_intent.amount_capturable_updated',
  'payment_intent.canceled',
  'payment_intent.partially_funded',
  'payment_intent.payment_failed',
  'payment_intent.processing',
  'payment_intent.succeeded',
  'charge.captured',
  'charge.refunded',
  'charge.refund.updated',
  'refund.failed',
  'refund.updated',
  'charge.dispute.closed',
  'charge.dispute.created',
  'charge.dispute.funds_reinstated',
  'charge.dispute.updated',
]

const referenceOf = ({ reference }: ProviderPayment): string => {
  if (!reference) throw new DomainError('payment.state')
  return reference
}

/** An event names a PaymentIntent, or a charge, refund or dispute that belongs to one. */
function noticeOf({ id, type, created, data }: Stripe.Event): PaymentNotice | undefined {
  if (!types.includes(type)) return undefined
  const object = data.object as {
    object?: string
    id?: string
    payment_intent?: string | { id: string } | null
  }
  const owner = typeof object.payment_intent === 'object' ? object.payment_intent?.id : object.payment_intent
  const reference = object.object === 'payment_intent' ? object.id : owner
  return reference ? { id, type, reference, at: new Date(created * 1000) } : undefined
}

async function read(reference: string): Promise<PaymentState | undefined> {
  const found = await askStripe((stripe) =>
    stripe.paymentIntents.retrieve(reference, { expand: ['latest_charge'] }).catch((error: unknown) => {
      if (error instanceof Stripe.errors.StripeInvalidRequestError && error.statusCode === 404)
        return undefined
      throw error
    }),
  )
  if (!found) return undefined
  const { isDisputed, ...state } = stateOf(found)
  if (!isDisputed) return state
  const { data } = await askStripe((stripe) => stripe.disputes.list({ payment_intent: reference, limit: 10 }))
  const dispute = disputeOf(data)
  return { ...state, ...(dispute && { dispute }) }
}

async function cancel({ reference, idempotencyKey }: ProviderPayment): Promise<void> {
  // Without a number the browser never had the secret, so nobody can pay it.
  if (!reference) return
  try {
    await askStripe((stripe) => stripe.paymentIntents.cancel(reference, {}, { idempotencyKey }))
  } catch (error) {
    if (!(error instanceof DomainError) || error.code !== 'payment.state') throw error
  }
}

/** Cards, wallets and what else Stripe offers, by PaymentIntents. No card data comes near the shop. */
export const stripe: PaymentProvider = {
  id: 'stripe',
  name: {
    en: 'Card, wallet and more',
    it: 'Carta, wallet e altro',
    de: 'Karte, Wallet und mehr',
  },
  isOffline: false,
  shipsUnpaid: false,
  isOn: hasStripe,
  holdMs: (settings) => settings.cardMinutes * 60_000,
  authorise: async ({ orderId, orderNumber, amount, idempotencyKey }, { captureLater }) =>
    stateOf(
      await askStripe((client) =>
        client.paymentIntents.create(
          {
            amount: amount.amount,
            currency: amount.currency.toLowerCase(),
            automatic_payment_methods: { enabled: true },
            capture_method: captureLater ? 'manual' : 'automatic',
            metadata: { orderId, orderNumber },
          },
          { idempotencyKey },
        ),
      ),
    ),
  capture: async (payment) => {
    const { amount, idempotencyKey } = payment
    await askStripe((client) =>
      client.paymentIntents.capture(
        referenceOf(payment),
        { amount_to_capture: amount.amount },
        { idempotencyKey },
      ),
    )
  },
  refund: async (payment) => {
    const { amount, idempotencyKey } = payment
    await askStripe((client) =>
      client.refunds.create(
        { payment_intent: referenceOf(payment), amount: amount.amount },
        { idempotencyKey },
      ),
    )
  },
  cancel,
  read,
  verifyEvent: (body, headers) => {
    const { webhooks } = stripeClient()
    try {
      const signature = headers.get('stripe-signature') ?? ''
      return noticeOf(webhooks.constructEvent(body, signature, env.STRIPE_WEBHOOK_SECRET ?? '', tolerance))
    } catch (cause) {
      const refusal = new DomainError('webhook.bad-signature')
      refusal.cause = cause
      throw refusal
    }
  },
  eventsSince: (since) =>
    askStripe(async (client) => {
      const created = { gte: Math.floor(since.getTime() / 1000) }
      const events = await client.events
        .list({ created, types, limit: 100 })
        .autoPagingToArray({ limit: atMost })
      return events
        .map(noticeOf)
        .filter((notice) => notice !== undefined)
        .reverse()
    }),
}
