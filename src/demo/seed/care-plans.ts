import { sql } from '@payloadcms/db-postgres'
import { rowsOf } from '#services/transaction'
import { carePlans } from '../catalogue/care-plans'
import { idOf, insertDocument, newRowId, type Seeding } from './documents'

/** The care plans of a shop that has none yet; `styles` are the ids of the care products by slug. */
export async function seedCarePlans(seeding: Seeding, styles: ReadonlyMap<string, string>): Promise<void> {
  const known = await rowsOf(seeding.tx, sql`SELECT id FROM care_plans LIMIT 1`)
  if (known.length > 0) return
  for (const [order, { title, surfaces, materials, steps, goods }] of carePlans.entries())
    await insertDocument(seeding, 'care-plans', {
      ...{ title, surfaces, materials, order },
      steps: steps.map((text) => ({ id: newRowId(), text })),
      goods: goods.map((slug) => idOf(styles, slug, 'style')),
    })
}
