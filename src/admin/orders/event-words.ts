import { plain } from '../words'

const words: Readonly<Record<string, string>> = {
  placed: 'Order placed',
  'payment-received': 'Payment taken',
  'payment-failed': 'Payment failed',
  'payment-authorised': 'Payment held, not yet taken',
  'payment-processing': 'A bank is working on the payment, which may take days',
  'payment-cancelled': 'Payment called off',
  'payment-retried': 'Another try to pay',
  'dispute-open': 'The cardholder disputes the payment',
  'dispute-won': 'Dispute won',
  'dispute-lost': 'Dispute lost, the money is gone',
  shipped: 'Parcel shipped',
  delivered: 'Delivered',
  cancelled: 'Order cancelled',
  expired: 'Not paid in time, pairs given back',
  refunded: 'Money given back',
  'refund-due': 'Money is to go back',
  changed: 'Order changed',
  'placed-by-staff': 'Placed by staff for the buyer',
  withdrawal: 'Withdrawal from the contract',
  invoiced: 'Invoice issued',
  credited: 'Credit note issued',
  'return-requested': 'Return asked for',
  'return-approved': 'Return approved',
  'return-received': 'Return is here',
  'return-inspected': 'Return inspected',
  'return-completed': 'Return ended',
  'return-rejected': 'Return refused',
  'return-cancelled': 'Return called off',
  'refund-dropped': 'Refund dropped: the provider had sent it already',
}

/** An entry of the timeline as a sentence. */
export const eventWord = (kind: string): string => words[kind] ?? plain(kind)
