import type { PayloadRequest } from 'payload'
import { oneSize } from '#domain/care'
import type { CreditKind, CreditStatus, Usable } from '#domain/credit'
import type { Currency, Market, MarketId } from '#domain/markets'
import type { CheckoutDraft } from '#domain/checkout'
import { priceLine, type Priced, type UnpricedRow } from './cart-prices'
import { databaseNow, runningCampaignsSql } from './campaign-rows'
import { isOpenSql, promotionsSql, type StoredPromotion } from './promotion-rows'
import type { Segment } from '#domain/views'
import type { Destination } from '#domain/tax-regions'
import type { TaxRateRow } from '#domain/tax-rates'
import { cartTokenHash } from './cart-token'
import { creditStatusSql } from './credit-rows'
import { boughtSql, launchesAtSql } from './launch-rows'
import { perMarketSql } from './market-sql'
import { regularPriceSql } from './regular-price'
import { translatedSql } from './translated'
import { zonesSql, type StoredZones } from './shipping-rows'
import { run, type Statement } from './statement'
import type { Transaction } from './transaction'

/** A cart line with what its variant is now. Prices in minor units; null when it is not for sale here. */
export interface StoredLine extends Priced {
  id: string
  variantId: string
  productId: string
  brandId: string | null
  categoryIds: string[]
  quantity: number
  seenPrice: number | null
  regularPrice: number | null
  /** The lowest price of the 30 days before the reduction. */
  lowest30: number | null
  forSale: boolean
  /** From when it can be bought, as long as that is still to come. */
  launchesAt: string | null
  /** Pairs of the product, over all its sizes, that one person may buy, and those the customer has bought. */
  perPerson: number | null
  bought: number | null
  /** Pairs this cart may buy: those free for everybody, and those held for it. */
  available: number
  /** ISO 8601: until when a pair of it is held for this cart. */
  heldUntil: string | null
  sku: string
  title: string
  slug: string
  colour: string | null
  segment: Segment | null
  weightG: number | null
  taxClass: string
  size: {
    label: string
    eu: string | null
    uk: string | null
    usM: string | null
    usW: string | null
    cm: string | null
    footMm: number | null
  } | null
  width: string | null
  image: {
    id: string
    version: string
    alt: string | null
    width: number | null
    height: number | null
  } | null
}

/** A gift card or store credit that a cart is to be paid with. Minor units. */
export interface StoredCredit extends Usable {
  kind: CreditKind
  status: CreditStatus
  last4: string | null
}

export interface StoredCart {
  /** The instant of the database at which it was read, in ms. */
  now: number
  id: string
  market: MarketId
  currency: Currency
  status: 'open' | 'bought' | 'merged'
  code: string | null
  draft: CheckoutDraft | null
  country: string
  /** The rates of that country, of the shop's own and of its stores. */
  rates: StoredRate[]
  shop: ShopClock
  lines: StoredLine[]
  /** Who buys, if it is known, and the groups they are in. */
  customerId: string | null
  groups: string[]
  /** Those that apply by themselves just now, and the one that the code names. */
  promotions: StoredPromotion<StoredLine>[]
  /** The gift cards it has been given, in that order, and then the customer's store credit if it is to be used; null for none. */
  credits: StoredCredit[] | null
}

interface UnpricedLine extends Omit<StoredLine, keyof Priced>, UnpricedRow {
  lowestFor: number | null
  /** The promotion whose gift it is. */
  giftOf: string | null
}

/** As SQL reads it: regular prices and the campaigns that cover them, gifts among the lines. */
export interface CartRow extends Omit<StoredCart, 'lines' | 'promotions'> {
  lines: UnpricedLine[]
  promotions: Omit<StoredPromotion<StoredLine>, 'gift'>[]
}

/** A tax rate as SQL reads it. */
export type StoredRate = Omit<TaxRateRow, 'from'> & { validFrom: string }

/** Where the shop is at home, and what time it is there. */
export interface ShopClock {
  home: string
  timezone: string
  /** `14:00` */
  cutOff: string
  /** Working days to make a parcel ready. */
  handling: number
}

/** A stored cart and what decides about its tax and its delivery. */
export interface SaleCart extends StoredCart {
  to: Destination
  vatNumber?: string
}

const perMarket = (of: (market: Market) => string): string => perMarketSql('c.market', of)

export const forSaleSql = `(p._status = 'published' AND p.deleted_at IS NULL AND v.deleted_at IS NULL)`
export const defaultLocationSql = '(SELECT id FROM locations WHERE is_default LIMIT 1)'

/** The lines of the cart, and the gift of each promotion that may concern it as the line it would be. */
const wantedSql = `(SELECT b.id, b.variant_id, b.quantity, b.seen_price, b._order, NULL::uuid AS gift_of FROM carts_lines b WHERE b._parent_id = c.id
  UNION ALL SELECT pr.id::text, pr.gift_id, pr.gift_quantity, NULL, 0, pr.id FROM promotions pr
  WHERE pr.gift_id IS NOT NULL AND (${isOpenSql} OR EXISTS (SELECT FROM promotion_codes k WHERE k.promotion_id = pr.id AND k.code = c.code)))`

