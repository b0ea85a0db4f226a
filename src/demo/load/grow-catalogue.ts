import { Client } from 'pg'
import { env } from '#env'
import { bareTables } from './bare-tables'
import { markReduced, proveBooks, proveDocuments, writeBooks, writeOptions } from './books'
import { childrenOf, type Child } from './clone'
import { copyMovements, copyVariants, writeProducts, writeStyles, type Family } from './fill'
import { openProgress } from './progress'
import type { Range } from './rows'
import { readTemplates, sizesEach } from './templates'

const most = 1_000_000
const markName = 'load-catalogue'

/** The number behind `--products`. Throws when it is none. */
export function wantedProducts(args: readonly string[]): number {
  const given = args[args.indexOf('--products') + 1] ?? ''
  const wanted = /^[1-9]\d{0,6}$/.test(given) ? Number(given) : 0
  if (wanted < 1 || wanted > most) throw new Error(`--products takes a whole number from 1 to ${most}.`)
  return wanted
}

const documents = ['styles', '_styles_v', 'products', '_products_v'] as const
const books = ['variants', 'variants_rels', 'stock_levels', 'stock_movements', 'price_records'] as const

async function readFamily(client: Client): Promise<Family> {
  const family = new Map<string, Child[]>()
  for (const parent of documents) family.set(parent, await childrenOf(client, parent))
  return family
}

const tablesToFill = (family: Family): string[] => [
  ...documents,
  ...[...family.values()].flat().map(({ table }) => table),
  ...books,
]

async function locationOf(client: Client): Promise<string> {
  const { rows } = await client.query<{ id: string }>(
    `SELECT id FROM locations WHERE is_default AND EXISTS (SELECT FROM shop_marks WHERE name = 'demo-seed')`,
  )
  if (!rows[0]) throw new Error('The load-test catalogue is made from the demo shop: run npm run seed first.')
  return rows[0].id
}

/** The shares of the bar are about how long each part takes. */
async function fill(client: Client, range: Range): Promise<void> {
  const progress = openProgress()
  const location = await locationOf(client)
  const templates = await readTemplates(client)
  const family = await readFamily(client)
  const restore = await bareTables(client, tablesToFill(family))
  progress.show(0.01, 'styles and products')
  await writeStyles(client, { templates, range, family })
  await writeProducts(client, { templates, range, family })
  await copyVariants(client, { templates, range }, (share) => progress.show(0.12 + share * 0.2, 'variants'))
  await copyMovements(client, { templates, range, location }, (share) =>
    progress.show(0.32 + share * 0.12, 'stock'),
  )
  progress.show(0.44, 'options')
  // Without figures the planner takes the new rows for a handful and joins them one by one.
  await client.query('ANALYZE products, variants, stock_movements')
  await writeOptions(client)
  progress.show(0.5, 'stock levels and price records')
  await writeBooks(client, location)
  await restore((done, all) => progress.show(0.65 + (done / all) * 0.28, 'indexes and foreign keys'))
  await markReduced(client)
  progress.show(0.94, 'proof of the books')
  await proveDocuments(client)
  await proveBooks(client, (range.to - range.from + 1) * sizesEach)
  progress.show(1, 'done')
  progress.end()
}

async function load(client: Client, wanted: number): Promise<string> {
  await client.query('SET statement_timeout = 0')
  await client.query('SET idle_in_transaction_session_timeout = 0')
  await client.query('BEGIN')
  await client.query(`SET LOCAL maintenance_work_mem = '256MB'`)
  await client.query(`SET LOCAL work_mem = '96MB'`)
  await client.query('SET LOCAL enable_nestloop = off')
  const { rows } = await client.query<{ products: number }>(
    `SELECT (value ->> 'products')::int AS products FROM shop_marks WHERE name = $1`,
    [markName],
  )
  const there = rows[0]?.products ?? 0
  if (there >= wanted) {
    await client.query('ROLLBACK')
    return `The catalogue for load tests has ${there} products already; nothing was added.`
  }
  await fill(client, { from: there + 1, to: wanted })
  await client.query(
    `INSERT INTO shop_marks (name, value) VALUES ($1, jsonb_build_object('products', $2::int))
     ON CONFLICT (name) DO UPDATE SET value = excluded.value, at = now()`,
    [markName, wanted],
  )
  await client.query('COMMIT')
  await client.query('ANALYZE')
  return `${wanted - there} products were added; the catalogue for load tests has ${wanted}.`
}

/** Adds products up to `wanted`. Refuses in production. Everything or nothing is kept. */
export async function loadCatalogue(url: string, wanted: number): Promise<string> {
  if (env.isProduction) throw new Error('A production database gets no catalogue for load tests.')
  const client = new Client({ connectionString: url, application_name: 'molini load' })
  await client.connect()
  try {
    return await load(client, wanted)
  } finally {
    await client.end()
  }
}
