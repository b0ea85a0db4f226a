import { DomainError } from './errors'
import { taxShares } from './tax'

export interface PricedLine {
  /** Minor units, as shown: with tax where the market's prices contain it. */
  unitPrice: number
  quantity: number
  /** Minor units off the whole line, at most what it costs. */
  discount?: number
  /** Basis points. */
  taxRate: number
}

export interface PricedShipping {
  price: number
  taxRate: number
}

export interface LineTotals {
  discount: number
  tax: number
  total: number
}

export interface CartTotals {
  lines: LineTotals[]
  subtotal: number
  discount: number
  shipping: number
  shippingTax: number
  /** Of goods and shipping together. */
  tax: number
  total: number
}

const checked = (line: PricedLine): number => {
  const { unitPrice, quantity, discount = 0 } = line
  const isWhole = [unitPrice, quantity, discount].every(
    (figure) => Number.isSafeInteger(figure) && figure >= 0,
  )
  if (!isWhole || discount > unitPrice * quantity) throw new DomainError('money.bad-amount', { ...line })
  return unitPrice * quantity - discount
}

const sum = (figures: readonly number[]): number => figures.reduce((all, figure) => all + figure, 0)

/**
 * What lines and shipping cost together, in minor units of one currency. With tax in the prices
 * `total = subtotal - discount + shipping`; without, the tax comes on top. Every total is the sum of its
 * lines to the unit. Throws `money.bad-amount` for fractions, negative figures and discounts above the line.
 * Source: DESIGN 3.
 */
export function cartTotals(
  lines: readonly PricedLine[],
  { taxIncluded, shipping }: { taxIncluded: boolean; shipping?: PricedShipping },
): CartTotals {
  const totals = lines.map(checked)
  const taxed = lines.map((line, index) => ({ amount: totals[index] ?? 0, rate: line.taxRate }))
  if (shipping)
    taxed.push({
      amount: checked({ unitPrice: shipping.price, quantity: 1, taxRate: shipping.taxRate }),
      rate: shipping.taxRate,
    })
  const taxes = taxShares(taxed, taxIncluded)
  const subtotal = sum(lines.map((line) => line.unitPrice * line.quantity))
  const discount = sum(lines.map((line) => line.discount ?? 0))
  const tax = sum(taxes)
  const price = shipping?.price ?? 0
  return {
    lines: lines.map((line, index) => ({
      discount: line.discount ?? 0,
      tax: taxes[index] ?? 0,
      total: totals[index] ?? 0,
    })),
    subtotal,
    discount,
    shipping: price,
    shippingTax: shipping ? (taxes[lines.length] ?? 0) : 0,
    tax,
    total: subtotal - discount + price + (taxIncluded ? 0 : tax),
  }
}
