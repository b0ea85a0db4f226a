import { sql } from '@payloadcms/db-postgres'
import { rowsOf } from '#services/transaction'
import { synonyms } from '../catalogue/synonyms'
import { insertDocument, type Seeding } from './documents'

/** What shoppers say for other words, where nobody has written any yet. */
export async function seedSynonyms(seeding: Seeding): Promise<void> {
  const known = await rowsOf(seeding.tx, sql`SELECT id FROM synonyms LIMIT 1`)
  if (known.length > 0) return
  for (const words of synonyms) await insertDocument(seeding, 'synonyms', { words: words.join('\n') })
}
