import { randomBytes } from 'node:crypto'

/** The part of Stripe's objects that a shop sees, kept as Stripe keeps it. */
export interface Charge {
  id: string
  object: 'charge'
  payment_intent: string
  amount: number
  amount_captured: number
  amount_refunded: number
  disputed: boolean
  metadata: Record<string, string>
}

export interface Intent {
  id: string
  object: 'payment_intent'
  amount: number
  amount_received: number
  amount_capturable: number
  currency: string
  capture_method: string
  status: string
  client_secret: string
  metadata: Record<string, string>
  last_payment_error: { type: string; code: string; message: string } | null
  latest_charge: Charge | null
  created: number
}

export interface StripeEvent {
  id: string
  object: 'event'
  type: string
  created: number
  data: { object: object }
}

export interface Dispute {
  id: string
  object: 'dispute'
  payment_intent: string
  charge: string
  amount: number
  status: string
}

export interface Refund {
  id: string
  object: 'refund'
  payment_intent: string
  charge: string
  amount: number
  status: string
}

/** How a card behaves, by the numbers that Stripe publishes for tests. Source: docs.stripe.com/testing */
export const cards = {
  good: '4242424242424242',
  declined: '4000000000000002',
  /** Asks for 3-D Secure. */
  secured: '4000002500003155',
  /** Not a card: a bank that takes days, as SEPA does. */
  slowBank: 'DE89370400440532013000',
} as const

/** A refusal in Stripe's own form. */
export class StripeRefusal extends Error {
  constructor(
    readonly status: number,
    readonly body: { type: string; code?: string; message: string },
  ) {
    super(body.message)
  }
}

const invalid = (code: string, message: string, status = 400): StripeRefusal =>
  new StripeRefusal(status, { type: 'invalid_request_error', code, message })

const newId = (kind: string): string => `${kind}_${randomBytes(12).toString('hex')}`
const seconds = (): number => Math.floor(Date.now() / 1000)

