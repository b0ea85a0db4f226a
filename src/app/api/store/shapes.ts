import { z } from 'zod'
import { surfaces } from '#domain/care'
import { ownSegments, ownWidths } from '#domain/foot-size'
import { returnReasons, returnResolutions, returnStatuses } from '#domain/return-state'
import { fits, reviewStatuses } from '#domain/review'
import { creditKinds } from '#domain/credit'
import { currencies, locales, marketIds } from '#domain/markets'
import { fulfilmentStatuses, paymentStatuses } from '#domain/order-state'
import { promotionEffects, promotionReasons } from '#domain/promotions/promotion'
import { sizeSystems } from '#domain/size-systems'
import type {
  CartView,
  CheckoutAnswer,
  LeftOutView,
  ListingView,
  OrderView,
  ProductView,
  ShippingChoices,
  ShippingOption,
  WalletQuote,
} from '#domain/views'
import type { AddressSuggestion } from '#domain/address-suggestion'
import type { SuggestView } from '#domain/content-views'
import type { DrawPlaces } from '#queries/draw-places'
import type { DrawView } from '#domain/draw'
import type { OwnAlert } from '#services/own-alerts'
import type { OwnEntry } from '#services/own-entries'
import { address, money } from './schemas'

/** What the Store API answers. Every shape is held against the view type that the answer really has. */
type Of<View> = z.ZodType<View>

const draw = z.object({
  fingerprint: z.string().describe('SHA-256 of the seed, in hex.'),
  closesAt: z.iso.datetime().describe('Until when entries count.'),
  holdHours: z.int(),
  drawnAt: z.iso.datetime().optional().describe('Once it has been made, as are the next two.'),
  seed: z
    .string()
    .optional()
    .describe('Entries are sorted by HMAC-SHA256 of their id under its characters, the lowest in hex first.'),
  entries: z.int().optional(),
}) satisfies Of<DrawView>

export const drawPlaces = z.object({
  draw,
  total: z.int(),
  page: z.int(),
  limit: z.int(),
  places: z.array(z.object({ place: z.int(), entryId: z.string() })),
}) satisfies Of<DrawPlaces>

const image = z.object({
  url: z.string(),
  id: z.string(),
  alt: z.string(),
  width: z.number(),
  height: z.number(),
})
const sizeLabels = z.object({
  eu: z.string(),
  uk: z.string().optional(),
  usM: z.string().optional(),
  usW: z.string().optional(),
  cm: z.string().optional(),
  footMm: z.number().optional(),
})
const priced = {
  price: money,
  priceFrom: z.boolean(),
  regularPrice: money.optional(),
  lowest30: money.optional(),
}
const sibling = z.object({
  slug: z.string(),
  colour: z.string(),
  swatch: z.string().optional(),
  ...priced,
  image,
  soldOut: z.boolean(),
})
const marketId = z.enum(marketIds)
const segment = z.enum(['men', 'women', 'unisex', 'kids'])

const tag = z.object({
  id: z.string(),
  slug: z.string(),
  title: z.string(),
  name: z.string().describe('The model, without its colour.'),
  brand: z.string(),
  colour: z.string(),
  ...priced,
  image,
})

export const card = tag.extend({
  summary: z.string().optional(),
  swatch: z.string().optional(),
  kind: z
    .literal('care')
    .optional()
    .describe('What it is, where it is no shoe: it comes in the one size `one-size`.'),
  segment: segment.optional().describe('Of every shoe, and of nothing else.'),
  secondImage: z
    .string()
    .optional()
    .describe('Its second picture: `/media/<secondImage>/<width>.webp`, as with `image.id`.'),
  sizes: z.array(
    z.object({ value: z.string(), label: z.string(), labels: sizeLabels, available: z.boolean() }),
  ),
  siblings: z.array(sibling),
  badge: z.enum(['new', 'last-pairs']).optional(),
  launchesAt: z.iso
    .datetime()
    .optional()
    .describe('From when it can be bought; until then no size is available.'),
  launchBy: z.literal('draw').optional().describe('Until then one enters a draw for it.'),
  rating: z
    .object({ average: z.number().min(1).max(5), count: z.int() })
    .optional()
    .describe('Of all colours, from approved reviews.'),
})

