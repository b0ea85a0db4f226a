import type { PayloadRequest } from 'payload'
import { defaultMarket, marketIds, markets, type Currency, type Market, type MarketId } from '#domain/markets'
import type { CheckoutDraft } from '#domain/checkout'
import { priceLine, type Priced, type UnpricedRow } from './cart-prices'
import { databaseNow, runningCampaignsSql } from './campaign-rows'
import { promotionsSql, type StoredPromotion } from './promotion-rows'
import type { Segment } from '#domain/views'
import { cartTokenHash } from './cart-token'
import { regularPriceSql } from './regular-price'
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
  available: number
  sku: string
  title: string
  slug: string
  colour: string | null
  segment: Segment | null
  weightG: number | null
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

export interface StoredCart {
  /** The instant of the database at which it was read, in ms. */
  now: number
  id: string
  market: MarketId
  currency: Currency
  status: 'open' | 'bought' | 'merged'
  code: string | null
  draft: CheckoutDraft | null
  /** Where the tax is worked out for, and its basis points. */
  country: string
  taxRate: number
  lines: StoredLine[]
  /** Who buys, if it is known, and the groups they are in. */
  customerId: string | null
  groups: string[]
  /** Those that apply by themselves just now, and the one that the code names. */
  promotions: StoredPromotion<StoredLine>[]
}

interface UnpricedLine extends Omit<StoredLine, keyof Priced>, UnpricedRow {
  lowestFor: number | null
}

/** As SQL reads it: regular prices and the campaigns that cover them. */
export interface CartRow extends Omit<StoredCart, 'lines' | 'promotions'> {
  lines: UnpricedLine[]
  promotions: StoredPromotion<UnpricedLine>[]
}

const perMarket = (of: (market: Market) => string): string =>
  `CASE c.market ${marketIds.map((id) => `WHEN '${id}' THEN '${of(markets[id])}'`).join(' ')} ELSE '${of(markets[defaultMarket])}' END`

export const forSaleSql = `(p._status = 'published' AND p.deleted_at IS NULL AND v.deleted_at IS NULL)`
export const defaultLocationSql = '(SELECT id FROM locations WHERE is_default LIMIT 1)'

const translated = (table: string, column: string, parent: string): string =>
  `(SELECT ${column} FROM ${table} WHERE _parent_id = ${parent} AND _locale::text IN (here.locale, 'en') AND ${column} IS NOT NULL
    ORDER BY (_locale::text = here.locale) DESC LIMIT 1)`

/** What a variant is now, as JSON; `l` says how many of it. */
const lineSql = (from: string, where: string): string => `(SELECT coalesce(json_agg(json_build_object(
    'id', l.id, 'variantId', v.id, 'productId', p.id, 'quantity', l.quantity, 'seenPrice', l.seen_price,
    'regularPrice', ${regularPriceSql('c.currency')}, 'campaigns', ${runningCampaignsSql}, 'lowest30', reduced.lowest30,
    'lowestFor', reduced.price, 'forSale', ${forSaleSql}, 'available', greatest(coalesce(s.on_hand - s.reserved, 0), 0),
    'sku', v.sku, 'title', coalesce(p.title, v.sku), 'slug', p.slug, 'weightG', v.weight_g, 'brandId', style.brand_id,
    'categoryIds', (SELECT coalesce(json_agg(r.categories_id), '[]'::json) FROM styles_rels r WHERE r.parent_id = style.id AND r.path = 'categories'),
    'colour', ${translated('products_locales', 'colour', 'p.id')},
    'segment', style.segment,
    'size', CASE WHEN o.id IS NOT NULL THEN json_build_object('label', o.label, 'eu', coalesce(ov.eu, o.eu), 'uk', coalesce(ov.uk, o.uk),
      'usM', coalesce(ov.us_m, o.us_m), 'usW', coalesce(ov.us_w, o.us_w), 'cm', coalesce(ov.cm, o.cm), 'footMm', o.foot_mm) END,
    'width', w.label,
    'image', CASE WHEN m.id IS NOT NULL THEN json_build_object('id', m.id,
      'version', to_hex((extract(epoch FROM m.updated_at) * 1000)::bigint), 'width', m.width, 'height', m.height,
      'alt', ${translated('media_locales', 'alt', 'm.id')}) END
  ) ORDER BY l._order, l.id), '[]'::json)
  FROM ${from} l JOIN variants v ON v.id = l.variant_id JOIN products p ON p.id = v.product_id
  LEFT JOIN styles style ON style.id = p.style_id
  LEFT JOIN variant_options o ON o.id = v.size_id LEFT JOIN brands_size_overrides ov ON ov._parent_id = style.brand_id AND ov.size_id = o.id
  LEFT JOIN variant_options w ON w.id = v.width_id
  LEFT JOIN stock_levels s ON s.variant_id = v.id AND s.location_id = ${defaultLocationSql}
  LEFT JOIN reduced_prices reduced ON reduced.variant_id = v.id AND reduced.currency = c.currency
  LEFT JOIN LATERAL (SELECT image_id FROM products_pictures WHERE _parent_id = p.id ORDER BY _order LIMIT 1) picture ON true
  LEFT JOIN media m ON m.id = picture.image_id
  WHERE ${where})`

