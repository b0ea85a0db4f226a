import { DomainError } from '#domain/errors'
import type { PaymentProvider } from './provider'

const nobody = (): never => {
  throw new DomainError('provider.not-found')
}

/** A way to pay without a provider on a network: there is nobody to ask. */
export const byHand: Pick<
  PaymentProvider,
  'isOffline' | 'authorise' | 'capture' | 'refund' | 'cancel' | 'read' | 'verifyEvent' | 'eventsSince'
> = {
  isOffline: true,
  authorise: async () => nobody(),
  capture: async () => {},
  refund: async () => {},
  cancel: async () => {},
  read: async () => undefined,
  verifyEvent: nobody,
  eventsSince: async () => [],
}
