import { createHash } from 'node:crypto'
import { Client, escapeLiteral, type QueryResult } from 'pg'

/** Characters: of a longer statement the plan takes longer than asking whether there is one. */
const longest = 1_000
/** A plan that a change of a table's columns has spoiled. */
const spoiled = '0A000'

interface Named {
  name: string
  text: string
  values?: unknown[]
  submit?: unknown
}

const isNamed = (query: unknown): query is Named =>
  typeof query === 'object' && query !== null && 'name' in query && !('submit' in query)

const isPlain = (value: unknown): boolean =>
  value === null || ['string', 'number', 'boolean'].includes(typeof value)
const literal = (value: unknown): string => (value === null ? 'NULL' : escapeLiteral(String(value)))

/** How often the plans of a statement were spoiled. */
const rounds = new Map<string, number>()
const keys = new Map<string, string>()

/** Of what it says: whatever release asks for it, on whatever server connection, means the same. */
function keyOf(text: string): string {
  const known = keys.get(text)
  if (known) return known
  const content = `${text}${String(rounds.get(text) ?? 0)}`
  const key = `molini_${createHash('sha256').update(content).digest('hex').slice(0, 32)}`
  keys.set(text, key)
  return key
}

function spoil(text: string): void {
  rounds.set(text, (rounds.get(text) ?? 0) + 1)
  keys.delete(text)
}

/** Makes the statement on the server connection that this message has come to, unless it is there, and carries it out. */
function keptText(text: string, values: readonly unknown[]): string {
  const key = keyOf(text)
  const given = values.length > 0 ? `(${values.map(literal).join(', ')})` : ''
  return `DO $molini_do$BEGIN IF NOT EXISTS (SELECT FROM pg_prepared_statements WHERE name = '${key}') THEN
    EXECUTE $molini_is$PREPARE ${key} AS ${text}$molini_is$; END IF; END$molini_do$; EXECUTE ${key}${given}`
}

type Answered = (error: Error | null, results?: QueryResult[] | QueryResult) => void

/** Several statements were sent as one message; the last one is what was asked. */
const lastOf = (results: QueryResult[] | QueryResult | undefined) =>
  Array.isArray(results) ? results.at(-1) : results

/**
 * A client behind a pooler in transaction mode, where what was prepared on one server connection is asked for on another:
 * nothing has a name, but long statements, which each server connection keeps, planned, under the hash of their text.
 */
export class PooledClient extends Client {}
PooledClient.prototype.query = function (this: Client, query: unknown, ...rest: unknown[]): unknown {
  const ask = (...asked: unknown[]): unknown => Reflect.apply(Client.prototype.query, this, asked)
  if (!isNamed(query)) return ask(query, ...rest)
  const values = Array.isArray(rest[0]) ? (rest[0] as unknown[]) : (query.values ?? [])
  if (query.text.length < longest || !values.every(isPlain))
    return ask({ ...query, name: undefined }, ...rest)

  const kept = { ...query, name: undefined, values: undefined, text: keptText(query.text, values) }
  const noted = (error: unknown) => {
    if ((error as { code?: string } | null)?.code === spoiled) spoil(query.text)
  }
  const done = rest.at(-1)
  if (typeof done !== 'function')
    return (ask(kept) as Promise<QueryResult[]>).then(lastOf, (error: unknown) => {
      noted(error)
      throw error
    })
  return ask(kept, ((error, results) => {
    noted(error)
    ;(done as Answered)(error, lastOf(results))
  }) satisfies Answered)
} as typeof Client.prototype.query