export const reviews = z.object({
  total: z.int(),
  page: z.int(),
  limit: z.int(),
  average: z.number().optional(),
  stars: z.array(z.int()).length(5).describe('How many gave one star, two, to five.'),
  fit: z
    .object({
      position: z.number().min(-1).max(1).describe('From -1, runs small, to 1, runs large.'),
      ...{ count: z.int(), small: z.int(), true: z.int(), large: z.int(), returns: z.int() },
    })
    .optional(),
  found: z.int().describe('How many there are of the size and fit that were asked for.'),
  sizes: z.array(
    z.object({ value: z.string(), label: z.string(), labels: sizeLabels.optional(), count: z.int() }),
  ),
  fits: z.array(z.object({ value: z.enum(fits), count: z.int() })),
  reviews: z.array(
    z.object({
      id: z.string(),
      rating: z.int(),
      title: z.string().optional(),
      text: z.string().optional(),
      name: z.string(),
      locale: z.enum(locales),
      at: z.string(),
      isBought: z.boolean(),
      fit: z.enum(fits).optional(),
      footMm: z.number().optional(),
      colour: z.string().optional(),
      size: z.string().optional(),
      labels: sizeLabels.optional(),
      segment: segment.optional(),
      width: z.string().optional(),
      photos: z.array(z.object({ id: z.string(), url: z.string(), width: z.number(), height: z.number() })),
      answer: z.object({ text: z.string(), at: z.string() }).optional(),
    }),
  ),
})
export const reviewablePair = z.object({
  productId: z.string(),
  slug: z.string(),
  title: z.string(),
  colour: z.string().optional(),
  size: z.string().optional(),
  labels: sizeLabels.optional(),
  segment: segment.optional(),
  image: z.string().optional(),
  status: z.enum(reviewStatuses).optional().describe('Of the review, once there is one.'),
  rating: z.int().optional(),
  reason: z.string().optional().describe('Why it is not shown.'),
})
export const writtenReview = z.object({ id: z.string(), status: z.enum(reviewStatuses) })

const facet = z.array(
  z.object({ value: z.string(), label: z.string(), labels: sizeLabels.optional(), count: z.int() }),
)
export const beside = z.object({
  look: z.array(card),
  related: z.array(card),
  care: z
    .object({ title: z.string(), steps: z.array(z.string()), goods: z.array(card) })
    .optional()
    .describe('Of a shoe that a care plan is for; `goods` are in its colour where there is one.'),
})

export const listing = z.object({
  total: z.int(),
  page: z.int(),
  limit: z.int(),
  products: z.array(card),
  facets: z.object({
    size: facet,
    width: facet,
    colour: facet,
    brand: facet,
    segment: facet,
    material: facet,
    closure: facet,
    heel: facet,
    feature: facet,
    offer: facet,
  }),
  priceRange: z.object({ min: money, max: money }).optional(),
}) satisfies Of<ListingView>

const materials = z.array(z.enum(['leather', 'coated-leather', 'textile', 'other']))
const contact = z.object({
  name: z.string(),
  street: z.string(),
  postalCode: z.string(),
  city: z.string(),
  country: z.string(),
  email: z.string().optional(),
  website: z.string().optional(),
})
const seo = z.object({ title: z.string().optional(), description: z.string().optional() })

export const product = card.extend({
  style: z.object({
    id: z.string(),
    slug: z.string(),
    name: z.string(),
    fitNote: z.string().optional(),
    care: z.string().optional(),
  }),
  description: z.string(),
  images: z.array(image.extend({ view: z.string() })),
  turn: z.array(image).optional(),
  video: z
    .object({
      url: z.string(),
      type: z.string(),
      poster: image,
      alt: z.string(),
      captions: z.string().optional(),
      uploadedAt: z.string(),
      seconds: z.number().optional(),
    })
    .optional(),
  variants: z.array(
    z.object({
      id: z.string(),
      sku: z.string(),
      gtin: z.string().optional(),
      weightG: z.number().optional().describe('With its box, where somebody has weighed it.'),
      size: z.string(),
      labels: sizeLabels,
      width: z.string().optional(),
      price: money,
      regularPrice: money.optional(),
      lowest30: money.optional(),
      priceUntil: z.string().optional(),
      available: z.int().max(10),
    }),
  ),
  colourSiblings: z.array(sibling),
  materials: z.object({ upper: materials, lining: materials, sole: materials }),
  surface: z.enum(surfaces).optional().describe('What the upper is to the hand: how it is cared for.'),
  colourGroup: z.string().optional().describe('The colour as the facets group it.'),
  attributes: z.object({
    heelHeightMm: z.number().optional(),
    weightG: z.number().optional(),
    closure: z.string().optional(),
    toeShape: z.string().optional(),
    waterResistant: z.boolean().optional(),
    vegan: z.boolean().optional(),
    removableInsole: z.boolean().optional(),
  }),
  brandView: z.object({
    slug: z.string(),
    name: z.string(),
    story: z.string().optional(),
    manufacturer: contact,
    responsible: contact.optional(),
  }),
  warnings: z
    .string()
    .optional()
    .describe('Warnings and safety information (Regulation (EU) 2023/988): of the style, else of its brand.'),
  categories: z.array(z.object({ path: z.string(), name: z.string() })),
  perPerson: z
    .int()
    .optional()
    .describe('Pairs that one person may buy since the launch, over all sizes and orders.'),
  draw: draw.optional(),
  completes: z.array(z.object({ id: z.string(), slug: z.string(), name: z.string() })),
  seo,
}) satisfies Of<ProductView>

