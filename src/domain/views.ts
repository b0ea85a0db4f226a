import { facetNames } from './choice-words.mjs'
import type { DrawView } from './draw'
import type { StyleKind, Surface } from './care'
import type { CreditKind } from './credit'
import type { Currency, Locale, MarketId } from './markets'
import type { Fit } from './review'
import type { FulfilmentStatus, PaymentStatus } from './order-state'
import type { PromotionEffect, PromotionReason, PromotionRefusal } from './promotions/promotion'

/**
 * The shapes that pages, the Store API and mail share. Money is minor units with its currency.
 * Source: DESIGN 5. Types only: no logic lives here.
 */
export interface Money {
  amount: number
  currency: Currency
}

export interface ImageView {
  /** `/media/<id>/<width>.webp` for any width the image route serves; this one is 1600 wide. */
  url: string
  /** The picture's part of its address: the id of its row and the version of its file, which a new file changes. */
  id: string
  alt: string
  width: number
  height: number
}

/** A short film of a product, which plays when it is asked to. */
export interface VideoView {
  url: string
  /** `video/mp4` or `video/webm`. */
  type: string
  poster: ImageView
  /** What is to be seen in it. */
  alt: string
  /** WebVTT in the language of the market; none for a silent one. */
  captions?: string
  /** ISO 8601. */
  uploadedAt: string
  /** How long it lasts, where its file says so. */
  seconds?: number
}

export interface SizeChoice {
  /** EU label as in the facets and addresses: `42`, `42.5`, `42-2-3`. */
  value: string
  label: string
  labels: SizeLabels
  available: boolean
}

/** What a product costs: the lowest of its sizes. */
export interface PriceView {
  price: Money
  /** True when its sizes differ in price. */
  priceFrom: boolean
  /** Where its lowest price is reduced. */
  regularPrice?: Money
  /** The lowest of the 30 days before. */
  lowest30?: Money
}

export interface ColourSibling extends PriceView {
  slug: string
  colour: string
  swatch?: string
  image: ImageView
  soldOut: boolean
}

export type Segment = 'men' | 'women' | 'unisex' | 'kids'

/** The least that names a product: what is shown of it while one types. */
export interface ProductTag extends PriceView {
  id: string
  slug: string
  title: string
  /** The model alone, without its colour. */
  name: string
  brand: string
  colour: string
  image: ImageView
}

export interface ProductCard extends ProductTag {
  /** What kind of shoe, or of thing, it is, in one line. */
  summary?: string
  swatch?: string
  /** What it is, where it is no shoe. */
  kind?: Exclude<StyleKind, 'shoe'>
  /** Whose feet a shoe is for. */
  segment?: Segment
  /** The `id` of its second picture, where it has one. */
  secondImage?: string
  sizes: SizeChoice[]
  /** The other colours of the style. */
  siblings: ColourSibling[]
  badge?: 'new' | 'last-pairs'
  /** ISO 8601: from when it can be bought, as long as that is still to come. */
  launchesAt?: string
  /** Until then one enters a draw; without it whoever comes first has the pair. */
  launchBy?: 'draw'
  /** Of all colours of the style, from approved reviews; none while there are none. */
  rating?: RatingView
}

export interface RatingView {
  /** One to five, to one decimal. */
  average: number
  count: number
}

/** A review that everybody may see. */
export interface ReviewView {
  id: string
  rating: number
  title?: string
  text?: string
  name: string
  locale: Locale
  at: string
  /** By somebody to whom the pair was delivered. */
  isBought: boolean
  fit?: Fit
  footMm?: number
  colour?: string
  /** EU label, and the width, of the pair that was bought. */
  size?: string
  labels?: SizeLabels
  segment?: Segment
  width?: string
  photos: { id: string; url: string; width: number; height: number }[]
  answer?: { text: string; at: string }
}

/** A page of what buyers say, over all colours of a style. */
export interface ReviewsView {
  total: number
  page: number
  limit: number
  average?: number
  /** How many gave one star, two, to five. */
  stars: number[]
  /** From ten voices on: `position` from -1, runs small, to 1, runs large; `returns` of the voices are pairs that went back for their size. */
  fit?: { position: number; count: number; small: number; true: number; large: number; returns: number }
  /** How many there are of the size and fit that were asked for; all of them where none was. */
  found: number
  /** The sizes and fits that there are reviews of, whatever was asked for; a size as in the facets. */
  sizes: { value: string; label: string; labels?: SizeLabels; count: number }[]
  fits: { value: Fit; count: number }[]
  reviews: ReviewView[]
}

