import { DomainError } from '#domain/errors'
import type { PaymentProvider } from './provider'

const day = 24 * 60 * 60 * 1000

/** Bank transfer: the order desk says when money has come, and sends it back by hand. */
export const manual: PaymentProvider = {
  id: 'manual',
  name: { en: 'Bank transfer', it: 'Bonifico bancario', de: 'Überweisung' },
  isOffline: true,
  shipsUnpaid: false,
  isOn: (settings) => settings.manual,
  holdMs: (settings) => settings.bankTransferDays * day,
  authorise: async () => ({ status: 'pending' }),
  capture: async () => {},
  refund: async () => {},
  cancel: async () => {},
  verifyEvent: () => {
    throw new DomainError('provider.not-found')
  },
}
