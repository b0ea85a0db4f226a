import { cartTotals } from '#domain/cart-totals'
import { markets, type Currency } from '#domain/markets'
import { money } from '#domain/money'
import { shippingPaid } from '#domain/promotions/apply'
import type {
  CartGiftView,
  CartLineView,
  CartProblem,
  CartView,
  ImageView,
  ShippingOption,
  SizeLabels,
} from '#domain/views'
import { codeRefusal, discountOf, giftsOf, isOffered, outcomeOf } from './cart-promotions'
import type { StoredCart, StoredLine } from './cart-rows'
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

function problemOf(line: StoredLine, currency: Currency): CartProblem | undefined {
  if (!isOffered(line)) return { code: 'unavailable' }
  if (line.available < line.quantity) return { code: 'sold-out', available: line.available }
  if (line.seenPrice !== null && line.seenPrice !== line.unitPrice)
    return { code: 'price-changed', was: money(line.seenPrice, currency) }
  return undefined
}

const reductionOf = ({ campaign, regularPrice, lowest30 }: StoredLine, currency: Currency) =>
  campaign && regularPrice !== null
    ? {
        regularPrice: money(regularPrice, currency),
        ...(lowest30 !== null && { lowest30: money(lowest30, currency) }),
      }
    : {}

interface LineSums {
  discount: number
  total: number
}

function lineView(line: StoredLine, currency: Currency, { discount, total }: LineSums): CartLineView {
  const problem = problemOf(line, currency)
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
    unitPrice: money(isOffered(line) ? line.unitPrice : 0, currency),
    ...reductionOf(line, currency),
    discount: money(discount, currency),
    total: money(total, currency),
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
    ...(line.width && { width: line.width }),
    slug: line.slug,
    image: imageOf(line),
    quantity,
    promotion: name,
  }
}

/** The totals of what is offered, after promotions; `shippingPrice` is what is left to pay of it, with tax as the goods are. */
export const totalsOf = (cart: StoredCart, shippingPrice?: number) =>
  cartTotals(
    cart.lines.map((line) => ({
      unitPrice: isOffered(line) ? line.unitPrice : 0,
      quantity: line.quantity,
      discount: discountOf(cart, line),
      taxRate: cart.taxRate,
    })),
    {
      taxIncluded: markets[cart.market].taxIncluded,
      ...(shippingPrice !== undefined && { shipping: { price: shippingPrice, taxRate: cart.taxRate } }),
    },
  )

/** A cart as a shopper sees it: recomputed from what is stored, never read from it. */
export function cartView(cart: StoredCart, shipping?: ShippingOption): CartView {
  const { currency } = cart
  const totals = totalsOf(cart, shipping?.price.amount)
  const outcome = outcomeOf(cart)
  const refusal = codeRefusal(cart)
  const { paid } = shippingPaid(outcome.shipping, (shipping?.regularPrice ?? shipping?.price)?.amount ?? 0)
  const none = { discount: 0, total: 0 }
  return {
    id: cart.id,
    market: cart.market,
    currency,
    lines: cart.lines.map((line, index) => lineView(line, currency, totals.lines[index] ?? none)),
    count: cart.lines.reduce((sum, line) => sum + line.quantity, 0),
    ...(cart.code && { code: cart.code }),
    ...(refusal && { codeProblem: refusalView(refusal, currency) }),
    promotions: outcome.applied.map(({ id, name, code, effect, discount }) => ({
      name,
      ...(code && { code }),
      effect,
      discount: money(discount, currency),
      shipping: money(paid.find((one) => one.id === id)?.off ?? 0, currency),
    })),
    gifts: giftsOf(cart).map(giftView),
    totals: {
      subtotal: money(totals.subtotal, currency),
      discount: money(totals.discount, currency),
      ...(shipping && { shipping: shipping.price }),
      tax: money(totals.tax, currency),
      total: money(totals.total, currency),
    },
  }
}