/** In what somebody reads sizes. */
export type SizeSystem = 'eu' | 'uk' | 'us' | 'cm'

export interface SizeLabels {
  eu: string
  uk?: string
  usM?: string
  usW?: string
  cm?: string
  footMm?: number
}

export interface VariantView {
  id: string
  sku: string
  /** As printed on the box, where its check digit is right. */
  gtin?: string
  /** With its box, in grams, where somebody has weighed it. */
  weightG?: number
  size: string
  labels: SizeLabels
  width?: string
  price: Money
  /** Without the campaign that reduces it. */
  regularPrice?: Money
  /** The lowest price of the 30 days before the reduction began. */
  lowest30?: Money
  /** When the reduction ends, in ISO 8601. */
  priceUntil?: string
  /** Pairs one may buy now, capped at 10. */
  available: number
}

export type MaterialCode = 'leather' | 'coated-leather' | 'textile' | 'other'

export interface SafetyContact {
  name: string
  street: string
  postalCode: string
  city: string
  country: string
  email?: string
  website?: string
}

export interface ProductView extends ProductCard {
  style: { id: string; slug: string; name: string; fitNote?: string; care?: string }
  description: string
  images: (ImageView & { view: string })[]
  /** Pictures all around it, in their order, evenly apart. */
  turn?: ImageView[]
  video?: VideoView
  variants: VariantView[]
  /** All colours of the style, this one included, in one order for all of their pages. */
  colourSiblings: ColourSibling[]
  materials: { upper: MaterialCode[]; lining: MaterialCode[]; sole: MaterialCode[] }
  /** What the upper is to the hand, where somebody has said it. */
  surface?: Surface
  /** The colour as the facets group it. */
  colourGroup?: string
  attributes: {
    heelHeightMm?: number
    weightG?: number
    closure?: string
    toeShape?: string
    waterResistant?: boolean
    vegan?: boolean
    removableInsole?: boolean
  }
  brandView: {
    slug: string
    name: string
    story?: string
    manufacturer: SafetyContact
    responsible?: SafetyContact
  }
  /** Warnings and safety information: of the style, else of its brand. */
  warnings?: string
  /** From the root to the leaf: for breadcrumbs and the size guide. */
  categories: { path: string; name: string }[]
  /** Pairs that one person may buy of it; none where there is no such limit. */
  perPerson?: number
  /** The draw it is or was launched by. */
  draw?: DrawView
  /** Styles that complete the look, in the order of the shop. */
  completes: { id: string; slug: string; name: string }[]
  seo: { title?: string; description?: string }
}

/** How a shoe is cared for, and with what. */
export interface CareView {
  title: string
  steps: string[]
  /** In stock, in the colour of the shoe where there is one. */
  goods: ProductCard[]
}

export { facetNames }
export type FacetName = (typeof facetNames)[number]

export interface FacetValue {
  value: string
  label: string
  /** For sizes: the same size in every system. */
  labels?: SizeLabels
  count: number
}

/** What a card of a listing stands for. */
export const listedEach = ['model', 'colour'] as const

export interface ListingQuery extends Record<FacetName, string[]> {
  market: MarketId
  /** A card for each model, in one of its colours that pass all filters, or for each colour; what is counted are cards. */
  each: (typeof listedEach)[number]
  category?: string
  q?: string
  minPrice?: number
  maxPrice?: number
  inStock?: boolean
  sort: 'popular' | 'newest' | 'price' | '-price' | 'relevance'
  page: number
  limit: number
}

export interface ListingView {
  total: number
  page: number
  limit: number
  products: ProductCard[]
  facets: Record<FacetName, FacetValue[]>
  /** The lowest and highest price of what the other filters leave; none when they leave nothing. */
  priceRange?: { min: Money; max: Money }
}

export interface CartProblem {
  code: 'sold-out' | 'price-changed' | 'unavailable' | 'not-yet' | 'limit'
  /** Pairs one may buy now, for `sold-out`. */
  available?: number
  /** What the shopper saw before, for `price-changed`. */
  was?: Money
  /** ISO 8601: from when it can be bought, for `not-yet`. */
  startsAt?: string
  /** Pairs that one person may buy, over all sizes and orders, for `limit`. */
  most?: number
}

