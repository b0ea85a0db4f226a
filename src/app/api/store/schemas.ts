import { z } from 'zod'
import { isEmail, isPrintable, unprintable } from '#domain/address'
import { mostTyped } from '#domain/address-suggestion'
import { maxPerLine } from '#domain/cart-limits'
import { childNameLength, footLimits, ownWidths, saidIn } from '#domain/foot-size'
import { currencies, locales, marketIds } from '#domain/markets'
import { returnReasons } from '#domain/return-state'
import { fits, reviewLimits } from '#domain/review'
import { sizeSystems } from '#domain/size-systems'

/** What the Store API takes. `GET /api/store/openapi.json` is made from these. Unknown keys are ignored. */
export const text = (longest: number) => z.string().max(longest).refine(isPrintable, unprintable)
const filled = (longest: number) =>
  text(longest).refine((value) => value.trim() !== '', 'This field is required.')

export const email = z.string().trim().max(254).refine(isEmail, 'An e-mail address is required.')
export const market = z.enum(marketIds as [string, ...string[]])
const password = z.string().max(1024)
const quantity = z.int(`A whole number from 1 to ${maxPerLine}.`).min(1).max(maxPerLine)

export const money = z.object({
  amount: z.int().min(0).describe('Minor units: 12900 is 129.00.'),
  currency: z.enum(currencies),
})

export const address = z.object({
  firstName: filled(120),
  lastName: filled(120),
  line1: filled(120),
  line2: text(120).optional(),
  postalCode: filled(20),
  city: filled(120),
  region: text(120).optional(),
  country: z.string().regex(/^[A-Z]{2}$/, 'Two capital letters, as in ISO 3166-1.'),
  phone: text(40).optional(),
})

export const addressQuestion = z.object({
  text: text(mostTyped).describe('What was typed so far; three characters at least mean something.'),
  country: z.string().regex(/^[A-Z]{2}$/, 'Two capital letters, as in ISO 3166-1.'),
})

export const walletPlace = z.object({
  country: z.string().regex(/^[A-Z]{2}$/, 'Two capital letters, as in ISO 3166-1.'),
  postalCode: text(20).optional().describe('As much of it as the wallet tells.'),
  region: text(120).optional(),
})

export const newCart = z.object({ market: market.optional() })
export const newLine = z.object({ variantId: filled(64), quantity: quantity.default(1) })
export const lineChange = z.object({ quantity })
export const code = z.object({ code: filled(64) })

export const giftNote = z.object({
  giftNote: z.string().max(2_000).describe('At most 300 characters, lines as they are; blank takes it away.'),
})

const business = {
  company: text(120).optional(),
  vatNumber: text(40)
    .optional()
    .describe('With the letters of its country, EL for Greece. Checked by shape and check digits.'),
}

export const checkout = z.object({
  email,
  shippingAddress: address
    .optional()
    .describe('May be left out for an option of kind pickup; then billingAddress is required.'),
  billingAddress: address.extend(business).optional(),
  ...business,
  shippingOption: filled(100),
  paymentMethod: filled(100).describe('`gift-card` when gift cards and store credit pay all of it.'),
  expectedTotal: money.optional(),
  expectedToPay: money.optional().describe('The `toPay` that the buyer saw.'),
})

const someLines = z.array(z.object({ lineId: filled(40), quantity })).max(50)
export const newStockAlert = z.object({
  variantId: z.uuid(),
  email: z.email().max(254),
  market: market.optional(),
})

export const newDrawEntry = z.object({
  variantId: z.uuid(),
  email,
  market: market.optional(),
})

const entryToken = z.string().min(1).max(100)
export const entryConfirmation = z.object({
  entryId: z.uuid(),
  variantId: z.uuid(),
  token: entryToken.describe('From the mail that asks.'),
})
export const entryKey = z.object({
  entryId: z.uuid(),
  token: entryToken.describe('From the mail that says that one is in.'),
})

export const holdKey = z.object({
  alertId: z.uuid(),
  token: z
    .string()
    .min(1)
    .max(100)
    .describe('From the mail that tells of the pair, or from `GET /me/stock-alerts`.'),
})

export const newReview = z.object({
  product: filled(120).describe('The slug of a shoe of the order.'),
  rating: z.int().min(1).max(5),
  title: text(reviewLimits.title).optional(),
  text: z.string().max(reviewLimits.text).optional(),
  name: filled(reviewLimits.name).describe('As it is shown.'),
  fit: z.enum(fits).optional().describe('`small`: it runs small.'),
  footMm: z.int().min(reviewLimits.foot.least).max(reviewLimits.foot.most).optional(),
  locale: z.enum(locales).optional().describe('The language it is written in; left out: that of the order.'),
})

