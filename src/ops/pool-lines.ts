import type { Socket } from 'node:net'
import type { Pool, PoolClient } from 'pg'
import { aroundConnect } from './around-connect'

/** Milliseconds: longer than any statement may take, so that whoever still waits then has lost the line, not the turn. */
const silence = 12_000

interface Line extends PoolClient {
  readyForQuery: boolean
  connection: { stream: Socket }
  listeners(event: 'error'): ((error: Error) => void)[]
}

/** What the pool keeps to itself. */
interface Inside {
  _clients: Line[]
  _idle: { client: Line }[]
  options: { connectionTimeoutMillis: number }
}

const insideOf = (pool: Pool): Inside => pool as unknown as Inside
const isBegin = (query: unknown): boolean =>
  /^begin\b/i.test(String(typeof query === 'object' && query && 'text' in query ? query.text : query))

/** Drizzle gives a connection back after a transaction that has begun: one on which `begin` fails would stay out for ever. */
function giveBackUnbegun(line: Line): void {
  const ask = line.query.bind(line) as (...query: unknown[]) => unknown
  line.query = ((...query: unknown[]) => {
    const answer = ask(...query)
    if (answer instanceof Promise && isBegin(query[0])) answer.catch((error: Error) => line.release(error))
    return answer
  }) as Line['query']
}

/**
 * Payload takes a connection at start, keeps it, and takes another one whenever that is reset: a database that suspends
 * would have them all in the end. It is given back, and nobody waits for it.
 */
function giveBackKept(line: Line): void {
  const waiting = line.listeners('error').find((listener) => listener.toString().includes('ECONNRESET'))
  if (!waiting) return
  line.off('error', waiting)
  line.release()
}

/**
 * Whoever asks while others wait in vain waits no longer than they do, and while the database is away a quarter of the time:
 * what asks several times, and goes on without an answer, would else wait several times as long. Answers with what is to be
 * called when it is.
 */
function hurryWhileAway(pool: Pool): () => void {
  const { options } = insideOf(pool)
  const patience = options.connectionTimeoutMillis
  const least = patience / 4
  let isAway = false
  let waiting = 0
  /** When somebody last got a connection, or began to wait for one alone. */
  let moved = 0
  const hurry = () => {
    isAway = true
    options.connectionTimeoutMillis = least
  }
  pool.on('acquire', () => {
    isAway = false
    moved = performance.now()
    options.connectionTimeoutMillis = patience
  })
  const end = (error: unknown) => {
    waiting -= 1
    if (error) hurry()
  }
  aroundConnect(pool, () => {
    if (waiting === 0) moved = performance.now()
    waiting += 1
    const inVain = performance.now() - moved
    options.connectionTimeoutMillis = isAway ? least : Math.max(least, patience - inVain)
    return end
  })
  return hurry
}

/** Limits of the server are of no use when nothing comes from it: a request on a dead line would wait for ever. */
function endWhenSilent(line: Line, silent: () => void): void {
  const { stream } = line.connection
  stream.setTimeout(silence)
  stream.on('timeout', () => {
    if (line.readyForQuery) return
    stream.destroy(Object.assign(new Error('The database is silent'), { code: 'ETIMEDOUT' }))
    silent()
  })
}

interface Guarding {
  isUnlimited: boolean
  /** Unheard, an error of a connection that is in use would end the process. */
  heard: (error: Error) => void
}

/** Sees to it that no connection of a pool is waited for, or kept, for ever, and that none ends the process; those too that it has already. */
export function guardLines(pool: Pool, { isUnlimited, heard }: Guarding): void {
  const inside = insideOf(pool)
  const hurry = hurryWhileAway(pool)
  /** Where one line is dead those beside it that nobody uses are not tried one after the other. */
  const silent = () => {
    hurry()
    for (const { client } of [...inside._idle]) client.connection.stream.destroy()
  }
  const guard = (line: Line) => {
    line.on('error', heard)
    giveBackUnbegun(line)
    if (!isUnlimited) endWhenSilent(line, silent)
  }
  pool.on('connect', (client) => guard(client as Line))
  for (const line of [...inside._clients]) {
    giveBackKept(line)
    guard(line)
  }
}
