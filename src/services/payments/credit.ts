import { byHand } from './by-hand'
import type { PaymentProvider } from './provider'

/**
 * The part of an order that a balance pays. Nobody chooses it by itself: it goes before the way to pay that was chosen, and is
 * the only one when nothing is left. Money goes back to the balance by `applyRefund`.
 */
const balance = (id: string, name: PaymentProvider['name']): PaymentProvider => ({
  ...byHand,
  id,
  name,
  shipsUnpaid: false,
  isOn: () => false,
  holdMs: () => null,
})

export const giftCard = balance('gift-card', { en: 'Gift card', it: 'Buono regalo', de: 'Geschenkkarte' })

export const storeCredit = balance('store-credit', {
  en: 'Store credit',
  it: 'Credito negozio',
  de: 'Guthaben',
})

/** Whether a way to pay is a balance of the shop's own. */
export const isBalance = (provider: string): boolean =>
  provider === giftCard.id || provider === storeCredit.id