export const newReturn = z.object({
  lines: z
    .array(
      z.object({
        lineId: filled(40),
        quantity,
        reason: z.enum(returnReasons).exclude(['withdrawal']),
        exchangeVariantId: z.uuid().describe('The size wanted instead of money.').optional(),
      }),
    )
    .min(1)
    .max(50),
  note: text(500).optional(),
})
export const newWithdrawal = z.object({
  name: filled(200),
  email,
  lines: someLines.describe('Left out: the whole order.').optional(),
})

export const registration = z.object({
  email,
  password,
  firstName: text(120).optional(),
  lastName: text(120).optional(),
  market: market.optional(),
})
export const credentials = z.object({ email: z.string().max(254), password })
export const resetRequest = z.object({ email })
export const resetConfirmation = z.object({ token: filled(128), password })
export const signInLinkRequest = z.object({ email })
/** Of a mailed link. */
export const mailedToken = z.object({ token: filled(128) })
export const emailChange = z.object({ email, password: z.string().max(1024).optional() })
export const factorCode = z.object({ code: filled(20) })
export const ownPassword = z.object({ password: z.string().max(1024).optional() })
export const erasureRequest = z.object({ password: z.string().max(1024).optional() })
export const customerChange = z.object({
  firstName: text(120).optional(),
  lastName: text(120).optional(),
  mySize: z
    .string()
    .regex(/^([a-z0-9][a-z0-9.-]{0,11})?$/, 'A size as in the facets, such as 42.5.')
    .optional(),
  sizeSystem: z.enum(sizeSystems).optional().describe('What sizes are read in, beside the EU ones.'),
})
export const savedAddress = address.extend({ isDefault: z.boolean().optional() })

export const ownSize = z.object({
  size: filled(12).describe('As it is printed in a shoe, such as `42.5` or `8`; or the length of the foot.'),
  system: z.enum(saidIn).describe('`mm` and `cm` are the length of the foot.'),
  width: z.enum(ownWidths).optional(),
})

/** Somewhere on earth it is tomorrow already. */
const latestDay = (): string => new Date(Date.now() + 14 * 3_600_000).toISOString().slice(0, 10)

export const childFoot = z.object({
  name: z
    .string()
    .trim()
    .min(1)
    .max(childNameLength)
    .refine(isPrintable, unprintable)
    .describe('A name, or what the family calls the child.'),
  footMm: z.int().min(footLimits.child.least).max(footLimits.child.most),
  measuredOn: z.iso
    .date({ abort: true })
    .refine((day) => day >= '2000-01-01' && day <= latestDay(), 'A day that has been.')
    .describe('A day, not in the future.'),
})

const base64url = (longest: number) =>
  z
    .string()
    .max(longest)
    .regex(/^[\w-]+$/, 'Base64url is required.')
const credential = {
  id: base64url(1_400),
  rawId: base64url(1_400),
  type: z.literal('public-key'),
  clientExtensionResults: z.object({}).default({}),
}

/** What a browser answers when it has made a passkey; WebAuthn's `RegistrationResponseJSON`. */
export const newPasskey = z.object({
  credential: z.object({
    ...credential,
    response: z.object({
      clientDataJSON: base64url(8_000),
      attestationObject: base64url(30_000),
      transports: z
        .array(z.string().regex(/^[a-z-]{1,20}$/))
        .max(10)
        .optional(),
    }),
  }),
  name: text(60).optional().describe('Left out: what the browser calls itself.'),
})

/** What a browser answers when a passkey has signed; WebAuthn's `AuthenticationResponseJSON`. */
export const passkeyAnswer = z.object({
  credential: z.object({
    ...credential,
    response: z.object({
      clientDataJSON: base64url(8_000),
      authenticatorData: base64url(8_000),
      signature: base64url(8_000),
      userHandle: base64url(128).optional(),
    }),
  }),
  isSecondStep: z
    .boolean()
    .optional()
    .describe('The passkey is the second step of the sign-in that was begun.'),
})
export const passkeyQuestion = passkeyAnswer.pick({ isSecondStep: true }).extend({
  isAutofill: z
    .boolean()
    .optional()
    .describe('Asked by a page, for what the browser may offer in a field: limited apart from real tries.'),
})
export const passkeyName = z.object({ name: filled(60) })
