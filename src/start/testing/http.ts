import { randomUUID } from 'node:crypto'
import * as rest from '../../app/(payload)/api/[...slug]/route'
import * as graphql from '../../app/(payload)/api/graphql/route'
import { env } from '#env'
import type { Role } from '#domain/permissions'
import { openSession } from '#services/sign-in-session'
import { inTransaction } from '#services/transaction'
import { getTestPayload, getTestRequest } from './payload'

export const shopOrigin = new URL(env.NEXT_PUBLIC_APP_URL).origin

export interface Call {
  method?: string
  /** JSON, or a form to send as multipart. */
  body?: unknown
  /** A raw body, sent as it is. */
  raw?: BodyInit
  headers?: Record<string, string>
  cookie?: string
  /** Set to null to send no Origin. */
  origin?: string | null
  /** A query string, for calls that take their path apart from it. */
  query?: string
  /** Another caller each time unless it is said. */
  from?: string
}

export interface Answer {
  status: number
  headers: Headers
  text: string
  /** The body parsed, or undefined when it is no JSON. */
  json: unknown
}

async function toRequest(path: string, call: Call): Promise<Request> {
  const { method = 'GET', body, raw, cookie, origin = shopOrigin, from = anotherAddress() } = call
  const isForm = body instanceof FormData
  const content = raw ?? (isForm ? body : body === undefined ? undefined : JSON.stringify(body))
  const headers = new Headers({
    ...(content !== undefined && !isForm && { 'Content-Type': 'application/json' }),
    ...(cookie && { Cookie: cookie }),
    ...(origin !== null && { Origin: origin }),
    'X-Forwarded-For': from,
    ...call.headers,
  })
  const request = new Request(new URL(path, shopOrigin), { method, headers, body: content })
  if (!isForm) return request
  const bytes = await request.arrayBuffer()
  const withLength = new Headers(request.headers)
  withLength.set('Content-Length', String(bytes.byteLength))
  return new Request(request.url, { method, headers: withLength, body: bytes })
}

/** Payload logs each refusal with its stack: these tests ask for hundreds. */
export async function quiet(): Promise<void> {
  const { logger } = await getTestPayload()
  logger.level = process.env.LOUD ?? 'silent'
}

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return undefined
  }
}

export async function toAnswer(response: Response): Promise<Answer> {
  const bytes = Buffer.from(await response.arrayBuffer())
  const text = bytes.toString('utf8')
  return { status: response.status, headers: response.headers, text, json: parsed(text) }
}

type Method = 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE' | 'OPTIONS'

/** One call of Payload's REST through the very route handlers that Next.js serves. */
export async function callRest(path: string, call: Call = {}): Promise<Answer> {
  await quiet()
  const request = await toRequest(`/api/${path}`, call)
  const slug = new URL(request.url).pathname.split('/').slice(2)
  const handler = rest[request.method as Method]
  return toAnswer(await handler(request, { params: Promise.resolve({ slug }) }))
}

/** One GraphQL call through the very route handler that Next.js serves. */
export const callGraphql = async (
  query: string,
  call: Call & { variables?: unknown } = {},
): Promise<Answer> =>
  toAnswer(
    await graphql.POST(
      await toRequest('/api/graphql', {
        method: 'POST',
        body: { query, variables: call.variables },
        ...call,
      }),
    ),
  )

export interface Staff {
  id: string
  email: string
  password: string
  cookie: string
}

export const goodPassword = 'nine quiet herons at dawn'

/** Makes a member of staff, straight in the database. */
export async function makeStaff(role: Role, password = goodPassword): Promise<Omit<Staff, 'cookie'>> {
  const payload = await getTestPayload()
  const email = `${role}-${randomUUID()}@staff.example`
  const req = await getTestRequest()
  const { id } = await payload.create({
    collection: 'users',
    data: { name: `Test ${role}`, role, email, password },
    overrideAccess: true,
    req,
  })
  return { id: String(id), email, password }
}

export const cookieOf = (answer: Answer): string =>
  answer.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ')

let address = 0
/** Another caller each time, so that no test uses up the tries of the next. */
export const anotherAddress = (): string => {
  address += 1
  return `198.51.${Math.floor(address / 250)}.${(address % 250) + 1}`
}

/** A try to sign in to the admin, from another address than any before it. */
export const login = (email: string, password: string, call: Call = {}): Promise<Answer> =>
  callRest('users/login', { method: 'POST', body: { email, password }, from: anotherAddress(), ...call })

/** A member of staff of this role, signed in as a browser would: the cookie comes from the answer. */
export async function signedIn(role: Role): Promise<Staff> {
  const staff = await makeStaff(role)
  const answer = await login(staff.email, staff.password)
  if (answer.status !== 200) throw new Error(`Could not sign in: ${answer.status} ${answer.text}`)
  return { ...staff, cookie: cookieOf(answer) }
}

export interface Shopper {
  id: string
  email: string
  cookie: string
}

/** A shopper with a session, as the Store API opens one. */
export async function makeShopper(): Promise<Shopper> {
  const payload = await getTestPayload()
  const req = await getTestRequest()
  const email = `shopper-${randomUUID()}@example.com`
  const { id } = await payload.create({
    collection: 'customers',
    data: { email, market: 'eu', firstName: 'Ada' },
    overrideAccess: true,
    req,
  })
  const token = await inTransaction(req, (tx) => openSession(tx, String(id)))
  return { id: String(id), email, cookie: `molini-customer=${token}` }
}
