import { byHand } from './by-hand'
import type { PaymentProvider } from './provider'

/** The carrier takes the money at the door: pairs are held until they are shipped, and leave unpaid. */
export const cashOnDelivery: PaymentProvider = {
  ...byHand,
  id: 'cash-on-delivery',
  name: { en: 'Cash on delivery', it: 'Contrassegno', de: 'Nachnahme' },
  shipsUnpaid: true,
  isOn: (settings) => settings.cashOnDelivery,
  holdMs: () => null,
}