/** `mine`: how many pairs of the variant `v` with the level `s` are held for a cart, and until when. */
export const heldForCartSql = (
  cart: string,
): string => `LEFT JOIN LATERAL (SELECT count(*) AS pairs, min(h.expires_at) AS until FROM reservations h
    WHERE h.cart_id = ${cart} AND h.variant_id = v.id AND h.location_id = s.location_id AND h.alert_id IS NOT NULL AND h.expires_at > now()) mine ON true`

/** What each variant that is wanted is now, as JSON. */
const lines = `(SELECT coalesce(json_agg(json_build_object(
    'id', l.id, 'giftOf', l.gift_of, 'variantId', v.id, 'productId', p.id, 'quantity', l.quantity, 'seenPrice', l.seen_price,
    'regularPrice', ${regularPriceSql('c.currency')}, 'campaigns', ${runningCampaignsSql('here.customer')}, 'lowest30', reduced.lowest30,
    'lowestFor', reduced.price, 'forSale', ${forSaleSql}, 'available', CASE WHEN ${launchesAtSql} IS NULL THEN greatest(coalesce(s.on_hand - s.reserved, 0), 0) + mine.pairs ELSE 0 END, 'heldUntil', mine.until,
    'launchesAt', ${launchesAtSql}, 'perPerson', p.per_person, 'bought', CASE WHEN p.per_person IS NOT NULL THEN ${boughtSql('p', 'here.customer')} END,
    'sku', v.sku, 'title', coalesce(p.title, v.sku), 'slug', p.slug, 'weightG', v.weight_g, 'brandId', style.brand_id,
    'taxClass', coalesce(nullif(p.tax_class, ''), nullif(style.tax_class, ''), 'standard'),
    'categoryIds', (SELECT coalesce(json_agg(r.categories_id), '[]'::json) FROM styles_rels r WHERE r.parent_id = style.id AND r.path = 'categories'),
    'colour', ${translatedSql('products_locales', 'colour', 'p.id', 'here.locale')},
    'segment', style.segment,
    'size', CASE WHEN o.value <> '${oneSize}' THEN json_build_object('label', o.label, 'eu', coalesce(ov.eu, o.eu), 'uk', coalesce(ov.uk, o.uk),
      'usM', coalesce(ov.us_m, o.us_m), 'usW', coalesce(ov.us_w, o.us_w), 'cm', coalesce(ov.cm, o.cm), 'footMm', o.foot_mm) END,
    'width', w.label,
    'image', CASE WHEN m.id IS NOT NULL THEN json_build_object('id', m.id,
      'version', to_hex((extract(epoch FROM m.updated_at) * 1000)::bigint), 'width', m.width, 'height', m.height,
      'alt', ${translatedSql('media_locales', 'alt', 'm.id', 'here.locale')}) END
  ) ORDER BY l._order, l.id), '[]'::json)
  FROM ${wantedSql} l JOIN variants v ON v.id = l.variant_id JOIN products p ON p.id = v.product_id
  LEFT JOIN styles style ON style.id = p.style_id
  LEFT JOIN variant_options o ON o.id = v.size_id LEFT JOIN brands_size_overrides ov ON ov._parent_id = style.brand_id AND ov.size_id = o.id
  LEFT JOIN variant_options w ON w.id = v.width_id
  LEFT JOIN stock_levels s ON s.variant_id = v.id AND s.location_id = ${defaultLocationSql}
  ${heldForCartSql('c.id')}
  LEFT JOIN reduced_prices reduced ON reduced.variant_id = v.id AND reduced.currency = c.currency
  LEFT JOIN LATERAL (SELECT image_id FROM products_pictures WHERE _parent_id = p.id ORDER BY _order LIMIT 1) picture ON true
  LEFT JOIN media m ON m.id = picture.image_id
  WHERE l.gift_of IS NULL OR (p.deleted_at IS NULL AND v.deleted_at IS NULL))`

export const ratesSql = `(SELECT coalesce(json_agg(json_build_object('country', t.country, 'region', t.region, 'taxClass', t.tax_class,
    'basisPoints', t.basis_points, 'validFrom', t.valid_from)), '[]'::json) FROM tax_rates t
  WHERE t.country IN (here.country, shop.home) OR t.country IN (SELECT country FROM locations))`

/** The shop's own; those of a shop that has none yet are the collection's defaults. */
export const shopClockSql = `(SELECT coalesce(max(delivery_country), 'IT') AS home, coalesce(max(delivery_cut_off), '14:00') AS "cutOff",
    coalesce(max(timezone), 'Europe/Rome') AS timezone, coalesce(max(delivery_handling_days), 0)::int AS handling FROM shop_settings)`

