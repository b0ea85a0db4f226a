import { randomUUID } from 'node:crypto'
import { STATUS_CODES } from 'node:http'
import { DomainError, refusals, type RefusalCode } from '#domain/errors'
import { isUnavailable } from '#services/outage'
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

const alwaysLowered = Object.fromEntries(
  Object.entries(always).map(([name, value]) => [name.toLowerCase(), value]),
)

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
  return isUnavailable(error) ? new DomainError('unavailable', { retryAfter }) : undefined
}

/** An answer before it is anybody's object. */
export interface PlainAnswer {
  status: number
  headers: Record<string, string | string[]>
  body: string
}

const asResponse = ({ status, headers, body }: PlainAnswer): Response => {
  const lines = Object.entries(headers).flatMap(([name, values]) =>
    [values].flat().map((value): [string, string] => [name, value]),
  )
  return new Response(body, { status, headers: lines })
}

/** A refusal as `application/problem+json`. Source: RFC 9457. */
export const problem = (refusal: DomainError): Response => asResponse(plainProblem(refusal))

function plainProblem(refusal: DomainError): PlainAnswer {
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
  return {
    status,
    headers: {
      'content-type': 'application/problem+json',
      ...(typeof wait === 'number' ? { 'retry-after': String(wait) } : {}),
    },
    body: JSON.stringify(body),
  }
}

function fault(error: unknown, log: (id: string, error: unknown) => void): PlainAnswer {
  const id = randomUUID()
  log(id, error)
  const body = { type: 'about:blank', title: 'Internal Server Error', status: 500, code: 'internal', id }
  return {
    status: 500,
    headers: { 'content-type': 'application/problem+json' },
    body: JSON.stringify(body),
  }
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

/** What a thrown error is answered with; a fault of ours is logged. */
function failure(error: unknown, log: typeof toConsole): PlainAnswer {
  const refusal = refusalOf(error)
  if (refusal?.code === 'unavailable' && refusal !== error) noteFault('Store API, answered "busy"', error)
  return refusal ? plainProblem(refusal) : fault(error, log)
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
    return withSafeHeaders(asResponse(failure(error, log)))
  }
}

async function plainOf(answer: unknown): Promise<PlainAnswer> {
  if (!(answer instanceof Response))
    return { status: 200, headers: { 'content-type': 'application/json' }, body: JSON.stringify(answer) }
  const cookies = answer.headers.getSetCookie()
  const headers = {
    ...Object.fromEntries(answer.headers),
    ...(cookies.length > 0 && { 'set-cookie': cookies }),
  }
  return { status: answer.status, headers, body: await answer.text() }
}

/**
 * As `respond`, without a `Response`: those are kept, with all that they say, until the whole memory is looked through.
 */
export async function respondPlainly(work: () => Promise<unknown>, log = toConsole): Promise<PlainAnswer> {
  let plain: PlainAnswer
  try {
    plain = await plainOf(await work())
  } catch (error) {
    plain = failure(error, log)
  }
  return { ...plain, headers: { ...alwaysLowered, ...plain.headers } }
}
