import { getPayload, type SanitizedConfig } from 'payload'
import { DomainError } from '#domain/errors'
import { answerFor } from './error-answers'
import { countPayloadCall } from './payload-limits'
import { bodyFault } from './request-body'
import { longestPostedQuery, queryFault } from './request-query'
import { makeGate } from './gate'
import { atOwnPlace } from './own-place'
import { databaseAnswers } from './pool'
import { comesFromUs } from '#services/trusted-origin'
import { trustedOrigins } from './origins'
import { hasStaffCookie, withoutStaffCookie } from './staff-cookie'

type Handler<Context> = (request: Request, context: Context) => Promise<Response>

/** `wait`: seconds after which one may ask again. */
const refuse = (status: number, message: string, wait = status === 503 ? 5 : undefined): Response =>
  Response.json(
    { errors: [{ message }] },
    { status, headers: { 'Cache-Control': 'no-store', ...(wait && { 'Retry-After': String(wait) }) } },
  )

const busy = (): Response => refuse(503, 'The shop is busy. Please try again in a moment.')

/** As the hook of Payload answers, which a call that is refused before Payload does not reach. */
function refusalFor(error: unknown): Response | undefined {
  const answer = answerFor(error)
  if (!answer) return undefined
  const wait = error instanceof DomainError ? error.details.retryAfter : undefined
  return refuse(answer.status, answer.message, typeof wait === 'number' ? wait : undefined)
}

/**
 * Nobody becomes the first member of staff over the network: the owner is made at the first start. Addresses of
 * staff are not verified by mail, and Payload falls over the question. Shoppers sign in through the Store API alone.
 * The plugin's payment and cart endpoints are not there either, and stay away.
 */
const closedPaths = [
  /^\/api\/users\/(first-register|init|verify)(\/|$)/,
  /^\/api\/customers\/(login|logout|refresh-token|forgot-password|reset-password|unlock|verify|first-register|init)(\/|$)/,
  /^\/api\/payload-migrations(\/|$)/,
  /^\/api\/payments\/[^/]+\/(initiate|confirm-order|webhooks?)(\/|$)/,
  /^\/api\/carts\/[^/]+\/(add-item|update-item|remove-item|clear|merge)(\/|$)/,
]

/** Payload looks names up in plain objects, and would find what every object inherits. */
const isInherited = (name: string): boolean => name in Object.prototype

const isFile = (path: string) => /^\/api\/[^/]+\/file\//.test(path)

function decoded(path: string): string | undefined {
  try {
    return decodeURIComponent(path)
  } catch {
    return undefined
  }
}

function pathFault(path: string): Response | undefined {
  const plain = decoded(path)
  if (plain === undefined || plain.includes('\0')) return refuse(400, 'The path is malformed.')
  const isClosed = [path, plain].some((one) =>
    closedPaths.some((closed) => closed.test(one.replace(/\/{2,}/g, '/'))),
  )
  return isClosed || plain.split('/').some(isInherited) ? refuse(404, 'There is nothing here.') : undefined
}

/** Asking for rows by POST, as the admin does when an address would grow too long: the body is the query then. */
const isQueryByPost = (request: Request): boolean =>
  request.method === 'POST' &&
  ['X-Payload-HTTP-Method-Override', 'X-HTTP-Method-Override'].some(
    (name) => request.headers.get(name) === 'GET',
  )

async function faultOf(request: Request): Promise<Response | undefined> {
  const url = new URL(request.url)
  const inPath = pathFault(url.pathname)
  if (inPath) return inPath
  const inQuery = queryFault(url.search)
  if (inQuery) return refuse(400, inQuery)
  if (['GET', 'HEAD', 'OPTIONS'].includes(request.method)) return undefined
  const inBody = await bodyFault(request)
  if (inBody) return refuse(inBody.status, inBody.message)
  if (!isQueryByPost(request)) return undefined
  const inPostedQuery = queryFault(`?${await request.clone().text()}`, longestPostedQuery)
  return inPostedQuery ? refuse(400, inPostedQuery) : undefined
}

/** What Payload answers is personal or may be; a file is never a page of ours, whatever it holds. */
function hardened(response: Response, path: string): Response {
  if (response.status === 501) return refuse(405, 'This cannot be done here.')
  if (isFile(path) && response.status >= 500) return refuse(404, 'There is no such file.')
  const headers = new Headers(response.headers)
  headers.set('X-Content-Type-Options', 'nosniff')
  if (isFile(path)) {
    headers.set('Content-Disposition', 'attachment')
    headers.set('Content-Security-Policy', "default-src 'none'; sandbox")
  } else headers.set('Cache-Control', 'private, no-store')
  return new Response(response.body, { status: response.status, statusText: response.statusText, headers })
}

/** Payload takes whoever it cannot look up for a stranger: while the database is away staff would be refused, or signed out. */
const mayHaveLostItsCaller = ({ headers, url }: Request, { status }: Response): boolean =>
  hasStaffCookie(headers) && ([401, 403].includes(status) || new URL(url).pathname === '/api/users/me')

/** Fewer than the pool has connections, so that nobody inside waits for one that another insider holds. */
const enter = makeGate({ places: 6, queue: 400, patienceMs: 8_000 })

/**
 * The session of staff counts by one rule in the whole shop. Payload's own lets a page of a sibling subdomain in where it sends
 * no `Origin`, as reads do. What else somebody carries, such as on the way back from Google, has rules of its own.
 */
function withSessionThatCounts(request: Request): Request {
  if (comesFromUs(request.headers, trustedOrigins()) !== false) return request
  const headers = withoutStaffCookie(request.headers)
  const { url, method, body } = request
  const init: RequestInit & { duplex: 'half' } = { method, headers, body, duplex: 'half' }
  return new Request(url, init)
}

async function admit<Context>(
  handler: Handler<Context>,
  request: Request,
  context: Context,
): Promise<Response> {
  const fault = await faultOf(request)
  if (fault) return fault
  const leave = await enter()
  if (!leave) return busy()
  try {
    const response = await atOwnPlace(leave, () => handler(withSessionThatCounts(request), context))
    if (mayHaveLostItsCaller(request, response) && !(await databaseAnswers())) return busy()
    return hardened(response, new URL(request.url).pathname)
  } finally {
    leave()
  }
}

interface Door {
  config: SanitizedConfig | Promise<SanitizedConfig>
  /** As what its calls are counted. */
  kind: 'rest' | 'graphql'
}

/**
 * Counts each call, refuses what is malformed before Payload sees it, and answers plainly when Payload falls over it all the
 * same.
 */
export function guardRequest<Context>(handler: Handler<Context>, { config, kind }: Door): Handler<Context> {
  return async (request, context) => {
    try {
      await countPayloadCall(await getPayload({ config }), request, kind)
      return await admit(handler, request, context)
    } catch (error) {
      const refusal = refusalFor(error)
      if (!refusal) throw error
      return refusal
    }
  }
}
