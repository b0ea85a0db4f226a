import { randomUUID } from 'node:crypto'
import { STATUS_CODES } from 'node:http'
import { DomainError, refusals, type RefusalCode } from '#domain/errors'
import { sqlStateOf } from '#services/transaction'
import { noteFault } from './note-fault'

/** Seconds after which a busy shop may be asked again. */
const retryAfter = 5

const always: Readonly<Record<string, string>> = {
  'Cache-Control': 'private, no-store',
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
  'Cross-Origin-Resource-Policy': 'same-origin',
  'X-Frame-Options': 'DENY',
}

const details: Partial<Record<RefusalCode, string>> = {
  'body.too-large': 'The body may have at most 64 kB.',
  conflict: 'This contradicts what is stored already.',
  'media-type.unsupported': 'Send the body as the media type that this address takes.',
  'method.not-allowed': 'This address does not take this method.',
  'origin.untrusted': 'Cookies count only for requests that come from the shop itself.',
  'rate.limited': 'Too many requests. Try again later.',
  'request.malformed': 'The request cannot be read.',
  unavailable: 'The shop is busy. Try again in a moment.',
  'validation.failed': 'Some values are missing or wrong.',
}

/** What a thrown error becomes: its refusal, or undefined for a fault of ours. */
export function refusalOf(error: unknown): DomainError | undefined {
  if (error instanceof DomainError) return error
  const state = sqlStateOf(error) ?? ''
  if (state.startsWith('22') || state === '54001') return new DomainError('request.malformed')
  if (state.startsWith('23')) return new DomainError('conflict')
  if (/^(57P|08|53)|^(57014|55P03|40001|40P01|25P03)$/.test(state) || isOutage(error))
    return new DomainError('unavailable', { retryAfter })
  return undefined
}

/** What drivers say where they give no code; the last one is Payload's, in a process that starts while the database is away. */
const silences = [
  'timeout exceeded when trying to connect',
  'Connection terminated',
  'Client has encountered a connection error',
  'Client was closed',
  'Error: cannot connect to Postgres',
]

/** A database that cannot be reached says so in words or codes of the network, not by SQLSTATE. */
export function isOutage(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const { code, syscall, message, cause } = error as Error & { code?: unknown; syscall?: unknown }
  return (
    // Whatever keeps a connection from being made: at a socket of this machine also ENOENT, while a server starts.
    syscall === 'connect' ||
    ['ECONNREFUSED', 'ECONNRESET', 'ENOTFOUND', 'EPIPE', 'ETIMEDOUT'].includes(String(code)) ||
    silences.some((words) => message.startsWith(words)) ||
    isOutage(cause)
  )
}

/** A refusal as `application/problem+json`. Source: RFC 9457. */
export function problem(refusal: DomainError): Response {
  const { code, details: more } = refusal
  const status = refusals[code]
  const body = {
    ...more,
    type: `urn:molini:problem:${code}`,
    title: STATUS_CODES[status],
    status,
    code,
    detail: details[code] ?? code,
  }
  const wait = more.retryAfter
  return new Response(JSON.stringify(body), {
    status,
    headers: {
      'Content-Type': 'application/problem+json',
      ...(typeof wait === 'number' ? { 'Retry-After': String(wait) } : {}),
    },
  })
}

function fault(error: unknown, log: (id: string, error: unknown) => void): Response {
  const id = randomUUID()
  log(id, error)
  const body = { type: 'about:blank', title: 'Internal Server Error', status: 500, code: 'internal', id }
  return new Response(JSON.stringify(body), {
    status: 500,
    headers: { 'Content-Type': 'application/problem+json' },
  })
}

/** Headers that every answer of an API has, unless it says otherwise itself. */
export function withSafeHeaders(response: Response): Response {
  for (const [name, value] of Object.entries(always))
    if (!response.headers.has(name)) response.headers.set(name, value)
  return response
}

function toConsole(id: string, error: unknown): void {
  console.error(`Fault ${id}`, error)
  noteFault('Store API', error)
}

/**
 * Runs a route and answers whatever happens: a value becomes JSON, a refusal its problem document, an outage 503
 * with Retry-After, and anything else 500 with nothing but the id under which it was logged.
 */
export async function respond(work: () => Promise<unknown>, log = toConsole): Promise<Response> {
  try {
    const answer = await work()
    return withSafeHeaders(answer instanceof Response ? answer : Response.json(answer))
  } catch (error) {
    const refusal = refusalOf(error)
    if (refusal?.code === 'unavailable' && refusal !== error) noteFault('Store API, answered "busy"', error)
    return withSafeHeaders(refusal ? problem(refusal) : fault(error, log))
  }
}
