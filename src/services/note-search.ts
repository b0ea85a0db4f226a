import { sql } from '@payloadcms/db-postgres'
import type { PayloadRequest } from 'payload'
import { isPrintable } from '#domain/address'
import type { Locale } from '#domain/markets'
import { rowsOf } from './transaction'

/** Different terms of one language that are kept of a day: nobody fills the database by inventing words. */
const mostADay = 5_000
/** Waiting in this process. */
const mostWaiting = 500
const longest = 60
const pause = 5_000

interface Noted {
  locale: Locale
  term: string
  searches: number
  found: number
}

interface Waiting {
  terms: Map<string, Noted>
  timer?: NodeJS.Timeout
}
const place = Symbol.for('molini.searches')
const kept = globalThis as { [place]?: Waiting }
const waiting = (): Waiting => (kept[place] ??= { terms: new Map() })

/** Half of a sign of two halves, which no database takes. */
const halfSign = /\p{Surrogate}/u

/** What may be kept of a search: undefined where it may be an address, a telephone or a card number, or cannot be written. */
export function termToKeep(q: string): string | undefined {
  const term = q.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim()
  const digits = term.replace(/\D/g, '').length
  const isWord = term.length >= 2 && term.length <= longest && isPrintable(term) && !halfSign.test(term)
  return isWord && !term.includes('@') && digits < 7 ? term : undefined
}

/**
 * Counts a search of the shop, without saying whose it was: kept in memory for a few seconds, then added to the count of its
 * day. What a killed process had not written yet is lost.
 */
export function noteSearch(
  req: PayloadRequest,
  locale: Locale,
  { q, found }: { q: string; found: number },
): void {
  const term = termToKeep(q)
  const state = waiting()
  if (term === undefined || state.terms.size >= mostWaiting) return
  const key = `${locale} ${term}`
  const before = state.terms.get(key)
  state.terms.set(key, { locale, term, found, searches: (before?.searches ?? 0) + 1 })
  state.timer ??= setTimeout(() => {
    writeSearches(req).catch((error: unknown) =>
      req.payload.logger.warn({ msg: 'Searches were not counted', err: error }),
    )
  }, pause).unref()
}

/** Writes what is waiting. Days are those of the shop. */
export async function writeSearches(req: PayloadRequest): Promise<number> {
  const state = waiting()
  const noted = [...state.terms.values()]
  clearTimeout(state.timer)
  kept[place] = { terms: new Map() }
  if (noted.length === 0) return 0
  const rows = await rowsOf(
    req,
    sql`WITH zone AS (SELECT coalesce((SELECT timezone FROM shop_settings LIMIT 1), 'Europe/Rome') AS name),
      today AS (SELECT to_char(now() AT TIME ZONE zone.name, 'YYYY-MM-DD') AS day FROM zone),
      full_up AS (SELECT o.locale FROM search_terms o, today WHERE o.day = today.day GROUP BY o.locale HAVING count(*) >= ${mostADay}),
      given AS (SELECT * FROM jsonb_to_recordset(${JSON.stringify(noted)}::jsonb) AS g (locale text, term text, searches numeric, found numeric))
      INSERT INTO search_terms AS t (day, locale, term, searches, found)
      SELECT today.day, g.locale, g.term, g.searches, g.found FROM given g CROSS JOIN today
      WHERE g.locale NOT IN (SELECT locale FROM full_up)
        OR EXISTS (SELECT FROM search_terms o WHERE o.day = today.day AND o.locale = g.locale AND o.term = g.term)
      ON CONFLICT (day, locale, term) DO UPDATE SET searches = t.searches + excluded.searches, found = excluded.found, updated_at = now()
      RETURNING 1`,
  )
  return rows.length
}

/** Days for which it is known what was searched for. */
const keptDays = 400

/** Forgets the counts of days long gone. Answers with how many went. */
export const forgetSearches = async (req: PayloadRequest): Promise<number> =>
  (
    await rowsOf(
      req,
      sql`DELETE FROM search_terms WHERE day < to_char(now() - make_interval(days => ${keptDays}), 'YYYY-MM-DD') RETURNING 1`,
    )
  ).length
