import { sql } from '@payloadcms/db-postgres'
import type { PayloadRequest } from 'payload'
import { DomainError } from '#domain/errors'
import type { Currency } from '#domain/markets'
import { planRun, skuPatternRefusal, type PlannedSize, type RunOption } from '#domain/size-run'
import { actorOf } from './actor'
import { recordAudit } from './audit'
import { once } from './once'
import { dropProduct } from './stale-products'
import { inTransaction, rowsOf, type Transaction } from './transaction'

export interface AddSizes {
  productId: string
  /** Size points of the style's scale. */
  sizes: readonly string[]
  /** Points of a width scale; none for a shoe of one width. */
  widths: readonly string[]
  /** `BRERA-COGNAC-{size}`. */
  skuPattern: string
  /** A price of their own, in minor units; without one the price of the product counts. */
  prices: Partial<Record<Currency, number>>
  /** Pairs of each that are on the shelf already. */
  stock: number
  key?: string
}

export interface AddedSize {
  id: string
  sku: string
  size: string
}

const refuse = (path: string, message: string): never => {
  throw new DomainError('validation.failed', { errors: [{ path, message }] })
}

interface Ground {
  title: string | null
  scale: string | null
  options: (RunOption & { kind: string; scale: string; rank: number })[] | null
  taken: { size: string; width: string | null }[] | null
}

/** The product, locked, with the options asked for and the sizes it has. */
async function readGround(tx: Transaction, { productId, sizes, widths }: AddSizes): Promise<Ground> {
  const [ground] = await rowsOf<Ground>(
    tx,
    sql`
    SELECT p.title, s.size_scale_id AS scale,
      (SELECT json_agg(json_build_object('id', o.id, 'value', o.value, 'label', o.label, 'kind', t.kind, 'scale', t.id, 'rank', o.rank))
        FROM variant_options o JOIN variant_types t ON t.id = o.variant_type_id
        WHERE o.id = ANY (${sql.param([...sizes, ...widths])}::uuid[]) AND o.deleted_at IS NULL) AS options,
      (SELECT json_agg(json_build_object('size', v.size_id, 'width', v.width_id)) FROM variants v
        WHERE v.product_id = p.id AND v.deleted_at IS NULL) AS taken
    FROM products p LEFT JOIN styles s ON s.id = p.style_id
    WHERE p.id = (CASE WHEN pg_input_is_valid(${productId}, 'uuid') THEN ${productId} END)::uuid AND p.deleted_at IS NULL FOR UPDATE OF p`,
  )
  if (!ground) throw new DomainError('product.not-found')
  return ground
}

function plan(call: AddSizes, { scale, options, taken }: Ground): PlannedSize[] {
  const wrongPattern = skuPatternRefusal(call.skuPattern)
  if (wrongPattern) return refuse('skuPattern', wrongPattern)
  if (!scale) return refuse('sizes', 'Choose the style first: its size scale says which sizes there are.')
  const known = (options ?? []).toSorted((a, b) => a.rank - b.rank)
  const sizes = known.filter(
    ({ id, kind, scale: of }) => call.sizes.includes(id) && kind === 'size' && of === scale,
  )
  const widths = known.filter(({ id, kind }) => call.widths.includes(id) && kind === 'width')
  if (sizes.length !== new Set(call.sizes).size)
    return refuse('sizes', 'Choose sizes of the scale of its style.')
  if (widths.length !== new Set(call.widths).size) return refuse('widths', 'Choose widths of a width scale.')
  const run = planRun(call.skuPattern, sizes, widths)
  const has = new Set((taken ?? []).map(({ size, width }) => `${size} ${width ?? ''}`))
  const twice = run.filter(({ size, width }) => has.has(`${size.id} ${width?.id ?? ''}`))
  if (twice.length > 0)
    return refuse('sizes', `There already: ${twice.map(({ size }) => size.label).join(', ')}.`)
  return run
}

const priced = (prices: AddSizes['prices'], currency: Currency) =>
  sql`${prices[currency] !== undefined}, ${prices[currency] ?? null}::numeric`