export interface CartLineView {
  id: string
  variantId: string
  sku: string
  title: string
  colour: string
  /** Empty, as the EU label, for what comes in one size. */
  size: string
  labels: SizeLabels
  /** Whose US size it is. */
  segment?: Segment
  width?: string
  slug: string
  image: ImageView
  quantity: number
  unitPrice: Money
  /** Without the campaign that reduces it. */
  regularPrice?: Money
  /** The lowest price of the 30 days before the reduction began. */
  lowest30?: Money
  discount: Money
  /** Basis points. */
  taxRate: number
  tax: Money
  total: Money
  /** ISO 8601: until when a pair is held for this cart, of a size that somebody has waited for. */
  heldUntil?: string
  problem?: CartProblem
}

/** What is taxed at one rate, in basis points; `base` is without tax. */
export interface TaxView {
  rate: number
  base: Money
  tax: Money
}

export interface TotalsView {
  subtotal: Money
  discount: Money
  shipping?: Money
  tax: Money
  total: Money
}

/** A pair that a promotion adds for nothing. */
export interface CartGiftView extends Omit<
  CartLineView,
  'id' | 'unitPrice' | 'discount' | 'taxRate' | 'tax' | 'total' | 'heldUntil' | 'problem'
> {
  /** The promotion's name. */
  promotion: string
}

/** Why a code does nothing for a cart. */
export interface CodeProblem {
  reason: PromotionReason
  minimum?: Money
  missing?: Money
  minimumPairs?: number
  missingPairs?: number
  startsAt?: string
  /** The promotion that it does not combine with. */
  with?: string
}

export interface PromotionView {
  name: string
  code?: string
  effect: PromotionEffect
  /** Off the goods. */
  discount: Money
  /** Off the delivery, once it is chosen. */
  shipping: Money
}

/** One step on the way to a price: what a rule put on or took off, and what is left. */
export interface ExplainedStep {
  kind: 'price' | 'campaign' | 'shipping' | PromotionEffect
  /** The name of the rule; the price itself has none. */
  rule?: string
  campaignId?: string
  promotionId?: string
  pairs?: number
  unitPrice?: Money
  amount: Money
  left: Money
}

export interface PriceExplanation {
  lines: { lineId: string; steps: ExplainedStep[] }[]
  shipping: ExplainedStep[]
}

/** For staff: also what was considered and did not apply. */
export interface OrderExplanation extends PriceExplanation {
  refused: ({ promotionId: string; name: string; code?: string } & PromotionRefusal)[]
}

/** A gift card or store credit that a cart is to be paid with. */
export interface CartCreditView {
  id: string
  kind: CreditKind
  /** The end of a gift card's code. */
  last4?: string
  /** What it pays of this cart. */
  amount: Money
  /** Why it pays nothing. */
  problem?: 'void' | 'expired' | 'empty'
}

/** What a gift card or store credit pays of an order. */
export interface OrderCreditView {
  kind: CreditKind
  last4?: string
  amount: Money
  /** Of it, what has gone back. */
  refunded: Money
  /** `held`: given back if the rest is never paid. */
  status: 'held' | 'paid' | 'returned'
}

export interface CartView {
  id: string
  market: MarketId
  currency: Currency
  lines: CartLineView[]
  /** Pairs in all lines. */
  count: number
  code?: string
  /** Goes with the pairs, printed. At most 300 characters, lines end with LF. */
  giftNote?: string
  /** The code stays, and does nothing until this is gone. */
  codeProblem?: CodeProblem
  /** Those that apply, in the order in which they do. */
  promotions: PromotionView[]
  gifts: CartGiftView[]
  /** When it is asked for. */
  explanation?: PriceExplanation
  totals: TotalsView
  /** Gift cards in the order in which they were given, then the customer's store credit. */
  credits: CartCreditView[]
  /** What is left to pay in another way. */
  toPay: Money
  /** Goods and delivery by rate, the highest first. */
  taxes: TaxView[]
  /** The buyer owes the tax: prices are without it. */
  reverseCharge: boolean
}

export interface AddressView {
  firstName: string
  lastName: string
  line1: string
  line2?: string
  postalCode: string
  city: string
  region?: string
  country: string
  phone?: string
}

