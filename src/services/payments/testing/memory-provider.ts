import { createHmac, randomUUID } from 'node:crypto'
import { DomainError } from '#domain/errors'
import type { PaymentNotice, PaymentProvider, PaymentState, ProviderPayment } from '../provider'

type Verb = 'authorise' | 'capture' | 'refund' | 'cancel'
interface Asked {
  verb: Verb
  payment: ProviderPayment
}

const secret = 'the secret of the provider in memory'
const sign = (body: string): string => createHmac('sha256', secret).update(body).digest('hex')

/** A whole way to pay in one file, kept in memory: what a third provider has to bring. */
export function memoryProvider(id: string) {
  const payments = new Map<string, PaymentState & { captureLater: boolean }>()
  const done = new Map<string, string>()
  const notices: PaymentNotice[] = []
  const asked: Asked[] = []
  let isDown = false

  const find = (reference = '') => {
    const payment = payments.get(reference)
    if (!payment) throw new DomainError('payment.state')
    return payment
  }
  const tell = (reference: string, type: string) => {
    notices.push({ id: randomUUID(), type, reference, at: new Date() })
  }
  /** Once for each key, and not at all while the line is down. */
  const once = (verb: Verb, payment: ProviderPayment, work: () => string): string => {
    if (isDown) throw new DomainError('payment.unavailable', { retryAfter: 5 })
    const key = `${verb}:${payment.idempotencyKey}`
    const known = done.get(key)
    if (known !== undefined) return known
    asked.push({ verb, payment })
    const result = work()
    done.set(key, result)
    return result
  }
  const stateOf = (reference: string): PaymentState => {
    const { clientSecret, status, orderId, amount, captured, refunded } = find(reference)
    const isPayable = status === 'open' || status === 'failed'
    return { reference, status, orderId, amount, captured, refunded, ...(isPayable && { clientSecret }) }
  }

  const provider: PaymentProvider = {
    id,
    name: { en: 'Card', it: 'Carta', de: 'Karte' },
    isOffline: false,
    shipsUnpaid: false,
    isOn: () => true,
    holdMs: (settings) => settings.cardMinutes * 60_000,
    authorise: async (payment, { captureLater }) =>
      stateOf(
        once('authorise', payment, () => {
          const reference = randomUUID()
          const { orderId, amount } = payment
          const clientSecret = `secret of ${reference}`
          payments.set(reference, {
            ...{ reference, orderId, amount, clientSecret, captureLater },
            ...{ status: 'open', captured: 0, refunded: 0 },
          })
          return reference
        }),
      ),
    capture: async (payment) =>
      void once('capture', payment, () => {
        const held = find(payment.reference)
        if (held.status !== 'authorised' || payment.amount.amount > held.amount.amount)
          throw new DomainError('payment.state')
        Object.assign(held, { status: 'captured', captured: payment.amount.amount })
        tell(held.reference, 'captured')
        return held.reference
      }),
    refund: async (payment) =>
      void once('refund', payment, () => {
        const paid = find(payment.reference)
        if (paid.captured - paid.refunded < payment.amount.amount) throw new DomainError('payment.state')
        paid.refunded += payment.amount.amount
        tell(paid.reference, 'refunded')
        return paid.reference
      }),
    cancel: async (payment) =>
      void once('cancel', payment, () => {
        const held = payments.get(payment.reference ?? '')
        if (held && held.status !== 'captured' && held.status !== 'cancelled') {
          held.status = 'cancelled'
          tell(held.reference, 'cancelled')
        }
        return payment.reference ?? ''
      }),
    read: async (reference) => {
      if (isDown) throw new DomainError('payment.unavailable', { retryAfter: 5 })
      return payments.has(reference) ? stateOf(reference) : undefined
    },
    verifyEvent: (body, headers) => {
      if (headers.get('signature') !== sign(body)) throw new DomainError('webhook.bad-signature')
      const { at, ...notice } = JSON.parse(body) as Omit<PaymentNotice, 'at'> & { at: string }
      return { ...notice, at: new Date(at) }
    },
    eventsSince: async (since) => notices.filter(({ at }) => at >= since),
  }

  return {
    provider,
    asked,
    notices,
    setDown: (down: boolean) => void (isDown = down),
    message: (notice: PaymentNotice) => {
      const body = JSON.stringify(notice)
      return { body, headers: new Headers({ signature: sign(body) }) }
    },
    /** The shopper pays. */
    pay: (reference: string) => {
      const payment = find(reference)
      if (payment.captureLater) payment.status = 'authorised'
      else Object.assign(payment, { status: 'captured', captured: payment.amount.amount })
      tell(reference, payment.status)
    },
    /** The money is only held. */
    hold: (reference: string) => {
      find(reference).status = 'authorised'
      tell(reference, 'authorised')
    },
    decline: (reference: string) => {
      find(reference).status = 'failed'
      tell(reference, 'failed')
    },
    /** A bank that takes days. */
    process: (reference: string) => {
      find(reference).status = 'processing'
      tell(reference, 'processing')
    },
  }
}
