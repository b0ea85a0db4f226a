import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { sql } from '@payloadcms/db-postgres'
import { createLocalReq, type Payload } from 'payload'
import { inTransaction, rowsOf } from '#services/transaction'
import { seedBrands } from './brands'
import { seedCampaigns } from './campaigns'
import { seedCarePlans } from './care-plans'
import { seedCatalogue } from './catalogue'
import { seedCategories } from './categories'
import { seedLocation, seedShipping, seedTaxRates } from './delivery'
import type { Seeding } from './documents'
import { seedMedia, takePictures, type MediaRow } from './media'
import { seedCustomers, seedOrders } from './orders'
import { seedJournal } from './journal'
import { seedPages } from './pages'
import { seedPromotions } from './promotions'
import { seedReviews } from './reviews'
import { seedSite } from './site'
import { seedSizes } from './sizes'
import { seedSynonyms } from './synonyms'
import { seedVariants } from './variants'

const repository = join(dirname(fileURLToPath(import.meta.url)), '../../..')

export interface SeedTask {
  readonly payload: Payload
  readonly log: (line: string) => void
  /** The folder that the paths of the masters start from. */
  readonly pictureRoot?: string
}

async function seedAll(seeding: Seeding, log: SeedTask['log'], taken: readonly MediaRow[]): Promise<void> {
  log('Delivery, taxes and sizes')
  const location = await seedLocation(seeding)
  await seedShipping(seeding)
  await seedTaxRates(seeding)
  const sizes = await seedSizes(seeding)
  const brands = await seedBrands(seeding, sizes)
  const media = await seedMedia(seeding, taken)
  const categories = await seedCategories(seeding, media)
  await seedSynonyms(seeding)
  log('Shoes')
  const { products, styles } = await seedCatalogue(seeding, { sizes, brands, categories, media })
  const added = await seedVariants(seeding, { products, sizes, location })
  await seedCarePlans(seeding, styles)
  await seedCampaigns(seeding, { products, categories })
  log(`Pages and menu (${added} sizes were new)`)
  await seedPages(seeding, { sizes, categories, products, media, brands })
  await seedJournal(seeding, { products, media })
  await seedSite(seeding, categories)
  await seedPromotions(seeding)
  await seedCustomers(seeding)
  await seedReviews(seeding, styles)
}

/**
 * Fills in the demo shop: whatever of it is missing by slug, SKU or code is added, nothing is changed or
 * dropped, so it may run again at any time. The catalogue is one transaction: it is there whole or not at all.
 * The demo orders follow, each in its own.
 */
export async function seedShop({ payload, log, pictureRoot = repository }: SeedTask): Promise<void> {
  const req = await createLocalReq({}, payload)
  log('Pictures')
  const known = await rowsOf<{ filename: string }>(
    req,
    sql`SELECT filename FROM media WHERE filename IS NOT NULL`,
  )
  const taken = await takePictures(new Set(known.map(({ filename }) => filename)), pictureRoot)
  await inTransaction(req, async (tx) => {
    await seedAll({ req, tx }, log, taken)
    await rowsOf(
      tx,
      sql`INSERT INTO shop_marks (name, value) VALUES ('demo-seed', '{}'::jsonb)
          ON CONFLICT (name) DO UPDATE SET at = now()`,
    )
  })
  log('Orders')
  await seedOrders(payload)
  // Or its first visitors would wait for plans that are made twice: without a knowledge of the tables, and anew once a job has it.
  await rowsOf(req, sql`ANALYZE`)
}
