import { DomainError } from '#domain/errors'
import type { PaymentNotice, PaymentProvider, ProviderPayment } from '../payments/provider'

/** A provider on the network that keeps what it was asked in memory and can be down; under one key it acts once. */
export function makeProvider(id: string) {
  const calls: { verb: string; payment: ProviderPayment }[] = []
  const state = { isDown: false }
  const remember = (verb: string) => async (payment: ProviderPayment) => {
    if (state.isDown) throw new Error('the provider is down')
    const isRepeat = calls.some(
      (call) => call.verb === verb && call.payment.idempotencyKey === payment.idempotencyKey,
    )
    if (!isRepeat) calls.push({ verb, payment })
  }
  const provider: PaymentProvider = {
    id,
    name: { en: 'Card', it: 'Carta', de: 'Karte' },
    isOffline: false,
    shipsUnpaid: false,
    isOn: () => true,
    holdMs: (settings) => settings.cardMinutes * 60_000,
    authorise: async (payment) => {
      await remember('authorise')(payment)
      const { orderId, amount, idempotencyKey } = payment
      const reference = `ref-${idempotencyKey}`
      const sums = { captured: 0, refunded: 0 }
      return { reference, orderId, status: 'open', amount, ...sums, clientSecret: 'secret' }
    },
    capture: remember('capture'),
    refund: remember('refund'),
    cancel: remember('cancel'),
    read: async () => undefined,
    verifyEvent: (body, headers) => {
      if (headers.get('signature') !== 'right') throw new DomainError('webhook.bad-signature')
      return JSON.parse(body) as PaymentNotice
    },
    eventsSince: async () => [],
  }
  return { provider, calls, state }
}
