import * as rest from '../../app/api/store/[...rest]/route'
import { endpoints } from '../../app/api/store/endpoints'
import { anotherAddress, shopOrigin, toAnswer, type Answer, type Call } from './http'

type Handler = (request: Request, context: { params: Promise<Record<string, string>> }) => Promise<Response>
type Route = Partial<Record<string, Handler>>

interface Found {
  /** As in `carts/current/lines/[id]`. */
  pattern: string
  route: Route
}

/** Every endpoint of the Store API, and what is at none. */
export async function storeRoutes(): Promise<Found[]> {
  const found = endpoints.map(async ([pattern, load]) => ({
    pattern: pattern.slice(1).replace(/:(\w+)/g, '[$1]'),
    route: await load(),
  }))
  return [...(await Promise.all(found)), { pattern: '[...rest]', route: { ...rest } }]
}

export interface StoreCall extends Call {
  /** Values for the parts of the pattern in brackets. */
  params?: Record<string, string>
}

/** One call of a Store API route, as Next.js hands it on. */
export async function callStore({ pattern, route }: Found, call: StoreCall = {}): Promise<Answer> {
  const { method = 'GET', body, raw, cookie, origin = shopOrigin, params = {} } = call
  const path = pattern.replace(/\[(?:\.\.\.)?(\w+)\]/g, (_, name: string) =>
    encodeURIComponent(params[name] ?? 'x'),
  )
  const content = raw ?? (body === undefined ? undefined : JSON.stringify(body))
  const headers = new Headers({
    ...(content !== undefined && { 'Content-Type': 'application/json' }),
    ...(cookie && { Cookie: cookie }),
    ...(origin !== null && { Origin: origin }),
    'X-Forwarded-For': call.from ?? anotherAddress(),
    ...call.headers,
  })
  const url = new URL(`/api/store/${path}`, shopOrigin)
  url.search = call.query ?? ''
  const handler = route[method]
  if (!handler) throw new Error(`${pattern} exports no ${method}`)
  return toAnswer(
    await handler(new Request(url, { method, headers, body: content }), { params: Promise.resolve(params) }),
  )
}
