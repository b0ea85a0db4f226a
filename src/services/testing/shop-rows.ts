import { randomBytes } from 'node:crypto'
import { sql } from '@payloadcms/db-postgres'
import type { PayloadRequest } from 'payload'
import type { AddressView, CheckoutInput } from '#domain/views'
import { rowsOf } from '../transaction'

export interface TestProduct {
  id: string
  slug: string
  /** In the order of the stock asked for. */
  variants: { id: string; sku: string }[]
}

const idOf = async (req: PayloadRequest, query: ReturnType<typeof sql>): Promise<string> => {
  const [row] = await rowsOf<{ id: string }>(req, query)
  if (!row) throw new Error('A test row was not written')
  return row.id
}

/** The ground all tests share: where stock is, how it is sent and taxed. Written once. */
async function ground(req: PayloadRequest): Promise<void> {
  await rowsOf(
    req,
    sql`WITH place AS (
        INSERT INTO locations (name, code, is_default) SELECT 'Warehouse', 'main', true WHERE NOT EXISTS (SELECT 1 FROM locations WHERE is_default)
        ON CONFLICT DO NOTHING),
      zone AS (INSERT INTO shipping_zones (name, code) VALUES ('Europe', 'europe') ON CONFLICT (code) DO NOTHING RETURNING id),
      countries AS (
        INSERT INTO shipping_zones_texts ("order", parent_id, path, text)
        SELECT 1, zone.id, 'countries', c FROM zone, unnest(ARRAY['IT', 'DE', 'AT', 'GB', 'US']) c),
      methods AS (
        INSERT INTO shipping_methods (code, kind, zone_id, min_days, max_days, "order", active)
        SELECT m.code, 'delivery', zone.id, 2, 4, m.place, true FROM zone, (VALUES ('standard', 1), ('express', 2)) m (code, place) RETURNING id, code),
      names AS (INSERT INTO shipping_methods_locales (_parent_id, _locale, name) SELECT id, 'en', initcap(code) FROM methods),
      rates AS (
        INSERT INTO shipping_methods_rates (_order, _parent_id, id, currency, price, free_from)
        SELECT 1, id, substr(md5(id::text || c), 1, 24), c, CASE code WHEN 'standard' THEN 590 ELSE 1190 END, CASE code WHEN 'standard' THEN 15000 END
        FROM methods, unnest(ARRAY['EUR', 'GBP', 'USD']) c)
      INSERT INTO tax_rates (name, country, region, tax_class, basis_points, valid_from)
      SELECT 'VAT', t.country, t.region, 'standard', t.points, '2020-01-01'
      FROM (VALUES ('IT', NULL, 2200), ('DE', NULL, 1900), ('AT', NULL, 2000), ('GB', NULL, 2000), ('US', NULL, 0), ('US', 'NY', 888)) t (country, region, points)
      ON CONFLICT DO NOTHING`,
  )
}

interface Wanted {
  /** Pairs of each size. */
  stock: readonly number[]
  /** Minor units, the same figure in every currency. */
  price?: number
  status?: 'draft' | 'published'
}

/** A product of its own with a size for each figure of `stock`. */
export async function makeProduct(
  req: PayloadRequest,
  { stock, price = 12_900, status = 'published' }: Wanted,
): Promise<TestProduct> {
  await ground(req)
  const mark = randomBytes(6).toString('hex')
  const slug = `shoe-${mark}`
  const scale = await idOf(
    req,
    sql`INSERT INTO variant_types (label, name, kind) VALUES ('EU', ${`scale-${mark}`}, 'size') RETURNING id`,
  )
  const id = await idOf(
    req,
    sql`INSERT INTO products (title, slug, _status, price_in_e_u_r_enabled, price_in_e_u_r, price_in_g_b_p_enabled, price_in_g_b_p,
        price_in_u_s_d_enabled, price_in_u_s_d)
      VALUES (${`Shoe ${mark}`}, ${slug}, ${status}, true, ${price}, true, ${price}, true, ${price}) RETURNING id`,
  )
  await rowsOf(
    req,
    sql`INSERT INTO products_locales (_parent_id, _locale, colour) VALUES (${id}, 'en', 'Black'), (${id}, 'it', 'Nero')`,
  )
  const variants: TestProduct['variants'] = []
  for (const [index, pairs] of stock.entries())
    variants.push(await makeVariant(req, { id, scale, mark, index, pairs }))
  return { id, slug, variants }
}

async function makeVariant(
  req: PayloadRequest,
  {
    id,
    scale,
    mark,
    index,
    pairs,
  }: { id: string; scale: string; mark: string; index: number; pairs: number },
): Promise<TestProduct['variants'][number]> {
  const sku = `T-${mark.toUpperCase()}-${index}`
  const size = await idOf(
    req,
    sql`INSERT INTO variant_options (variant_type_id, label, value, eu, foot_mm, rank)
      VALUES (${scale}, ${String(36 + index)}, ${String(36 + index)}, ${String(36 + index)}, ${230 + index * 7}, ${index}) RETURNING id`,
  )
  const variant = await idOf(
    req,
    sql`INSERT INTO variants (title, product_id, sku, size_id, weight_g) VALUES (${sku}, ${id}, ${sku}, ${size}, 900) RETURNING id`,
  )
  if (pairs > 0)
    await rowsOf(
      req,
      sql`INSERT INTO stock_movements (variant_id, location_id, quantity, kind, reason)
        SELECT ${variant}, id, ${pairs}, 'delivery', 'test' FROM locations WHERE is_default`,
    )
  return { id: variant, sku }
}

/** A checkout that is in order; change what the test is about. */
export const checkoutOf = (
  changes: Partial<CheckoutInput> = {},
): CheckoutInput & { shippingAddress: AddressView } => ({
  email: 'ada@example.com',
  shippingAddress: {
    firstName: 'Ada',
    lastName: 'Rossi',
    line1: 'Via Roma 1',
    postalCode: '20121',
    city: 'Milano',
    country: 'IT',
  },
  shippingOption: 'standard',
  paymentMethod: 'manual',
  ...changes,
})
