import { DomainError } from '#domain/errors'
import type { PaymentProvider } from './provider'

/** The carrier takes the money at the door: pairs are held until they are shipped, and leave unpaid. */
export const cashOnDelivery: PaymentProvider = {
  id: 'cash-on-delivery',
  name: { en: 'Cash on delivery', it: 'Contrassegno', de: 'Nachnahme' },
  isOffline: true,
  shipsUnpaid: true,
  isOn: (settings) => settings.cashOnDelivery,
  holdMs: () => null,
  authorise: async () => ({ status: 'pending' }),
  capture: async () => {},
  refund: async () => {},
  cancel: async () => {},
  verifyEvent: () => {
    throw new DomainError('provider.not-found')
  },
}
