import { randomUUID } from 'node:crypto'
import { trustedOrigins } from '#ops/origins'
import * as store from '../../store/[...rest]/route'
import { endpoints } from '../../store/endpoints'
import type { RouteHandler } from '../route'

export const storePaths = endpoints.map(([pattern]) => pattern)
export const shopOrigin = trustedOrigins()[0] ?? ''

export interface StoreCall {
  method?: string
  /** JSON. */
  body?: unknown
  /** Sent as a form of a page. */
  form?: Record<string, string> | [string, string][]
  /** Sent as it is. */
  raw?: BodyInit
  headers?: Record<string, string>
  cart?: string
  cookie?: string
  /** Null: no Origin. */
  origin?: string | null
  from?: string
}

export interface StoreAnswer<Body> {
  status: number
  headers: Headers
  body: Body
  text: string
  /** Name and value of each cookie set. */
  cookies: Record<string, string>
}

function contentOf({ body, form, raw }: StoreCall): { content?: BodyInit; type?: string } {
  if (raw !== undefined) return { content: raw }
  if (form) return { content: new URLSearchParams(form), type: 'application/x-www-form-urlencoded' }
  return body === undefined ? {} : { content: JSON.stringify(body), type: 'application/json' }
}

function requestOf(path: string, call: StoreCall): Request {
  const { content, type } = contentOf(call)
  const { cart, cookie, origin = shopOrigin, from = anyone() } = call
  const headers = new Headers({
    ...(type && { 'Content-Type': type }),
    ...(cart && { 'X-Cart-Token': cart }),
    ...(cookie && { Cookie: cookie }),
    ...(origin !== null && { Origin: origin }),
    'X-Forwarded-For': from,
    ...call.headers,
  })
  const method = call.method ?? (content === undefined ? 'GET' : 'POST')
  const init: RequestInit & { duplex: 'half' } = { method, headers, body: content, duplex: 'half' }
  return new Request(`${shopOrigin}/api/store${path}`, init)
}

/** Another address for each call, so that no test uses up the tries of the next. */
const anyone = (): string => `2001:db8:${randomUUID().slice(0, 4)}:${randomUUID().slice(0, 4)}::1`

/** One call of the Store API through the very handlers that Next.js serves. */
export async function callStore<Body = Record<string, unknown>>(
  path: string,
  call: StoreCall = {},
): Promise<StoreAnswer<Body>> {
  const request = requestOf(path, call)
  const { pathname } = new URL(request.url)
  const rest = pathname.split('/').slice(3).map(decodeURIComponent)
  const handler = (store as Record<string, RouteHandler>)[request.method]
  if (!handler) throw new Error(`The Store API does not export ${request.method}`)
  const response = await handler(request, { params: Promise.resolve({ rest }) })
  const text = await response.text()
  const isJson = /json/.test(response.headers.get('content-type') ?? '')
  const pairs = response.headers.getSetCookie().map((line) => (line.split(';')[0] ?? '').split('='))
  return {
    status: response.status,
    headers: response.headers,
    text,
    body: (isJson ? JSON.parse(text) : undefined) as Body,
    cookies: Object.fromEntries(pairs.map(([name = '', ...value]) => [name, value.join('=')])),
  }
}