const crumb = z.object({ path: z.string(), name: z.string() })
export const suggestions = z.object({
  products: z.array(tag),
  categories: z.array(crumb),
  brands: z.array(z.object({ slug: z.string(), name: z.string() })),
  queries: z.array(z.string()),
}) satisfies Of<SuggestView>

export const addressSuggestion = z.object({
  line1: z.string(),
  postalCode: z.string().optional(),
  city: z.string().optional(),
  region: z.string().optional(),
  country: z.string(),
}) satisfies Of<AddressSuggestion>

const taxRate = z.int().describe('Basis points: 2200 is 22 %.')
const taxes = z
  .array(z.object({ rate: taxRate, base: money, tax: money }))
  .describe('Goods and delivery by rate, the highest first; bases are without tax.')
const reverseCharge = z.boolean().describe('The buyer owes the tax: prices are without it.')

const totals = z.object({
  subtotal: money,
  discount: money,
  shipping: money.optional(),
  tax: money,
  total: money,
})

const promotionView = z.object({
  name: z.string(),
  code: z.string().optional(),
  effect: z.enum(promotionEffects),
  discount: money,
  shipping: money,
})
const signedMoney = money.extend({ amount: z.int() })
const step = z.object({
  kind: z.enum(['price', 'campaign', 'shipping', ...promotionEffects]),
  rule: z.string().optional(),
  campaignId: z.string().optional(),
  promotionId: z.string().optional(),
  pairs: z.int().optional(),
  unitPrice: money.optional(),
  amount: signedMoney.describe('What this step puts on, or takes off when negative.'),
  left: money,
})

export const cart = z.object({
  id: z.string(),
  market: marketId,
  currency: z.enum(currencies),
  lines: z.array(
    z.object({
      id: z.string(),
      variantId: z.string(),
      sku: z.string(),
      title: z.string(),
      colour: z.string(),
      size: z.string(),
      labels: sizeLabels,
      segment: segment.optional(),
      width: z.string().optional(),
      slug: z.string(),
      image,
      quantity: z.int(),
      unitPrice: money,
      regularPrice: money.optional(),
      lowest30: money.optional(),
      discount: money,
      taxRate,
      tax: money,
      total: money,
      heldUntil: z.iso.datetime().optional(),
      problem: z
        .object({
          code: z.enum(['sold-out', 'price-changed', 'unavailable', 'not-yet', 'limit']),
          available: z.int().optional(),
          was: money.optional(),
          startsAt: z.iso.datetime().optional(),
          most: z.int().optional(),
        })
        .optional(),
    }),
  ),
  count: z.int(),
  code: z.string().optional(),
  codeProblem: z
    .object({
      reason: z.enum(promotionReasons),
      minimum: money.optional(),
      missing: money.optional(),
      minimumPairs: z.int().optional(),
      missingPairs: z.int().optional(),
      startsAt: z.string().optional(),
      with: z.string().optional(),
    })
    .optional()
    .describe('Why the code does nothing just now.'),
  promotions: z.array(promotionView),
  gifts: z.array(
    z.object({
      variantId: z.string(),
      sku: z.string(),
      title: z.string(),
      colour: z.string(),
      size: z.string(),
      labels: sizeLabels,
      segment: segment.optional(),
      width: z.string().optional(),
      slug: z.string(),
      image,
      quantity: z.int(),
      promotion: z.string(),
    }),
  ),
  explanation: z
    .object({
      lines: z.array(z.object({ lineId: z.string(), steps: z.array(step) })),
      shipping: z.array(step),
    })
    .optional()
    .describe('With `explain=1`.'),
  totals,
  credits: z
    .array(
      z.object({
        id: z.string(),
        kind: z.enum(creditKinds),
        last4: z.string().optional().describe('The end of a gift card’s code.'),
        amount: money.describe('What it pays of this cart.'),
        problem: z.enum(['void', 'expired', 'empty']).optional(),
      }),
    )
    .describe('Gift cards, and the store credit of the customer.'),
  giftNote: z.string().optional(),
  toPay: money.describe('The total less what they pay.'),
  taxes,
  reverseCharge,
}) satisfies Of<CartView>