/** An account at Stripe: payments, refunds, disputes, and the events that tell of them. */
export function stripeBooks(tell: (event: StripeEvent) => void) {
  const intents = new Map<string, Intent>()
  const refunds: Refund[] = []
  const disputes: Dispute[] = []
  const events: StripeEvent[] = []

  const say = (type: string, object: object): void => {
    const data = { object: structuredClone(object) }
    const event: StripeEvent = { id: newId('evt'), object: 'event', type, created: seconds(), data }
    events.push(event)
    tell(event)
  }
  const find = (id: string): Intent => {
    const intent = intents.get(id)
    if (!intent) throw invalid('resource_missing', `No such payment_intent: '${id}'`, 404)
    return intent
  }
  const mustBe = (intent: Intent, ...statuses: string[]): void => {
    if (!statuses.includes(intent.status))
      throw invalid('payment_intent_unexpected_state', `This PaymentIntent has a status of ${intent.status}.`)
  }
  const take = (intent: Intent, amount: number): void => {
    const charge = intent.latest_charge
    if (!charge) throw new Error('A payment without a charge')
    charge.amount_captured = amount
    // What was held and is not taken counts as refunded.
    charge.amount_refunded = charge.amount - amount
    Object.assign(intent, { status: 'succeeded', amount_received: amount, amount_capturable: 0 })
    say('payment_intent.succeeded', intent)
  }

  const succeed = (intent: Intent): void => {
    intent.last_payment_error = null
    intent.latest_charge = {
      id: newId('ch'),
      object: 'charge',
      payment_intent: intent.id,
      amount: intent.amount,
      amount_captured: 0,
      amount_refunded: 0,
      disputed: false,
      metadata: intent.metadata,
    }
    if (intent.capture_method !== 'manual') return take(intent, intent.amount)
    Object.assign(intent, { status: 'requires_capture', amount_capturable: intent.amount })
    say('payment_intent.amount_capturable_updated', intent)
  }
  const decline = (intent: Intent, message = 'Your card was declined.'): void => {
    intent.status = 'requires_payment_method'
    intent.last_payment_error = { type: 'card_error', code: 'card_declined', message }
    say('payment_intent.payment_failed', intent)
  }

  return {
    intents,
    refunds,
    disputes,
    events,
    find,
    create({
      amount,
      currency,
      capture_method = 'automatic',
      metadata = {},
    }: Partial<Intent> & { amount: number; currency: string }): Intent {
      if (!Number.isSafeInteger(amount) || amount < 1)
        throw invalid('parameter_invalid_integer', 'Invalid amount')
      const id = newId('pi')
      const intent: Intent = {
        id,
        object: 'payment_intent',
        amount,
        amount_received: 0,
        amount_capturable: 0,
        currency,
        capture_method,
        status: 'requires_payment_method',
        client_secret: `${id}_secret_${randomBytes(12).toString('hex')}`,
        metadata,
        last_payment_error: null,
        latest_charge: null,
        created: seconds(),
      }
      intents.set(id, intent)
      return intent
    },
    /** The shopper's browser pays. */
    confirm(id: string, card: string): Intent {
      const intent = find(id)
      mustBe(intent, 'requires_payment_method', 'requires_action')
      if (card === cards.declined) {
        decline(intent)
        throw new StripeRefusal(402, {
          type: 'card_error',
          code: 'card_declined',
          message: 'Your card was declined.',
        })
      }
      if (card === cards.secured) intent.status = 'requires_action'
      else if (card === cards.slowBank) {
        intent.status = 'processing'
        say('payment_intent.processing', intent)
      } else succeed(intent)
      return intent
    },
    /** The end of what a bank was asked: 3-D Secure, or a debit that took days. */
    answer(id: string, isGood: boolean): Intent {
      const intent = find(id)
      mustBe(intent, 'requires_action', 'processing')
      if (isGood) succeed(intent)
      else decline(intent, 'Your bank did not approve it.')
      return intent
    },
    capture(id: string, amount?: number): Intent {
      const intent = find(id)
      mustBe(intent, 'requires_capture')
      const wanted = amount ?? intent.amount
      if (wanted < 1 || wanted > intent.amount) throw invalid('amount_too_large', 'Amount out of range')
      take(intent, wanted)
      return intent
    },
    cancel(id: string): Intent {
      const intent = find(id)
      mustBe(intent, 'requires_payment_method', 'requires_action', 'requires_capture')
      if (intent.latest_charge) intent.latest_charge.amount_refunded = intent.latest_charge.amount
      Object.assign(intent, { status: 'canceled', amount_capturable: 0 })
      say('payment_intent.canceled', intent)
      return intent
    },
    refund(id: string, amount?: number): Refund {
      const intent = find(id)
      mustBe(intent, 'succeeded')
      const charge = intent.latest_charge
      if (!charge) throw new Error('A payment without a charge')
      const left = charge.amount - charge.amount_refunded
      const wanted = amount ?? left
      if (left === 0) throw invalid('charge_already_refunded', 'The charge has already been refunded.')
      if (wanted < 1 || wanted > left)
        throw invalid('amount_too_large', 'Refund amount is greater than what is left')
      charge.amount_refunded += wanted
      const refund: Refund = {
        id: newId('re'),
        object: 'refund',
        payment_intent: id,
        charge: charge.id,
        amount: wanted,
        status: 'succeeded',
      }
      refunds.push(refund)
      say('charge.refunded', charge)
      return refund
    },
    /** The cardholder calls the money back, or how that ended. */
    dispute(id: string, status: string): Dispute {
      const intent = find(id)
      const charge = intent.latest_charge
      if (!charge) throw new Error('A payment without a charge')
      charge.disputed = true
      const known = disputes.find((one) => one.payment_intent === id)
      const dispute: Dispute = known ?? {
        id: newId('dp'),
        object: 'dispute',
        payment_intent: id,
        charge: charge.id,
        amount: charge.amount_captured,
        status,
      }
      if (!known) disputes.push(dispute)
      dispute.status = status
      say(known ? 'charge.dispute.closed' : 'charge.dispute.created', dispute)
      return dispute
    },
  }
}

export type StripeBooks = ReturnType<typeof stripeBooks>
