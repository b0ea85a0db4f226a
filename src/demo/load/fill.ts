import type { Client } from 'pg'
import { cloneChildren, cloneRows, type Child } from './clone'
import { copyRows } from './copy'
import { productRows, styleRows, variantRows, type Range } from './rows'
import { sizesEach, type StyleTemplate } from './templates'

type Templates = readonly StyleTemplate[]
type Share = (share: number) => void

/** The children of each table of documents, read while their foreign keys are there. */
export type Family = ReadonlyMap<string, readonly Child[]>

const times = { created_at: 'now()', updated_at: 'now()' }
const versionTimes = { ...times, version_created_at: 'now()', version_updated_at: 'now()' }

/** A document, its version and all that hangs on either. */
async function cloneDocuments(
  client: Client,
  family: Family,
  { table, list, set }: { table: string; list: string; set: Readonly<Record<string, string>> },
): Promise<void> {
  const ofVersion = Object.fromEntries(Object.entries(set).map(([name, value]) => [`version_${name}`, value]))
  await cloneRows(client, { table, list, on: ['id', 'template'], set: { id: 'l.id', ...times, ...set } })
  await cloneRows(client, {
    table: `_${table}_v`,
    list,
    on: ['id', 'template_version'],
    set: { id: 'l.version', parent_id: 'l.id', latest: 'true', ...versionTimes, ...ofVersion },
  })
  for (const child of family.get(table) ?? [])
    await cloneChildren(client, child, { list, parent: 'id', template: 'template' })
  for (const child of family.get(`_${table}_v`) ?? [])
    await cloneChildren(client, child, { list, parent: 'version', template: 'template_version' })
}

export interface Filling {
  readonly templates: Templates
  readonly range: Range
  readonly family: Family
}

export async function writeStyles(client: Client, { templates, range, family }: Filling): Promise<void> {
  await client.query(
    `CREATE TEMP TABLE load_styles (id uuid, version uuid, template uuid, template_version uuid, name text, slug text, lead uuid) ON COMMIT DROP`,
  )
  await copyRows(client, 'load_styles', styleRows(templates, range))
  const set = { name: 'l.name', slug: 'l.slug', lead_product_id: 'l.lead' }
  await cloneDocuments(client, family, { table: 'styles', list: 'load_styles', set })
}

export async function writeProducts(client: Client, { templates, range, family }: Filling): Promise<void> {
  await client.query(
    `CREATE TEMP TABLE load_products (id uuid, version uuid, template uuid, template_version uuid, style uuid, title text, slug text,
       popularity numeric, launched timestamptz, eur numeric, gbp numeric, usd numeric) ON COMMIT DROP`,
  )
  await copyRows(client, 'load_products', productRows(templates, range))
  const set = {
    style_id: 'l.style',
    title: 'l.title',
    slug: 'l.slug',
    popularity: 'l.popularity',
    launched_at: 'l.launched',
    price_in_e_u_r: 'l.eur',
    price_in_g_b_p: 'l.gbp',
    price_in_u_s_d: 'l.usd',
  }
  await cloneDocuments(client, family, { table: 'products', list: 'load_products', set })
}

/** Turns counts of rows into a share of the whole. */
function counting({ from, to }: Range, share: Share): (rows: number) => void {
  const all = (to - from + 1) * sizesEach
  let sent = 0
  return (rows) => share(Math.min(1, (sent += rows) / all))
}

function* variantColumns(templates: Templates, range: Range): Generator<(string | number)[]> {
  for (const { id, sku, gtin, title, product, size, weight } of variantRows(templates, range))
    yield [id, sku, gtin, title, product, size, weight]
}

export const copyVariants = (
  client: Client,
  { templates, range }: { templates: Templates; range: Range },
  share: Share,
): Promise<void> =>
  copyRows(
    client,
    'variants (id, sku, gtin, title, product_id, size_id, weight_g)',
    variantColumns(templates, range),
    counting(range, share),
  )

function* movementColumns(
  templates: Templates,
  range: Range,
  location: string,
): Generator<(string | number)[]> {
  for (const { id, pairs } of variantRows(templates, range))
    if (pairs > 0) yield [id, location, pairs, 'delivery', 'Opening stock', 'Load test', 'load-opening']
}

export const copyMovements = (
  client: Client,
  { templates, range, location }: { templates: Templates; range: Range; location: string },
  share: Share,
): Promise<void> =>
  copyRows(
    client,
    'stock_movements (variant_id, location_id, quantity, kind, reason, actor, document)',
    movementColumns(templates, range, location),
    counting(range, share),
  )
