import { isGtin } from '#domain/gtin'
import type { Market } from '#domain/markets'
import type { SizeLabels, VariantView } from '#domain/views'
import { money } from './cards'
import { sizeLabelsJson } from './size-labels'
import { offers, rowsNamed, sql } from './sql'

/** Shoppers learn that there are enough pairs, not how many. */
const shownAtMost = 10

interface VariantRow {
  id: string
  sku: string
  gtin: string | null
  size: string
  labels: SizeLabels
  width: string | null
  weightG: number | null
  price: number
  regular: number | null
  low: number | null
  until: string | null
  available: number
}

/** The sizes of a product for sale in a market, in the order of the shelf. A brand's own labels win over its scale's. */
export async function getVariants(market: Market, productId: string): Promise<VariantView[]> {
  const rows = await rowsNamed<VariantRow>(
    'variants',
    sql`
    SELECT o.id, o.sku, o.gtin, z.value AS size, w.value AS width, o.price, o.regular, o.low, o.until, o.available,
      own.weight_g::float8 AS "weightG", ${sizeLabelsJson} AS labels
    FROM (${offers(market.currency)} AND v.product_id = ${productId}::uuid) o
    JOIN variants own ON own.id = o.id JOIN products p ON p.id = o.product_id JOIN styles s ON s.id = p.style_id
    JOIN variant_options z ON z.id = o.size_id LEFT JOIN variant_options w ON w.id = o.width_id
    LEFT JOIN brands_size_overrides ov ON ov._parent_id = s.brand_id AND ov.size_id = z.id
    ORDER BY z.rank, z.value, w.rank, o.sku`,
  )
  return rows.map(({ gtin, width, weightG, price, regular, low, until, available, ...row }) => ({
    ...row,
    ...(gtin && isGtin(gtin) ? { gtin } : {}),
    ...(width ? { width } : {}),
    ...(weightG === null ? {} : { weightG }),
    price: money(price, market),
    ...(regular === null ? {} : { regularPrice: money(regular, market) }),
    ...(low === null ? {} : { lowest30: money(low, market) }),
    ...(until === null ? {} : { priceUntil: new Date(until).toISOString() }),
    available: Math.min(available, shownAtMost),
  }))
}
