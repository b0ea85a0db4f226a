import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import type { sql, PostgresAdapter } from '@payloadcms/db-postgres'
import type { PayloadRequest } from 'payload'
import type { PoolClient } from 'pg'
import { bareOn, inOneTransaction, knowingOn } from './own-line'

export type Transaction = Pick<PostgresAdapter['drizzle'], 'execute'>
type SqlQuery = ReturnType<typeof sql>

/** A serialization failure or a deadlock: the same work, done again, may well succeed. */
const retryable = new Set(['40001', '40P01'])
const attempts = 4

const own = new Map<number | string, Transaction>()

function adapterOf({ payload: { db } }: PayloadRequest) {
  const { drizzle, pool, sessions } = db
  if (!sessions) throw new Error('The database knows no transactions')
  return { drizzle, pool, sessions }
}

/** The SQLSTATE of an error, also below a wrapper. */
export function sqlStateOf(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined
  const { code } = error as { code?: unknown }
  return typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code) ? code : sqlStateOf(error.cause)
}

type Work<T> = (tx: Transaction) => Promise<T>

/**
 * Runs `work` in one transaction whose failed COMMIT is an error, not silence. Joins a transaction that it
 * opened itself; inside one of Payload's own it throws, since Payload hides a failed COMMIT.
 * Serialization failures and deadlocks are tried again.
 */
export const inTransaction = <T>(req: PayloadRequest, work: Work<T>): Promise<T> =>
  inOpenedTransaction(req, async () => undefined, work)

/**
 * As `inTransaction`, with an `opening` that locks and reads and writes nothing: it is sent together with the beginning of the
 * transaction, in one trip, and `work` is given what it found.
 */
export async function inOpenedTransaction<Read, T>(
  req: PayloadRequest,
  opening: Work<Read>,
  work: (tx: Transaction, read: Read) => Promise<T>,
): Promise<T> {
  const current = await req.transactionID
  if (current !== undefined && current !== null) {
    const joined = own.get(current)
    if (!joined) throw new Error('inTransaction was called inside a transaction of Payload')
    return work(joined, await opening(joined))
  }
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await runOnce(req, opening, work)
    } catch (error) {
      if (attempt >= attempts || !retryable.has(sqlStateOf(error) ?? '')) throw error
      await sleep(10 * attempt + Math.random() * 30)
    }
  }
}

/** What Payload finds its transaction by; most of ours ask it for nothing. */
function sessionOn(line: PoolClient, drizzle: PostgresAdapter['drizzle']) {
  let known: ReturnType<typeof knowingOn> | undefined
  const settled = async () => {}
  return {
    get db() {
      return (known ??= knowingOn(line, drizzle)) as never
    },
    resolve: settled,
    reject: settled,
  }
}

async function runOnce<Read, T>(
  req: PayloadRequest,
  opening: Work<Read>,
  work: (tx: Transaction, read: Read) => Promise<T>,
): Promise<T> {
  const { drizzle, pool, sessions } = adapterOf(req)
  const id = randomUUID()
  let tx: Transaction
  req.transactionID = id
  try {
    return await inOneTransaction(pool, {
      opening: (line) => {
        tx = bareOn(line)
        own.set(id, tx)
        sessions[id] = sessionOn(line, drizzle)
        return opening(tx)
      },
      rest: async (read) => {
        const result = await work(tx, read)
        if (!sessions[id]) throw new Error('A swallowed error ended this transaction early')
        return result
      },
    })
  } finally {
    own.delete(id)
    delete sessions[id]
    delete req.transactionID
  }
}

export type Runner = Pick<Transaction, 'execute'>

/** The connection a write of this request runs on: the transaction it is in, Payload's own too, or else the pool. */
export async function runnerOf(req: PayloadRequest): Promise<Runner> {
  const { drizzle, sessions } = adapterOf(req)
  const id = await req.transactionID
  const session = id === undefined || id === null ? undefined : sessions[id]
  return (session?.db ?? drizzle) as unknown as Runner
}

/**
 * The open transaction that `req` is in, one of Payload's own too; undefined outside of one. Never for money or stock:
 * Payload does not report a failed COMMIT.
 */
export async function connectionOf(req: PayloadRequest): Promise<Transaction | undefined> {
  const id = await req.transactionID
  if (id === undefined || id === null) return undefined
  return (own.get(id) ?? adapterOf(req).sessions[id]?.db) as Transaction | undefined
}

/** Rows of one statement, in the transaction given or else on its own. Numeric columns: cast them to float8. */
export async function rowsOf<Row>(runner: Runner | PayloadRequest, query: SqlQuery): Promise<Row[]> {
  const db = 'payload' in runner ? runner.payload.db.drizzle : runner
  const { rows } = await db.execute(query)
  return rows as Row[]
}
