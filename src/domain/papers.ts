import type { CreditContent, InvoiceContent } from './invoice'
import type { Locale, MarketId } from './markets'
import type { AddressView, Money, PickupView } from './views'

/** A pair as packing slips and labels name it. */
export interface PaperPair {
  sku: string
  title: string
  colour?: string
  /** As the buyer of the order reads it. */
  size?: string
  width?: string
  quantity: number
}

interface Headed {
  locale: Locale
  market: MarketId
  shop: { name: string; address: string[]; email?: string }
  orderNumber: string
}

export interface PackingSlipContent extends Headed {
  kind: 'packing-slip'
  /** `2026-11-27`, in the shop's zone. */
  placedOn: string
  shippedOn: string
  carrier?: string
  trackingNumber?: string
  company?: string
  to: AddressView
  pickup?: PickupView
  pairs: PaperPair[]
  /** Words of the giver. */
  giftNote?: string
  /** Pairs of the order that are not in this parcel, and those of them that have left before. */
  others: { before: number; later: number }
}

export interface ReturnLabelContent extends Headed {
  kind: 'return-label'
  number: string
  from: AddressView
  /** Line by line. */
  to: string[]
  pairs: (PaperPair & { reason: string })[]
}

export type Paper =
  | { kind: 'invoice'; number: string; issuedAt: string; content: InvoiceContent | CreditContent }
  | { kind: 'packing-slip'; number: string; issuedAt: string; content: PackingSlipContent }
  | { kind: 'return-label'; number: string; issuedAt: string; content: ReturnLabelContent }

/** A paper of an order that its buyer may have. */
export interface PaperView {
  kind: 'invoice' | 'credit-note' | 'return-label'
  /** Also its name in addresses. */
  number: string
  issuedAt: string
  /** Of an invoice or credit note. */
  total?: Money
}

const shown = ['invoice', 'packing-slip', 'return-label'] as const
export type PaperKind = (typeof shown)[number]
export const isPaperKind = (value: unknown): value is PaperKind => shown.some((one) => one === value)
