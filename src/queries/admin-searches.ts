import type { Locale } from '#domain/markets'
import { rowsOf, sql } from './sql'

export interface SearchedTerm {
  term: string
  locale: Locale
  searches: number
  /** Products found the last time. */
  found: number
}

const days = 30
const most = 15

const summed = (which: ReturnType<typeof sql>) =>
  rowsOf<SearchedTerm>(sql`
    SELECT term, locale, sum(searches)::int AS searches, (array_agg(found::int ORDER BY day DESC))[1] AS found
    FROM search_terms WHERE day >= to_char(now() - make_interval(days => ${sql.raw(String(days))}), 'YYYY-MM-DD')
    GROUP BY term, locale HAVING ${which} ORDER BY sum(searches) DESC, term LIMIT ${most}`)

/** Of the last 30 days: what was searched for most, and what most often found nothing. For whoever may read reports. */
export async function getTopSearches(): Promise<{ top: SearchedTerm[]; empty: SearchedTerm[] }> {
  const [top, empty] = await Promise.all([
    summed(sql`true`),
    summed(sql`(array_agg(found ORDER BY day DESC))[1] = 0`),
  ])
  return { top, empty }
}
