import { sql } from '@payloadcms/db-postgres'
import { rowsOf } from '#services/transaction'
import { promotions } from '../catalogue/promotions'
import { idsBy, insertDocument, type Seeding } from './documents'

/** The promotions that are there, by their English name. */
async function namesOf({ tx }: Seeding): Promise<Set<string>> {
  const rows = await rowsOf<{ name: string }>(
    tx,
    sql`SELECT name FROM promotions_locales WHERE _locale = 'en'`,
  )
  return new Set(rows.map(({ name }) => name))
}

/** One promotion that applies by itself and one by a code, so that both can be tried. Those that are there stay as they are. */
export async function seedPromotions(seeding: Seeding): Promise<void> {
  const names = await namesOf(seeding)
  const codes = await idsBy(seeding, 'promotion_codes', 'code')
  for (const { name, ...fields } of promotions) {
    const { code, ...promotion } = { code: undefined, ...fields }
    if (names.has(name.en) || (code && codes.has(code))) continue
    const id = await insertDocument(seeding, 'promotions', { name, active: true, ...promotion })
    if (code) await insertDocument(seeding, 'promotion-codes', { code, promotion: id, active: true })
  }
}
