import { cartTotals, type CartTotals, type LineTotals } from '#domain/cart-totals'
import { coverTotal, isUsable, problemOfCredit } from '#domain/credit'
import type { Currency } from '#domain/markets'
import { allowedPairs } from '#domain/launch'
import { money } from '#domain/money'
import type { ShippingPayment } from '#domain/promotions/apply'
import type { TaxSum } from '#domain/tax'
import type {
  CartGiftView,
  CartLineView,
  CartProblem,
  CartView,
  ImageView,
  SizeLabels,
  TaxView,
} from '#domain/views'
import { codeRefusal, discountOf, giftsOf, isOffered, outcomeOf } from './cart-promotions'
import type { SaleCart, StoredLine } from './cart-rows'
import { chargedPrice, taxTerms } from './cart-tax'
import { refusalView } from './refusal-view'

export function imageOf({ image }: StoredLine): ImageView {
  const id = image ? `${image.id}-${image.version}` : ''
  return {
    id,
    url: image ? `/media/${id}/1600.webp` : '',
    alt: image?.alt ?? '',
    width: image?.width ?? 0,
    height: image?.height ?? 0,
  }
}

export function labelsOf({ size }: StoredLine): SizeLabels {
  if (!size) return { eu: '' }
  const { uk, usM, usW, cm, footMm } = size
  return {
    eu: size.eu ?? size.label,
    ...(uk && { uk }),
    ...(usM && { usM }),
    ...(usW && { usW }),
    ...(cm && { cm }),
    ...(footMm !== null && { footMm }),
  }
}

/** Pairs of the line's product in the cart beyond what one person may buy: all its lines say so. */
function isBeyondLimit({ lines }: SaleCart, { productId, perPerson, bought }: StoredLine): boolean {
  if (perPerson === null) return false
  const pairs = lines.filter((one) => one.productId === productId).reduce((sum, one) => sum + one.quantity, 0)
  return pairs > allowedPairs(perPerson, bought ?? 0)
}

function problemOf(cart: SaleCart, line: StoredLine): CartProblem | undefined {
  const { currency } = cart
  if (!isOffered(line)) return { code: 'unavailable' }
  if (line.launchesAt) return { code: 'not-yet', startsAt: new Date(line.launchesAt).toISOString() }
  if (line.perPerson !== null && isBeyondLimit(cart, line)) return { code: 'limit', most: line.perPerson }
  if (line.available < line.quantity) return { code: 'sold-out', available: line.available }
  if (line.seenPrice !== null && line.seenPrice !== line.unitPrice)
    return { code: 'price-changed', was: money(line.seenPrice, currency) }
  return undefined
}

type Shown = (amount: number) => number

/** What is announced: the price of a list for some is no reduction. */
const reductionOf = ({ campaign, regularPrice, lowest30 }: StoredLine, currency: Currency, shown: Shown) =>
  campaign && !campaign.isPrivate && regularPrice !== null
    ? {
        regularPrice: money(shown(regularPrice), currency),
        ...(lowest30 !== null && { lowest30: money(shown(lowest30), currency) }),
      }
    : {}

interface LineSums {
  totals: LineTotals
  /** Prices as they are charged: without tax under reverse charge. */
  shown: Shown
}

function lineView(cart: SaleCart, line: StoredLine, { totals, shown }: LineSums): CartLineView {
  const { currency } = cart
  const problem = problemOf(cart, line)
  const labels = labelsOf(line)
  return {
    id: line.id,
    variantId: line.variantId,
    sku: line.sku,
    title: line.title,
    colour: line.colour ?? '',
    size: labels.eu,
    labels,
    ...(line.segment && { segment: line.segment }),
    ...(line.width && { width: line.width }),
    slug: line.slug,
    image: imageOf(line),
    quantity: line.quantity,
    unitPrice: money(totals.unitPrice, currency),
    ...reductionOf(line, currency, shown),
    discount: money(totals.discount, currency),
    taxRate: totals.taxRate,
    tax: money(totals.tax, currency),
    total: money(totals.total, currency),
    ...(line.heldUntil && { heldUntil: new Date(line.heldUntil).toISOString() }),
    ...(problem && { problem }),
  }
}

