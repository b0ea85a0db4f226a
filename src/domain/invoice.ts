import { allocate, portion } from './money'
import type { Currency, Locale, MarketId } from './markets'
import { netOf, taxContained, type TaxSum } from './tax'

export const invoiceKinds = ['invoice', 'credit-note'] as const
export type InvoiceKind = (typeof invoiceKinds)[number]

/** Who sells, as the shop's settings name it on the day of issue. */
export interface Seller {
  name: string
  company: string
  /** Line by line. */
  address: string[]
  vatNumber: string
  taxNumber?: string
  /** Where the company is registered. */
  register?: string
  email?: string
}

export interface Buyer {
  name: string
  company?: string
  vatNumber?: string
  /** Line by line, without the country. */
  address: string[]
  /** ISO 3166-1 alpha-2. */
  country: string
}

/** A line as it is printed. Minor units; `rate` in basis points. */
export interface InvoiceLine {
  /** Of the order. */
  lineId: string
  sku: string
  title: string
  colour?: string
  /** As the buyer of the order reads it. */
  size?: string
  width?: string
  quantity: number
  /** As sold: with tax where the market's prices contain it. */
  unitPrice: number
  netUnitPrice: number
  discount: number
  rate: number
  net: number
  tax: number
  gross: number
}

/** A part of the delivery that has one rate. Minor units. */
export interface InvoiceShipping {
  rate: number
  net: number
  tax: number
}

interface Printed {
  locale: Locale
  market: MarketId
  currency: Currency
  taxIncluded: boolean
  reverseCharge: boolean
  seller: Seller
  buyer: Buyer
  /** `2026-11-27`, in the shop's zone. */
  issuedOn: string
  order: { number: string; placedOn: string }
  /** The highest rate first; bases and taxes add up to `total`. */
  taxes: TaxSum[]
  net: number
  tax: number
  total: number
}

/** All that an invoice prints, frozen when it is issued. Source: Directive 2006/112/EC, Article 226. */
export interface InvoiceContent extends Printed {
  kind: 'invoice'
  /** The day on which the goods left, or the first of them; absent while none has. */
  suppliedOn?: string
  lines: InvoiceLine[]
  shippingName?: string
  shipping: InvoiceShipping[]
  paymentMethod: string
  /** What had come by then. */
  paid: number
  /** Of the total: what gift cards and store credit pay. */
  byCredit?: number
}

export interface CreditedLine {
  sku: string
  title: string
  colour?: string
  /** As the buyer of the order reads it. */
  size?: string
  width?: string
  quantity: number
  rate: number
  /** Minor units, tax in it. */
  gross: number
}

/** All that a credit note prints. Amounts are what is taken back, and positive. Source: Directive 2006/112/EC, Article 219. */
export interface CreditContent extends Printed {
  kind: 'credit-note'
  invoice: { number: string; issuedOn: string }
  /** All of the invoice at once. */
  isWhole: boolean
  lines: CreditedLine[]
  /** Minor units, tax in it. */
  shipping: number
  /** What belongs to no line: goodwill, or a price that has come down. */
  other: number
}

export type PaperContent = InvoiceContent | CreditContent

/** `2026-000001`; credit notes have a series of their own, `CN-2026-000001`. */
export const invoiceNumber = (kind: InvoiceKind, year: number, serial: number): string =>
  `${kind === 'invoice' ? '' : 'CN-'}${year}-${String(serial).padStart(6, '0')}`

/** A line of an order. Minor units; `total` is without tax where the tax is added. */
export interface SoldLine {
  quantity: number
  unitPrice: number
  discount: number
  taxRate: number
  tax: number
  total: number
}

/** What one line comes to with and without its frozen tax. Minor units. */
export function invoiceLineSums(
  { unitPrice, discount, taxRate: rate, tax, total, quantity }: SoldLine,
  taxIncluded: boolean,
) {
  const net = taxIncluded ? total - tax : total
  const netUnitPrice = taxIncluded ? netOf(unitPrice, rate) : unitPrice
  return { quantity, unitPrice, netUnitPrice, discount, rate, net, tax, gross: net + tax }
}

const grossOf = ({ base, tax }: TaxSum): number => base + tax
const sum = (figures: readonly number[]): number => figures.reduce((all, figure) => all + figure, 0)

/** What has gone back for an order. Minor units, tax in them. */
export interface Refunded {
  amount: number
  lines: readonly { lineId: string; quantity: number; amount: number; tax: number }[]
  shipping: number
}

export interface PlannedCredit {
  isWhole: boolean
  lines: CreditedLine[]
  shipping: number
  other: number
  taxes: TaxSum[]
  net: number
  tax: number
  total: number
}

type Sums = Map<number, { gross: number; tax: number }>

function add(sums: Sums, rate: number, { gross, tax }: { gross: number; tax: number }): void {
  const before = sums.get(rate) ?? { gross: 0, tax: 0 }
  sums.set(rate, { gross: before.gross + gross, tax: before.tax + tax })
}

