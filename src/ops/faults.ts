import { createHash } from 'node:crypto'
import { sql, type PostgresAdapter } from '@payloadcms/db-postgres'
import type { Payload, PayloadRequest } from 'payload'
import { rowsOf } from '#services/transaction'
import { faultWords } from './fault-words'
import { hearFaults } from './note-fault'

interface Fault {
  readonly place: string
  readonly words: string
  times: number
  first: Date
  last: Date
}

const patience = 1_000
const longestPatience = 60_000
/** Kinds that wait for a database that is away; more are counted nowhere. */
const mostWaiting = 100
const daysKept = 30
const mostKept = 500

/** Another number in it makes no other fault. */
const markOf = (place: string, words: string): string =>
  createHash('sha256')
    .update(`${place}\n${words.replace(/\d+/g, '0')}`)
    .digest('hex')
    .slice(0, 16)

/** Writes what `noteFault` hears, each kind once with how often: soon, together, and later while the database is away. */
export function keepFaults(payload: Payload): void {
  const waiting = new Map<string, Fault>()
  let pause = patience
  let timer: NodeJS.Timeout | undefined

  const soon = (): void => {
    timer ??= setTimeout(() => void write(), pause)
    timer.unref()
  }
  async function write(): Promise<void> {
    timer = undefined
    for (const [mark, fault] of [...waiting]) {
      waiting.delete(mark)
      try {
        await writeFault(payload, mark, fault)
        pause = patience
      } catch {
        const since = waiting.get(mark)
        waiting.set(mark, since ? { ...since, times: since.times + fault.times, first: fault.first } : fault)
        pause = Math.min(pause * 2, longestPatience)
        return soon()
      }
    }
  }
  hearFaults((place, error) => {
    const words = faultWords(error)
    const mark = markOf(place, words)
    const known = waiting.get(mark)
    if (known) Object.assign(known, { times: known.times + 1, last: new Date() })
    else if (waiting.size < mostWaiting)
      waiting.set(mark, { place, words, times: 1, first: new Date(), last: new Date() })
    soon()
  })
}

const writeFault = (payload: Payload, mark: string, { place, words, times, first, last }: Fault) =>
  rowsOf(
    (payload.db as unknown as PostgresAdapter).drizzle,
    sql`INSERT INTO faults (mark, place, words, times, first_at, last_at)
      VALUES (${mark}, ${place}, ${words}, ${times}, ${first.toISOString()}, ${last.toISOString()})
      ON CONFLICT (mark) DO UPDATE SET times = faults.times + excluded.times, words = excluded.words, last_at = excluded.last_at`,
  )

/** Faults of more than 30 days ago go, and all but the 500 newest. Answers with how many. */
export async function forgetFaults(req: PayloadRequest): Promise<number> {
  const rows = await rowsOf(
    req,
    sql`DELETE FROM faults WHERE last_at < now() - make_interval(days => ${daysKept})
      OR mark IN (SELECT mark FROM faults ORDER BY last_at DESC OFFSET ${mostKept}) RETURNING 1`,
  )
  return rows.length
}