const pickup = z.object({
  name: z.string(),
  line1: z.string(),
  postalCode: z.string(),
  city: z.string(),
  country: z.string(),
  hours: z.string().optional(),
})
const day = z.string().describe('2026-12-01, in the shop’s zone.')

export const shippingOption = z.object({
  id: z.string(),
  kind: z.enum(['delivery', 'pickup']),
  name: z.string(),
  price: money,
  regularPrice: money.optional().describe('Without the promotion that pays for it.'),
  estimate: z.object({ minDays: z.number(), maxDays: z.number(), from: day, to: day }),
  pickup: pickup.optional(),
}) satisfies Of<ShippingOption>

export const shippingChoices = z.object({
  options: z.array(shippingOption),
  reason: z
    .enum(['shipping.no-destination', 'shipping.unavailable'])
    .optional()
    .describe('Why there are none: nobody ships there, or not what is in the cart.'),
}) satisfies Of<ShippingChoices>

export const walletQuote = z.object({
  options: z.array(
    shippingOption.pick({ id: true, name: true, price: true, estimate: true }).extend({
      total: money,
      toPay: money.describe('After gift cards and store credit.'),
    }),
  ),
  reason: shippingChoices.shape.reason,
}) satisfies Of<WalletQuote>

export const order = z.object({
  id: z.string(),
  number: z.string(),
  placedAt: z.string(),
  market: marketId,
  locale: z.enum(locales),
  currency: z.enum(currencies),
  email: z.string(),
  sizeSystem: z
    .enum(sizeSystems)
    .optional()
    .describe('What the buyer reads sizes in, beside the EU ones; left out for these.'),
  taxIncluded: z.boolean(),
  lines: z.array(
    z.object({
      id: z.string(),
      variantId: z.string(),
      sku: z.string(),
      title: z.string(),
      colour: z.string().optional(),
      size: z.string().optional(),
      labels: sizeLabels.optional().describe('The size in all systems, as they were when it was sold.'),
      segment: segment.optional(),
      width: z.string().optional(),
      image: z.string().optional(),
      quantity: z.int(),
      gifts: z.int().describe('Pairs of these that are a gift.'),
      shipped: z.int(),
      unitPrice: money,
      regularPrice: money.optional().describe('Of one, before the campaign that reduced it.'),
      discount: money,
      taxRate,
      tax: money,
      total: money,
    }),
  ),
  code: z.string().optional(),
  giftNote: z.string().optional(),
  promotions: z.array(promotionView),
  totals: totals.required(),
  taxes,
  reverseCharge,
  company: z.string().optional(),
  vatNumber: z.string().optional(),
  pickup: pickup.optional(),
  credits: z.array(
    z.object({
      kind: z.enum(creditKinds),
      last4: z.string().optional(),
      amount: money,
      refunded: money,
      status: z.enum(['held', 'paid', 'returned']),
    }),
  ),
  toPay: money.describe('What is left to pay in another way.'),
  paymentMethod: z.string(),
  paymentStatus: z.enum(paymentStatuses),
  fulfilmentStatus: z.enum(fulfilmentStatuses),
  shippingName: z.string().optional(),
  shippingAddress: address,
  billingAddress: address,
  shipments: z.array(
    z.object({
      carrier: z.string().optional(),
      trackingNumber: z.string().optional(),
      shippedAt: z.string(),
      lines: z.array(z.object({ lineId: z.string(), quantity: z.int() })),
    }),
  ),
  timeline: z.array(z.object({ at: z.string(), kind: z.string(), note: z.string().optional() })),
  expiresAt: z.string().optional(),
}) satisfies Of<OrderView>

export const ownAlert = z.object({
  id: z.string(),
  productId: z.string(),
  slug: z.string(),
  variantId: z.string(),
  size: z.string().nullable(),
  labels: sizeLabels.optional(),
  segment: segment.optional(),
  since: z.iso.datetime(),
  held: z.object({ until: z.iso.datetime(), token: z.string() }).optional(),
}) satisfies Of<OwnAlert>

export const ownEntry = z.object({
  id: z.string(),
  state: z.enum(['asked', 'confirmed']),
  productId: z.string(),
  slug: z.string(),
  title: z.string(),
  variantId: z.string(),
  size: z.string().nullable(),
  labels: sizeLabels.optional(),
  segment: segment.optional(),
  at: z.iso.datetime(),
}) satisfies Of<OwnEntry>

export const leftOut = z.object({
  variantId: z.string(),
  title: z.string(),
  size: z.string(),
  asked: z.int(),
  there: z.int(),
}) satisfies Of<LeftOutView>