/** Variants with their options, in one statement; fewer come back than were asked for when a SKU is taken. */
async function insert(
  tx: Transaction,
  call: AddSizes,
  run: PlannedSize[],
  title: string,
): Promise<AddedSize[]> {
  const rows = run.map(({ sku, size, width }) => ({
    sku,
    size: size.id,
    width: width?.id ?? null,
    label: size.label,
    // As the commerce plugin names a variant that is made one by one.
    title: [title, size.label, ...(width ? [width.label] : [])].join(' — '),
  }))
  return rowsOf<AddedSize>(
    tx,
    sql`
    WITH given AS (
      SELECT * FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS r(sku text, title text, size uuid, width uuid, label text)),
    made AS (
      INSERT INTO variants (sku, title, product_id, size_id, width_id, price_in_e_u_r_enabled, price_in_e_u_r,
        price_in_g_b_p_enabled, price_in_g_b_p, price_in_u_s_d_enabled, price_in_u_s_d)
      SELECT sku, title, ${call.productId}::uuid, size, width, ${priced(call.prices, 'EUR')}, ${priced(call.prices, 'GBP')}, ${priced(call.prices, 'USD')}
      FROM given ON CONFLICT (sku) DO NOTHING RETURNING id, sku, size_id, width_id),
    options AS (
      INSERT INTO variants_rels ("order", parent_id, path, variant_options_id)
      SELECT o.place, made.id, 'options', o.id FROM made CROSS JOIN LATERAL (VALUES (1, size_id), (2, width_id)) AS o(place, id)
      WHERE o.id IS NOT NULL)
    SELECT made.id, made.sku, given.label AS size FROM made JOIN given USING (sku)`,
  )
}

async function refuseTaken(tx: Transaction, run: PlannedSize[], made: AddedSize[]): Promise<void> {
  const fresh = new Set(made.map(({ sku }) => sku))
  const taken = run.map(({ sku }) => sku).filter((sku) => !fresh.has(sku))
  if (taken.length === 0) return
  const [first = '', ...more] = taken
  const others = more.length > 0 ? ` and ${more.length} more` : ''
  refuse('skuPattern', `${first}${others} was used before. A SKU is never used twice: change the pattern.`)
}

/** What the form of a single variant needs to offer these sizes again: the product lists the scales it uses. */
const listScales = (productId: string, optionIds: string[]) => {
  const types = sql`SELECT DISTINCT variant_type_id AS type FROM variant_options WHERE id = ANY (${sql.param(optionIds)}::uuid[])`
  return sql`
    WITH types AS (${types}),
    main AS (
      INSERT INTO products_rels ("order", parent_id, path, variant_types_id)
      SELECT 1, ${productId}::uuid, 'variantTypes', type FROM types WHERE NOT EXISTS (SELECT 1 FROM products_rels r
        WHERE r.parent_id = ${productId}::uuid AND r.path = 'variantTypes' AND r.variant_types_id = types.type)),
    newest AS (SELECT id FROM _products_v WHERE parent_id = ${productId}::uuid AND latest LIMIT 1)
    INSERT INTO _products_v_rels ("order", parent_id, path, variant_types_id)
    SELECT 1, newest.id, 'version.variantTypes', type FROM types, newest WHERE NOT EXISTS (SELECT 1 FROM _products_v_rels r
      WHERE r.parent_id = newest.id AND r.path = 'version.variantTypes' AND r.variant_types_id = types.type)`
}

const openStock = (made: AddedSize[], stock: number, actor: string) => sql`
  INSERT INTO stock_movements (variant_id, location_id, quantity, kind, reason, actor)
  SELECT v.id, l.id, ${stock}, 'delivery', 'Opening stock', ${actor} FROM unnest(${sql.param(made.map(({ id }) => id))}::uuid[]) AS v(id), locations l
  WHERE l.is_default ORDER BY v.id`

async function add(tx: Transaction, req: PayloadRequest, call: AddSizes): Promise<AddedSize[]> {
  const ground = await readGround(tx, call)
  const run = plan(call, ground)
  const made = await insert(tx, call, run, ground.title ?? '')
  await refuseTaken(tx, run, made)
  await tx.execute(listScales(call.productId, [...call.sizes, ...call.widths]))
  if (call.stock > 0) await tx.execute(openStock(made, call.stock, actorOf(req)))
  const { productId, skuPattern, prices, stock } = call
  const skus = made.map(({ sku }) => sku)
  await recordAudit(req, {
    action: 'product.add-sizes',
    entity: 'products',
    entityId: productId,
    after: { skuPattern, prices, stock, skus },
  })
  return run.flatMap(({ sku }) => made.filter((one) => one.sku === sku))
}

/**
 * Adds the sizes of a run to a product, in every width asked for, all or none, with their opening stock. Repeating it
 * with the same key answers the same. Throws `product.not-found`, or `validation.failed` with the field and the words.
 */
export async function addSizes(req: PayloadRequest, call: AddSizes): Promise<AddedSize[]> {
  const { key, ...body } = call
  const made = await inTransaction(req, (tx) =>
    once(tx, { scope: `product.add-sizes:${call.productId}`, key, body }, () => add(tx, req, call)),
  )
  await dropProduct(req, call.productId)
  return made
}
