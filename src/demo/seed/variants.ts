import { sql } from '@payloadcms/db-postgres'
import { oneSize } from '#domain/care'
import { rowsOf } from '#services/transaction'
import { widthScale } from '../catalogue/size-scales'
import { styles } from '../catalogue/styles'
import { careGoods } from '../catalogue/goods'
import { goodSku, gtinOf, variantsOf } from '../catalogue/stock'
import type { Colourway, Style, WidthValue } from '../catalogue/types'
import { idOf, type Seeding } from './documents'
import { widthScaleName, type Sizes } from './sizes'

interface VariantRow {
  readonly sku: string
  readonly gtin: string
  readonly title: string
  readonly product: string
  readonly size: string
  readonly width: string | null
  /** Of the pair, in grams. */
  readonly weight: number
  readonly pairs: number
}

const widthName = (width: WidthValue): string =>
  widthScale.points.find(({ value }) => value === width)?.name.en ?? width

const labelOf = (size: string): string => size.replace(/-(\d)-3$/, ' $1/3')

/** The title is what Payload's commerce plugin makes of product and options. */
const rowsFor = (style: Style, colourway: Colourway, product: string, { points }: Sizes): VariantRow[] =>
  variantsOf(style, colourway).map(({ sku, gtin, size, width, onHand }) => ({
    sku,
    gtin,
    title: [`${style.name} ${colourway.colour.en}`, labelOf(size), ...(width ? [widthName(width)] : [])].join(
      ' — ',
    ),
    product,
    size: idOf(points, `${style.sizeScale}/${size}`, 'size'),
    width: width ? idOf(points, `${widthScaleName}/${width}`, 'width') : null,
    weight: style.attributes.weightG * 2,
    pairs: onHand,
  }))

/** What comes in one size, once in each colour. */
const goodRows = (products: ReadonlyMap<string, string>, { points }: Sizes): VariantRow[] =>
  careGoods.flatMap((good) =>
    good.colourways.map(({ slug, colour, onHand }) => {
      const sku = goodSku({ slug, brand: good.brand })
      return {
        ...{ sku, gtin: gtinOf(sku), width: null, pairs: onHand, weight: good.weightG },
        title: `${good.name} ${colour.en} — One size`,
        product: idOf(products, slug, 'product'),
        size: idOf(points, `${oneSize}/${oneSize}`, 'size'),
      }
    }),
  )

/** Adds the variants whose SKU is not there, their options in the order size, width. Returns the new SKUs. */
async function insertVariants({ tx }: Seeding, rows: readonly VariantRow[]): Promise<string[]> {
  const made = await rowsOf<{ sku: string }>(
    tx,
    sql`
      WITH given AS (
        SELECT * FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
          AS r(sku text, gtin text, title text, product uuid, size uuid, width uuid, weight numeric)
      ), made AS (
        INSERT INTO variants (sku, gtin, title, product_id, size_id, width_id, weight_g)
        SELECT sku, gtin, title, product, size, width, weight FROM given
        ON CONFLICT DO NOTHING
        RETURNING id, sku, size_id, width_id
      ), options AS (
        INSERT INTO variants_rels ("order", parent_id, path, variant_options_id)
        SELECT o.place, made.id, 'options', o.id
        FROM made CROSS JOIN LATERAL (VALUES (1, size_id), (2, width_id)) AS o(place, id)
        WHERE o.id IS NOT NULL
      )
      SELECT sku FROM made`,
  )
  return made.map(({ sku }) => sku)
}

/** Opens the books of new variants: a level of nothing, then one delivery, which the ledger's trigger applies. */
async function openStock({ tx }: Seeding, location: string, rows: readonly VariantRow[]): Promise<void> {
  const given = sql`
    SELECT v.id AS variant, r.pairs
    FROM jsonb_to_recordset(${JSON.stringify(rows.map(({ sku, pairs }) => ({ sku, pairs })))}::jsonb)
      AS r(sku text, pairs numeric)
    JOIN variants v USING (sku)`
  await rowsOf(
    tx,
    sql`INSERT INTO stock_levels (variant_id, location_id) SELECT variant, ${location}::uuid FROM (${given}) AS given`,
  )
  await rowsOf(
    tx,
    sql`
      INSERT INTO stock_movements (variant_id, location_id, quantity, kind, reason, actor, document)
      SELECT variant, ${location}::uuid, pairs, 'delivery', 'Opening stock', 'Demo shop', 'demo-opening'
      FROM (${given}) AS given WHERE pairs > 0`,
  )
}

/** Every size of every colourway that is not there yet, with its pairs. Returns how many were new. */
export async function seedVariants(
  seeding: Seeding,
  { products, sizes, location }: { products: ReadonlyMap<string, string>; sizes: Sizes; location: string },
): Promise<number> {
  const shoes = styles.flatMap((style) =>
    style.colourways.flatMap((colourway) =>
      rowsFor(style, colourway, idOf(products, colourway.slug, 'product'), sizes),
    ),
  )
  const rows = [...shoes, ...goodRows(products, sizes)]
  const fresh = new Set(await insertVariants(seeding, rows))
  if (fresh.size > 0)
    await openStock(
      seeding,
      location,
      rows.filter(({ sku }) => fresh.has(sku)),
    )
  return fresh.size
}
