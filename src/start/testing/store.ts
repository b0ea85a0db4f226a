import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { anotherAddress, shopOrigin, toAnswer, type Answer, type Call } from './http'

const root = fileURLToPath(new URL('../../app/api/store', import.meta.url))

type Handler = (request: Request, context: { params: Promise<Record<string, string>> }) => Promise<Response>
type Route = Partial<Record<string, Handler>>

interface Found {
  /** As in `carts/current/lines/[id]`. */
  pattern: string
  route: Route
}

/** Every route of the Store API, found as Next.js finds them. */
export async function storeRoutes(): Promise<Found[]> {
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((file) =>
    /(^|\/)route\.tsx?$/.test(file),
  )
  return Promise.all(
    files.map(async (file) => ({
      pattern: file.replace(/\/?route\.tsx?$/, ''),
      route: (await import(pathToFileURL(join(root, file)).href)) as Route,
    })),
  )
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