/** Where an order is collected. */
export interface PickupView {
  name: string
  line1: string
  postalCode: string
  city: string
  country: string
  /** When, in the shopper's language. */
  hours?: string
}

export interface ShippingOption {
  id: string
  kind: 'delivery' | 'pickup'
  name: string
  price: Money
  /** What it costs without the promotion that pays for it. */
  regularPrice?: Money
  /** Working days after it has left, and the days it then arrives, `2026-12-01`; for `pickup`, when it is ready. */
  estimate: { minDays: number; maxDays: number; from: string; to: string }
  /** For `pickup`. */
  pickup?: PickupView
}

export interface ShippingChoices {
  options: ShippingOption[]
  /** Why there are none: nobody ships there, or not this bag. */
  reason?: 'shipping.no-destination' | 'shipping.unavailable'
}

/** A way to send a bag, with what all of it comes to by that way. */
export interface WalletOption extends Pick<ShippingOption, 'id' | 'name' | 'price' | 'estimate'> {
  total: Money
  /** After gift cards and store credit. */
  toPay: Money
}

/** What a wallet shows of a bag that goes to a destination. */
export interface WalletQuote extends Pick<ShippingChoices, 'reason'> {
  options: WalletOption[]
}

export interface PaymentMethodView {
  id: string
  name: string
}

export interface OrderLineView {
  id: string
  variantId: string
  sku: string
  title: string
  colour?: string
  size?: string
  /** The size in all systems, as they were when it was sold; orders of before have none. */
  labels?: SizeLabels
  segment?: Segment
  width?: string
  image?: string
  quantity: number
  /** Pairs of these that are a gift. */
  gifts: number
  shipped: number
  unitPrice: Money
  /** Of one, before the campaign that reduced it when it was bought. */
  regularPrice?: Money
  discount: Money
  taxRate: number
  tax: Money
  total: Money
}

/** A line of an order that the bag cannot hold in full once more. */
export interface LeftOutView {
  variantId: string
  title: string
  /** In the system of the order; empty where there is none. */
  size: string
  /** Pairs that were bought. */
  asked: number
  /** Pairs that can be had. */
  there: number
}

export interface TimelineEntry {
  at: string
  /** `placed` `payment-received` `shipped` `cancelled` `expired` ... */
  kind: string
  note?: string
}

export interface OrderView {
  id: string
  number: string
  placedAt: string
  market: MarketId
  locale: Locale
  currency: Currency
  email: string
  /** What the buyer thinks in beside EU sizes. */
  sizeSystem?: SizeSystem
  taxIncluded: boolean
  lines: OrderLineView[]
  code?: string
  giftNote?: string
  promotions: PromotionView[]
  totals: Required<TotalsView>
  /** Goods and delivery by rate, the highest first; with their bases they add up to the total. */
  taxes: TaxView[]
  /** The buyer owes the tax: prices are without it. */
  reverseCharge: boolean
  company?: string
  /** With the letters of its country. */
  vatNumber?: string
  /** It is collected here; `shippingAddress` is then that of the store. */
  pickup?: PickupView
  /** What gift cards and store credit pay, and what is left to pay in another way. */
  credits: OrderCreditView[]
  toPay: Money
  paymentMethod: string
  paymentStatus: PaymentStatus
  fulfilmentStatus: FulfilmentStatus
  shippingName?: string
  shippingAddress: AddressView
  billingAddress: AddressView
  shipments: {
    carrier?: string
    trackingNumber?: string
    shippedAt: string
    lines: { lineId: string; quantity: number }[]
  }[]
  timeline: TimelineEntry[]
  expiresAt?: string
}

/** Who buys, when it is a business. */
export interface BusinessView {
  company?: string
  /** Checked by shape and check digits. */
  vatNumber?: string
}

export interface CheckoutInput extends BusinessView {
  email: string
  /** May be left out when the order is collected in a store; then `billingAddress` may not. */
  shippingAddress?: AddressView
  /** `company` and `vatNumber` may stand here as well. */
  billingAddress?: AddressView & BusinessView
  shippingOption: string
  /** `gift-card` when gift cards and store credit pay all of it. */
  paymentMethod: string
  expectedTotal?: Money
  /** What is left to pay after gift cards and store credit, as the buyer saw it. */
  expectedToPay?: Money
}

export interface CheckoutAnswer {
  order: OrderView
  accessToken: string
  payment: { method: string; status: string; clientSecret?: string }
}
