import { byHand } from './by-hand'
import type { PaymentProvider } from './provider'

const day = 24 * 60 * 60 * 1000

/** Bank transfer: the order desk says when money has come, and sends it back by hand. */
export const manual: PaymentProvider = {
  ...byHand,
  id: 'manual',
  name: { en: 'Bank transfer', it: 'Bonifico bancario', de: 'Überweisung' },
  shipsUnpaid: false,
  isOn: (settings) => settings.manual,
  holdMs: (settings) => settings.bankTransferDays * day,
}