function giftView({ line, quantity, name }: ReturnType<typeof giftsOf>[number]): CartGiftView {
  const labels = labelsOf(line)
  return {
    variantId: line.variantId,
    sku: line.sku,
    title: line.title,
    colour: line.colour ?? '',
    size: labels.eu,
    labels,
    ...(line.segment && { segment: line.segment }),
    ...(line.width && { width: line.width }),
    slug: line.slug,
    image: imageOf(line),
    quantity,
    promotion: name,
  }
}

/** The totals of what is offered, after promotions; `shippingPrice` is what is left to pay of it, with tax as the goods are. */
export function totalsOf(cart: SaleCart, shippingPrice?: number): CartTotals {
  const { rateFor, ...terms } = taxTerms(cart)
  const lines = cart.lines.map((line) => ({
    unitPrice: isOffered(line) ? line.unitPrice : 0,
    quantity: line.quantity,
    discount: discountOf(cart, line),
    taxRate: rateFor(line),
  }))
  return cartTotals(lines, {
    ...terms,
    ...(shippingPrice !== undefined && { shipping: { price: shippingPrice } }),
  })
}

/** Taxes by rate as people and programs read them. */
export const taxViews = (taxes: readonly TaxSum[], currency: Currency): TaxView[] =>
  taxes.map(({ rate, base, tax }) => ({ rate, base: money(base, currency), tax: money(tax, currency) }))

function linesOf(cart: SaleCart, totals: CartTotals): CartLineView[] {
  const terms = taxTerms(cart)
  return cart.lines.flatMap((line, index) => {
    const sums = totals.lines[index]
    const shown: Shown = (amount) => chargedPrice(terms, line, amount)
    return sums ? [lineView(cart, line, { totals: sums, shown })] : []
  })
}

/** What its gift cards and store credit would pay, and what is left to pay otherwise. */
function creditViews({ credits, currency }: SaleCart, total: number): Pick<CartView, 'credits' | 'toPay'> {
  const all = credits ?? []
  const { parts, rest } = coverTotal(total, all.filter(isUsable))
  return {
    credits: all.map((credit) => ({
      id: credit.id,
      kind: credit.kind,
      ...(credit.last4 && { last4: credit.last4 }),
      amount: money(parts.find((part) => part.credit.id === credit.id)?.amount ?? 0, currency),
      ...(problemOfCredit(credit) && { problem: problemOfCredit(credit) }),
    })),
    toPay: money(rest, currency),
  }
}

/** A cart as a shopper sees it: recomputed from what is stored, never read from it. */
export function cartView(cart: SaleCart, delivery?: ShippingPayment): CartView {
  const { currency } = cart
  const totals = totalsOf(cart, delivery?.left)
  const outcome = outcomeOf(cart)
  const refusal = codeRefusal(cart)
  const paid = creditViews(cart, totals.total)
  return {
    id: cart.id,
    market: cart.market,
    currency,
    lines: linesOf(cart, totals),
    count: cart.lines.reduce((sum, line) => sum + line.quantity, 0),
    ...(cart.code && { code: cart.code }),
    ...(cart.draft?.giftNote && { giftNote: cart.draft.giftNote }),
    ...(refusal && { codeProblem: refusalView(refusal, currency) }),
    promotions: outcome.applied.map(({ id, name, code, effect, discount }) => ({
      name,
      ...(code && { code }),
      effect,
      discount: money(discount, currency),
      shipping: money(delivery?.paid.find((one) => one.id === id)?.off ?? 0, currency),
    })),
    gifts: giftsOf(cart).map(giftView),
    totals: {
      subtotal: money(totals.subtotal, currency),
      discount: money(totals.discount, currency),
      ...(delivery && { shipping: money(totals.shipping, currency) }),
      tax: money(totals.tax, currency),
      total: money(totals.total, currency),
    },
    ...paid,
    taxes: taxViews(totals.taxes, currency),
    reverseCharge: taxTerms(cart).reverseCharge,
  }
}