const creditsSql = `(SELECT coalesce(json_agg(json_build_object('id', k.id, 'kind', k.kind, 'last4', k.last4, 'balance', k.balance,
    'status', ${creditStatusSql}) ORDER BY g.place), '[]'::json)
  FROM (SELECT given.id::uuid AS id, given.place FROM jsonb_array_elements_text(c.credits -> 'cards') WITH ORDINALITY given (id, place)
    UNION ALL SELECT own.id, 1000 FROM credits own
      WHERE c.credits ->> 'store' = 'true' AND own.customer_id = here.customer AND own.currency = c.currency) g
  JOIN credits k ON k.id = g.id)`

/**
 * The text that reads one cart by the hash of its token: $1 hash, $2 country or null for that of the draft, $3 the customer
 * who buys and $4 the e-mail address, or null for those the cart knows. `customer` may say that only who is signed in counts.
 */
export const cartSelect = (
  more: string,
  customer = 'coalesce($3::uuid, c.customer_id)',
): string => `SELECT ${databaseNow} AS now, c.id, c.market, c.currency, c.status, c.code, c.draft, here.country, to_json(shop) AS shop,
  ${ratesSql} AS rates, ${lines} AS lines, here.customer AS "customerId",
  (SELECT coalesce(json_agg(g.customer_groups_id), '[]'::json) FROM customers_rels g WHERE g.parent_id = here.customer AND g.path = 'groups') AS groups,
  ${promotionsSql} AS promotions, CASE WHEN c.credits IS NOT NULL THEN ${creditsSql} END AS credits, ${more}
  FROM carts c CROSS JOIN ${shopClockSql} shop CROSS JOIN LATERAL (SELECT ${perMarket((market) => market.locale)} AS locale,
    coalesce($2, nullif(c.draft #>> '{shippingAddress,country}', ''), ${perMarket((market) => market.countries[0] ?? '')}) AS country,
    ${customer} AS customer,
    molini_email_key(coalesce($4, nullif(c.draft ->> 'email', ''))) AS email_key) here
  WHERE c.secret_hash = $1`

/** Works out what every line and gift costs at the instant it was read. */
export function priceCart<Row extends CartRow>({ lines, promotions, ...cart }: Row) {
  const all = lines.map(({ giftOf, ...line }) => ({ giftOf, line: priceLine(line, cart.currency, cart.now) }))
  return {
    ...cart,
    lines: all.filter(({ giftOf }) => giftOf === null).map(({ line }): StoredLine => line),
    promotions: promotions.map((one) => ({
      ...one,
      gift: all.find(({ giftOf }) => giftOf === one.id)?.line ?? null,
    })),
  }
}

export const zonesOfCartSql = zonesSql({
  country: 'here.country',
  currency: 'c.currency',
  locale: 'here.locale',
})
/** Without the ways of delivery, a quarter of the work, which most bags have no use for yet. */
const readStatement: Statement = { name: 'cart-read', text: cartSelect('NULL::json AS zones') }
const readWithWays: Statement = {
  name: 'cart-read-with-ways',
  text: cartSelect(`${zonesOfCartSql} AS zones`),
}

export type CartWithZones = SaleCart & { zones: StoredZones }

/** As far as the shopper has said where it goes. */
export function asDrafted<Cart extends StoredCart>(cart: Cart): Cart & SaleCart {
  const { shippingAddress, vatNumber } = cart.draft ?? {}
  const isThere = shippingAddress?.country === cart.country
  const { postalCode, region } = isThere ? shippingAddress : {}
  return { ...cart, to: { country: cart.country, postalCode, region }, ...(vatNumber && { vatNumber }) }
}

type Runner = Transaction | PayloadRequest

async function readBy(
  statement: Statement,
  runner: Runner,
  [token, country]: [token: string, country?: string],
): Promise<CartWithZones | undefined> {
  const values = [cartTokenHash(token), country ?? null, null, null]
  const [cart] = await run<CartRow & { zones: StoredZones | null }>(runner, statement, values)
  return cart && asDrafted({ ...priceCart(cart), zones: cart.zones ?? { zones: [], methods: [] } })
}

/** As `readStoredCart`, with all ways to get it where it has been said to go, or else to the first country of its market. */
export const readCartWithWays = (
  runner: Runner,
  token: string,
  country?: string,
): Promise<CartWithZones | undefined> => readBy(readWithWays, runner, [token, country])

/**
 * The cart that a token names, with prices, stock, promotions and the delivery it has chosen as they are now; with `country` all
 * ways to get it there.
 */
export async function readStoredCart(
  runner: Runner,
  token: string,
  country?: string,
): Promise<CartWithZones | undefined> {
  if (country !== undefined) return readCartWithWays(runner, token, country)
  const cart = await readBy(readStatement, runner, [token])
  return cart?.draft?.shippingOption ? readCartWithWays(runner, token) : cart
}
