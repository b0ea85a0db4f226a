import { cartTotals, type CartTotals } from '#domain/cart-totals'
import { discountOf, giftsOf, isOffered } from './cart-promotions'
import type { SaleCart, StoredCart, StoredLine } from './cart-rows'
import { taxTerms } from './cart-tax'

/** What an order says of a variant: pairs bought and pairs given together. Minor units. */
export interface SoldLine {
  line: StoredLine
  variantId: string
  unitPrice: number
  quantity: number
  gifts: number
  discount: number
}

/**
 * The lines of the order that a cart becomes, each variant once: a gift of what is bought too joins its line, at its price
 * and as a discount of it; any other gift is a line that costs nothing.
 */
export function soldLines(cart: StoredCart): SoldLine[] {
  const gifts = new Map(giftsOf(cart).map((gift) => [gift.line.variantId, gift]))
  const bought = cart.lines.filter(isOffered).map((line): SoldLine => {
    const given = gifts.get(line.variantId)?.quantity ?? 0
    gifts.delete(line.variantId)
    const { variantId, unitPrice } = line
    const discount = discountOf(cart, line) + given * unitPrice
    return { line, variantId, unitPrice, quantity: line.quantity + given, gifts: given, discount }
  })
  const given = [...gifts.values()].map(({ line, quantity }): SoldLine => ({
    line,
    variantId: line.variantId,
    unitPrice: 0,
    quantity,
    gifts: quantity,
    discount: 0,
  }))
  return [...bought, ...given]
}

/** The totals of an order's lines; `shipping` is what is left to pay of it. Minor units. */
export function soldTotals(cart: SaleCart, lines: readonly SoldLine[], shipping: number): CartTotals {
  const { rateFor, ...terms } = taxTerms(cart)
  return cartTotals(
    lines.map(({ line, unitPrice, quantity, discount }) => ({
      unitPrice,
      quantity,
      discount,
      taxRate: rateFor(line),
    })),
    { ...terms, shipping: { price: shipping } },
  )
}
