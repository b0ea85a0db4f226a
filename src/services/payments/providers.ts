import { DomainError } from '#domain/errors'
import { cashOnDelivery } from './cash-on-delivery'
import { giftCard, storeCredit } from './credit'
import { manual } from './manual'
import type { PaymentProvider } from './provider'
import { stripe } from './stripe'

/** In the order in which a shopper is offered them. A new one is added here and nowhere else. */
const known: PaymentProvider[] = [stripe, manual, cashOnDelivery, giftCard, storeCredit]

export const paymentProviders = (): readonly PaymentProvider[] => known

/** Throws `provider.not-found` for an id nobody answers to. */
export function providerOf(id: string): PaymentProvider {
  const provider = known.find((one) => one.id === id)
  if (!provider) throw new DomainError('provider.not-found', { provider: id })
  return provider
}

/** Makes one more way to pay known until the function it answers with is called. */
export function addProvider(provider: PaymentProvider): () => void {
  known.push(provider)
  return () => {
    known.splice(known.indexOf(provider), 1)
  }
}