/** Spreads an amount over rates by their weights; what nobody weighs has the first rate. */
function spread(amount: number, shares: readonly { rate: number; weight: number }[]) {
  const weights = shares.map(({ weight }) => Math.max(0, weight))
  const parts = sum(weights) > 0 ? allocate(amount, weights) : shares.map((_, at) => (at === 0 ? amount : 0))
  return shares.map(({ rate }, index) => ({ rate, part: parts[index] ?? 0 }))
}

/** The tax within what is credited at one rate: all that is left of it with the last cent, so that nothing stays behind. */
function taxWithin(
  { gross, tax }: { gross: number; tax: number },
  invoiced: TaxSum | undefined,
  before: TaxSum | undefined,
): number {
  const isLast = invoiced && (before ? grossOf(before) : 0) + gross === grossOf(invoiced)
  const within = isLast ? invoiced.tax - (before?.tax ?? 0) : tax
  return Math.min(Math.max(0, within), Math.max(0, gross))
}

/** The parts of several credit notes by rate, added up. */
export function taxesTogether(notes: readonly { taxes: readonly TaxSum[] }[]): TaxSum[] {
  const found = new Map<number, TaxSum>()
  for (const { rate, base, tax } of notes.flatMap(({ taxes }) => taxes)) {
    const one = found.get(rate) ?? { rate, base: 0, tax: 0 }
    found.set(rate, { rate, base: one.base + base, tax: one.tax + tax })
  }
  return [...found.values()]
}

/**
 * What a credit note takes back of an invoice for money that went back: pairs and delivery with their own rates, the rest
 * over the rates in proportion to what is left of the invoice. When all of an invoice has been credited, its credit
 * notes add up to it to the unit, rate by rate where the refunds did. Minor units.
 * Source: Directive 2006/112/EC, Articles 90 and 219.
 */
export function planCreditNote(
  invoice: Pick<InvoiceContent, 'lines' | 'shipping' | 'taxes' | 'total'>,
  earlier: readonly { taxes: readonly TaxSum[] }[],
  refunded: Refunded,
): PlannedCredit {
  const before = taxesTogether(earlier)
  const sums: Sums = new Map()
  const lines = refunded.lines.flatMap((part): CreditedLine[] => {
    const line = invoice.lines.find(({ lineId }) => lineId === part.lineId)
    if (!line || part.amount === 0) return []
    add(sums, line.rate, { gross: part.amount, tax: part.tax })
    const { sku, title, colour, size, width, rate } = line
    const words = { ...(colour && { colour }), ...(size && { size }), ...(width && { width }) }
    return [{ sku, title, ...words, quantity: part.quantity, rate, gross: part.amount }]
  })
  const weights = invoice.shipping.map(({ rate, net, tax }) => ({ rate, weight: net + tax, tax }))
  const shipping = weights.length > 0 ? refunded.shipping : 0
  if (shipping > 0)
    spread(shipping, weights).forEach(({ rate, part }, index) => {
      const { weight = 0, tax = 0 } = weights[index] ?? {}
      add(sums, rate, { gross: part, tax: weight > 0 ? portion(tax, part, weight) : 0 })
    })
  const other = refunded.amount - sum(lines.map(({ gross }) => gross)) - shipping
  const left = invoice.taxes.map((invoiced) => {
    const gone = before.find(({ rate }) => rate === invoiced.rate)
    const now = sums.get(invoiced.rate)?.gross ?? 0
    return { rate: invoiced.rate, weight: grossOf(invoiced) - (gone ? grossOf(gone) : 0) - now }
  })
  // By cumulative rounding, so that many small notes drift no further from the invoice than one.
  const cumulativeTax = (rate: number, part: number): number => {
    const invoiced = invoice.taxes.find((one) => one.rate === rate)
    if (!invoiced || grossOf(invoiced) === 0) return taxContained(part, rate)
    const gone = before.find((one) => one.rate === rate) ?? { rate, base: 0, tax: 0 }
    const now = sums.get(rate) ?? { gross: 0, tax: 0 }
    const upTo = portion(invoiced.tax, grossOf(gone) + now.gross + part, grossOf(invoiced))
    return Math.min(Math.max(0, upTo - gone.tax - now.tax), part)
  }
  if (other > 0)
    for (const { rate, part } of spread(other, left).filter((one) => one.part > 0))
      add(sums, rate, { gross: part, tax: cumulativeTax(rate, part) })
  const taxes = [...sums]
    .map(([rate, one]): TaxSum => {
      const at = (all: readonly TaxSum[]) => all.find((other) => other.rate === rate)
      const tax = taxWithin(one, at(invoice.taxes), at(before))
      return { rate, base: one.gross - tax, tax }
    })
    .sort((one, another) => another.rate - one.rate)
  const net = sum(taxes.map(({ base }) => base))
  const tax = sum(taxes.map((one) => one.tax))
  const isWhole = earlier.length === 0 && net + tax === invoice.total
  return { isWhole, lines, shipping, other: Math.max(0, other), taxes, net, tax, total: net + tax }
}
