import { DomainError } from './errors'
import { byRate, netOf, shippingShares, taxShares, type TaxedAmount, type TaxSum } from './tax'

export interface PricedLine {
  /** Minor units, as shown: with tax where the market's prices contain it. */
  unitPrice: number
  quantity: number
  /** Minor units off the whole line, at most what it costs. */
  discount?: number
  /** Basis points. */
  taxRate: number
}

export interface TaxTerms {
  /** Whether the prices contain the tax. */
  taxIncluded: boolean
  /** A business of another EU country owes the tax itself: what the prices contain is taken off. */
  reverseCharge?: boolean
  shipping?: { price: number }
}

export interface LineTotals {
  /** What is charged for one, without tax under reverse charge. */
  unitPrice: number
  discount: number
  taxRate: number
  tax: number
  total: number
}

/** The part of the delivery that has one rate; `amount` as charged. */
export interface ShippingTax extends TaxedAmount {
  tax: number
}

export interface CartTotals {
  lines: LineTotals[]
  subtotal: number
  discount: number
  shipping: number
  /** Delivery by rate, the highest first; its amounts add up to `shipping`, its taxes to `shippingTax`. */
  shippingTaxes: ShippingTax[]
  shippingTax: number
  /** Of goods and shipping together. */
  tax: number
  /** The same by rate, the highest first: bases and taxes add up to `total`. */
  taxes: TaxSum[]
  total: number
}

const checked = (line: Required<PricedLine>): Required<PricedLine> => {
  const { unitPrice, quantity, discount } = line
  const isWhole = [unitPrice, quantity, discount].every(
    (figure) => Number.isSafeInteger(figure) && figure >= 0,
  )
  if (!isWhole || discount > unitPrice * quantity) throw new DomainError('money.bad-amount', { ...line })
  return line
}

const sum = (figures: readonly number[]): number => figures.reduce((all, figure) => all + figure, 0)
const totalOf = ({ unitPrice, quantity, discount }: Required<PricedLine>): number =>
  unitPrice * quantity - discount
const taxedAs = (line: Required<PricedLine>): TaxedAmount => ({ amount: totalOf(line), rate: line.taxRate })

type Net = (amount: number, rate: number) => number

/** The price of one is rounded, not that of the line: an invoice under reverse charge names unit prices without tax. */
function untaxedLine(line: Required<PricedLine>, net: Net): Required<PricedLine> {
  const { quantity, taxRate } = line
  const unitPrice = net(line.unitPrice, taxRate)
  // Pairs that are given away count as the pairs they are, so that a gift changes the price of no other pair.
  const given = line.unitPrice > 0 ? Math.floor(line.discount / line.unitPrice) : 0
  const rest = net(line.discount - given * line.unitPrice, taxRate)
  const discount = Math.min(given * unitPrice + rest, unitPrice * quantity)
  return { unitPrice, quantity, discount, taxRate: 0 }
}

function untaxedShares(shares: readonly TaxedAmount[], net: Net): TaxedAmount[] {
  const amount = sum(shares.map((share) => net(share.amount, share.rate)))
  return amount > 0 ? [{ rate: 0, amount }] : []
}

function taxSums(amounts: readonly TaxedAmount[], taxes: readonly number[], isIn: boolean): TaxSum[] {
  const taxOf = new Map<number, number>()
  amounts.forEach(({ rate }, index) => taxOf.set(rate, (taxOf.get(rate) ?? 0) + (taxes[index] ?? 0)))
  return byRate(amounts).map(({ rate, amount }) => {
    const tax = taxOf.get(rate) ?? 0
    return { rate, base: isIn ? amount - tax : amount, tax }
  })
}

/**
 * What lines and shipping cost together, in minor units of one currency. With tax in the prices
 * `total = subtotal - discount + shipping`; without, the tax comes on top. Every total is the sum of its
 * lines to the unit, and the taxes do not depend on the order of the lines. Throws `money.bad-amount` for
 * fractions, negative figures and discounts above the line.
 * Source: DESIGN 3; Directive 2006/112/EC, Articles 78 (b), 138 and 226.
 */
export function cartTotals(given: readonly PricedLine[], terms: TaxTerms): CartTotals {
  const { taxIncluded, reverseCharge = false, shipping } = terms
  const gross = given.map((line) => checked({ discount: 0, ...line }))
  const net: Net = taxIncluded ? netOf : (amount) => amount
  const lines = reverseCharge ? gross.map((line) => untaxedLine(line, net)) : gross
  const price = checked({ unitPrice: shipping?.price ?? 0, quantity: 1, discount: 0, taxRate: 0 }).unitPrice
  const sent = shipping ? shippingShares(price, gross.map(taxedAs)) : []
  const charged = reverseCharge ? untaxedShares(sent, net) : sent
  const amounts = [...lines.map(taxedAs), ...charged]
  const taxes = taxShares(amounts, taxIncluded)
  const shippingTaxes = charged.map((share, index) => ({ ...share, tax: taxes[lines.length + index] ?? 0 }))
  const sums = {
    subtotal: sum(lines.map(({ unitPrice, quantity }) => unitPrice * quantity)),
    discount: sum(lines.map(({ discount }) => discount)),
    shipping: sum(charged.map(({ amount }) => amount)),
    tax: sum(taxes),
  }
  return {
    lines: lines.map((line, index) => ({
      unitPrice: line.unitPrice,
      discount: line.discount,
      taxRate: line.taxRate,
      tax: taxes[index] ?? 0,
      total: totalOf(line),
    })),
    ...sums,
    shippingTaxes,
    shippingTax: sum(shippingTaxes.map(({ tax }) => tax)),
    taxes: taxSums(amounts, taxes, taxIncluded),
    total: sums.subtotal - sums.discount + sums.shipping + (taxIncluded ? 0 : sums.tax),
  }
}