const lines = lineSql('carts_lines', 'l._parent_id = c.id')
/** The gift of a promotion `pr`, as the line it would be. */
const giftSql = `CASE WHEN pr.gift_id IS NOT NULL THEN ${lineSql(
  `(SELECT pr.id::text AS id, pr.gift_id AS variant_id, pr.gift_quantity AS quantity, NULL::numeric AS seen_price, 1 AS _order)`,
  'p.deleted_at IS NULL AND v.deleted_at IS NULL',
)} -> 0 END`

/** The rate of a region goes before that of its country; a country without a rate is an export, without tax. */
const taxRate = `coalesce((SELECT t.basis_points FROM tax_rates t
  WHERE t.country = here.country AND coalesce(t.region, '') IN ('', coalesce($3, '')) AND t.tax_class = 'standard' AND t.valid_from <= now()
  ORDER BY coalesce(t.region, '') DESC, t.valid_from DESC LIMIT 1), 0)::float8`

/**
 * The text that reads one cart by the hash of its token: $1 hash, $2 country or null, $3 region or null, $4 the customer
 * who buys and $5 the e-mail address, or null for those the cart knows.
 */
export const cartSelect = (
  more = '',
): string => `SELECT ${databaseNow} AS now, c.id, c.market, c.currency, c.status, c.code, c.draft,
  here.country, ${taxRate} AS "taxRate", ${lines} AS lines, here.customer AS "customerId",
  (SELECT coalesce(json_agg(g.customer_groups_id), '[]'::json) FROM customers_rels g WHERE g.parent_id = here.customer AND g.path = 'groups') AS groups,
  ${promotionsSql(giftSql)} AS promotions ${more}
  FROM carts c CROSS JOIN LATERAL (SELECT ${perMarket((market) => market.locale)} AS locale,
    coalesce($2, nullif(c.draft #>> '{shippingAddress,country}', ''), ${perMarket((market) => market.countries[0] ?? '')}) AS country,
    coalesce($4::uuid, c.customer_id) AS customer,
    molini_email_key(coalesce($5, nullif(c.draft ->> 'email', ''))) AS email_key) here
  WHERE c.secret_hash = $1`

/** Works out what every line and gift costs at the instant it was read. */
export function priceCart<Row extends CartRow>({ lines, promotions, ...cart }: Row) {
  const priced = (line: UnpricedLine): StoredLine => priceLine(line, cart.currency, cart.now)
  return {
    ...cart,
    lines: lines.map(priced),
    promotions: promotions.map((one) => ({ ...one, gift: one.gift && priced(one.gift) })),
  }
}

const readStatement: Statement = { name: 'cart-read', text: cartSelect() }

/** The cart that a token names, with prices, stock and promotions as they are now. */
export async function readStoredCart(
  runner: Transaction | PayloadRequest,
  token: string,
): Promise<StoredCart | undefined> {
  const values = [cartTokenHash(token), null, null, null, null]
  const [cart] = await run<CartRow>(runner, readStatement, values)
  return cart && priceCart(cart)
}
