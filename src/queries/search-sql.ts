import type { Market } from '#domain/markets'
import { sql, words, type Sql } from './sql'

/** The words of a search: at most eight, so that nobody writes a slow statement for us. */
export const searchWords = (q: string | undefined): string[] =>
  (q ?? '')
    .normalize('NFC')
    .split(/[\s,;]+/)
    .filter(Boolean)
    .slice(0, 8)

const escaped = (word: string): string => word.replace(/[\\%_]/g, '\\$&')
export const anywhere = (word: string): string => `%${escaped(word)}%`

/** Whether a word stands in title, style, brand, colour, category or SKU. Needs `p`, `s` and `b` in scope. */
export const wordFound = (word: string, market: Market): Sql => sql`(
  concat_ws(' ', p.title, s.name, b.name, ${words('products', 'colour', sql`p.id`, market.locale)},
    ${words('products', 'colour', sql`p.id`, 'en')},
    (SELECT string_agg(l.name, ' ') FROM styles_rels r JOIN categories_locales l ON l._parent_id = r.categories_id
      WHERE r.parent_id = s.id AND r.path = 'categories' AND l._locale IN (${market.locale}, 'en'))) ILIKE ${anywhere(word)}
  OR EXISTS (SELECT 1 FROM variants sv WHERE sv.product_id = p.id AND sv.deleted_at IS NULL AND sv.sku ILIKE ${anywhere(word)}))`

/** How well the words fit: the start of a word in the title counts most, then the brand, then any other place. */
export function wordScore(terms: readonly string[]): Sql {
  if (terms.length === 0) return sql`0`
  const scores = terms.map((term) => {
    const start = `${escaped(term)}%`
    const inside = `% ${escaped(term)}%`
    return sql`(CASE WHEN p.title ILIKE ${start} OR p.title ILIKE ${inside} THEN 4
      WHEN b.name ILIKE ${start} OR b.name ILIKE ${inside} THEN 2 ELSE 1 END)`
  })
  return sql.join(scores, sql` + `)
}