export const checkoutAnswer = z.object({
  order,
  accessToken: z.string(),
  payment: z.object({ method: z.string(), status: z.string(), clientSecret: z.string().optional() }),
}) satisfies Of<CheckoutAnswer>
export const payAnswer = checkoutAnswer.omit({ accessToken: true })

export const customer = z.object({
  id: z.string(),
  email: z.string(),
  firstName: z.string().optional(),
  lastName: z.string().optional(),
  market: marketId,
  mySize: z.string().optional(),
  sizeSystem: z.enum(sizeSystems).optional(),
})
export const savedAddress = address.extend({ id: z.string(), isDefault: z.boolean() })
export const session = z.object({
  id: z.string(),
  device: z.string().describe('Such as `Firefox, Windows`; empty when the browser did not say.'),
  firstSeen: z.iso.datetime(),
  lastSeen: z.iso.datetime().describe('To within ten minutes.'),
  isThis: z.boolean(),
})
const ownWidth = z.enum(ownWidths).optional()
const ownFoot = z.object({ footMm: z.int(), width: ownWidth })
export const ownSize = z.object({
  segment: z.enum(ownSegments),
  footMm: z.int(),
  width: ownWidth,
  labels: sizeLabels.optional().describe('The size that fits; left out where the shop has none.'),
})
export const child = z.object({
  id: z.string(),
  name: z.string(),
  footMm: z.int(),
  measuredOn: z.iso.date(),
  labels: sizeLabels
    .optional()
    .describe('The smallest size with room to grow; left out where the shop has none.'),
  roomMm: z.int().optional().describe('Millimetres between toes and the end of the shoe in that size.'),
  measureAgain: z.boolean().describe('The measurement is older than three months.'),
})
export const passkey = z.object({
  id: z.string(),
  name: z.string(),
  isSynced: z.boolean().describe('Kept by a service of its owner, and so on several devices.'),
  createdAt: z.iso.datetime(),
  lastUsedAt: z.iso.datetime().optional(),
})
export const me = z.object({
  customer: customer.optional(),
  cart: z.object({ count: z.int() }),
  mySize: z.string().optional(),
  sizes: z
    .object({
      women: ownFoot.optional(),
      men: ownFoot.optional(),
      kids: z.object({ leastMm: z.int() }).optional(),
    })
    .optional()
    .describe(
      'What is chosen beforehand on a shoe of the segment, as length of foot; `kids` for an only child.',
    ),
  wishlist: z.object({ count: z.int(), slugs: z.array(z.string()) }),
})
/** RFC 9457. */
export const problem = z.looseObject({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  code: z.string(),
  detail: z.string().optional(),
})

export const paper = z.object({
  kind: z.enum(['invoice', 'credit-note', 'return-label']),
  number: z.string(),
  issuedAt: z.string(),
  total: money.optional(),
})

export const orderReturn = z.object({
  id: z.string(),
  number: z.string(),
  status: z.enum(returnStatuses),
  resolution: z.enum(returnResolutions),
  origin: z.string(),
  at: z.string(),
  refusal: z.string().optional(),
  exchange: z.string().optional(),
  lines: z.array(
    z.object({
      lineId: z.string(),
      quantity: z.int(),
      reason: z.enum(returnReasons),
      size: z.string().optional().describe('The EU size wanted instead.'),
      labels: sizeLabels.optional(),
      segment: segment.optional(),
      restocked: z.int(),
      writtenOff: z.int(),
    }),
  ),
})

export const returnableLine = z.object({
  lineId: z.string(),
  left: z.int(),
  sizes: z.array(
    z.object({
      variantId: z.string(),
      label: z.string().describe('The EU size.'),
      labels: sizeLabels.optional(),
      segment: segment.optional(),
      width: z.string().optional(),
      available: z.int(),
    }),
  ),
})

export const requestedReturn = z.object({
  id: z.string(),
  number: z.string(),
  exchange: z.object({ orderId: z.string(), number: z.string() }).optional(),
})

export const statedWithdrawal = z.object({
  number: z.string(),
  statedAt: z.string(),
  deadline: z.string().optional(),
  isLate: z.boolean(),
  outcome: z.enum(['cancelled', 'reduced', 'return', 'desk']),
  returnNumber: z.string().optional(),
})

export const wishlist = z.object({
  count: z.int(),
  slugs: z.array(z.string()),
  products: z.array(card).describe('Those for sale in the market, the newest first.'),
  shareUrl: z.string().optional().describe('By which others may look, while it is shared.'),
})
export const shortWishlist = wishlist.pick({ count: true, slugs: true })
