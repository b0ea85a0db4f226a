import { plain } from '../words'

const words: Readonly<Record<string, string>> = {
  placed: 'Order placed',
  'payment-received': 'Payment taken',
  'payment-failed': 'Payment failed',
  authorised: 'Payment authorised',
  shipped: 'Parcel shipped',
  delivered: 'Delivered',
  cancelled: 'Order cancelled',
  expired: 'Not paid in time, pairs given back',
  refunded: 'Money given back',
  'refund-due': 'Money is to go back',
  'refund-dropped': 'Refund dropped: the provider had sent it already',
}

/** An entry of the timeline as a sentence. */
export const eventWord = (kind: string): string => words[kind] ?? plain(kind)
