import { randomUUID } from 'node:crypto'
import { trustedOrigins } from '#ops/origins'

type Handler = (request: Request, context: { params: Promise<Record<string, string>> }) => Promise<Response>
type Module = Readonly<Record<string, Handler>>

/** The route files as Next.js finds them, the more exact ones first. */
const routes: readonly [string, () => Promise<unknown>][] = [
  ['/products', () => import('../../store/products/route')],
  ['/products/:slug', () => import('../../store/products/[slug]/route')],
  ['/products/:slug/reviews', () => import('../../store/products/[slug]/reviews/route')],
  ['/suggest', () => import('../../store/suggest/route')],
  ['/address-suggestions', () => import('../../store/address-suggestions/route')],
  ['/carts', () => import('../../store/carts/route')],
  ['/carts/current', () => import('../../store/carts/current/route')],
  ['/carts/current/lines', () => import('../../store/carts/current/lines/route')],
  ['/carts/current/lines/:id', () => import('../../store/carts/current/lines/[id]/route')],
  ['/carts/current/code', () => import('../../store/carts/current/code/route')],
  ['/carts/current/gift-note', () => import('../../store/carts/current/gift-note/route')],
  ['/carts/current/gift-cards', () => import('../../store/carts/current/gift-cards/route')],
  ['/carts/current/gift-cards/:id', () => import('../../store/carts/current/gift-cards/[id]/route')],
  ['/carts/current/store-credit', () => import('../../store/carts/current/store-credit/route')],
  ['/carts/current/shipping-options', () => import('../../store/carts/current/shipping-options/route')],
  ['/carts/current/wallet-quote', () => import('../../store/carts/current/wallet-quote/route')],
  ['/orders/:number/give-up', () => import('../../store/orders/[number]/give-up/route')],
  ['/payment-methods', () => import('../../store/payment-methods/route')],
  ['/checkout', () => import('../../store/checkout/route')],
  ['/orders/:number', () => import('../../store/orders/[number]/route')],
  ['/orders/:number/again', () => import('../../store/orders/[number]/again/route')],
  ['/orders/:number/returns', () => import('../../store/orders/[number]/returns/route')],
  ['/orders/:number/reviews', () => import('../../store/orders/[number]/reviews/route')],
  ['/orders/:number/papers', () => import('../../store/orders/[number]/papers/route')],
  ['/orders/:number/papers/:paper', () => import('../../store/orders/[number]/papers/[paper]/route')],
  ['/orders/:number/withdrawals', () => import('../../store/orders/[number]/withdrawals/route')],
  ['/wishlist', () => import('../../store/wishlist/route')],
  ['/wishlist/share', () => import('../../store/wishlist/share/route')],
  ['/wishlist/items/:slug', () => import('../../store/wishlist/items/[slug]/route')],
  ['/wishlist/shared/:key', () => import('../../store/wishlist/shared/[key]/route')],
  ['/newsletter/leave', () => import('../../store/newsletter/leave/route')],
  ['/measuring/stop', () => import('../../store/measuring/stop/route')],
  ['/stock-alerts', () => import('../../store/stock-alerts/route')],
  ['/carts/current/holds', () => import('../../store/carts/current/holds/route')],
  ['/customers', () => import('../../store/customers/route')],
  ['/session', () => import('../../store/session/route')],
  ['/password-reset', () => import('../../store/password-reset/route')],
  ['/password-reset/confirm', () => import('../../store/password-reset/confirm/route')],
  ['/me', () => import('../../store/me/route')],
  ['/me/prices', () => import('../../store/me/prices/route')],
  ['/me/addresses', () => import('../../store/me/addresses/route')],
  ['/me/addresses/:id', () => import('../../store/me/addresses/[id]/route')],
  ['/me/sizes', () => import('../../store/me/sizes/route')],
  ['/me/sizes/:segment', () => import('../../store/me/sizes/[segment]/route')],
  ['/me/children', () => import('../../store/me/children/route')],
  ['/me/children/:id', () => import('../../store/me/children/[id]/route')],
  ['/me/stock-alerts', () => import('../../store/me/stock-alerts/route')],
  ['/me/stock-alerts/:id', () => import('../../store/me/stock-alerts/[id]/route')],
  ['/me/export', () => import('../../store/me/export/route')],
  ['/google', () => import('../../store/google/route')],
  ['/google/callback', () => import('../../store/google/callback/route')],
  ['/session/second-step', () => import('../../store/session/second-step/route')],
  ['/me/second-factor', () => import('../../store/me/second-factor/route')],
  ['/session/passkey', () => import('../../store/session/passkey/route')],
  ['/session/passkey/options', () => import('../../store/session/passkey/options/route')],
  ['/me/passkeys', () => import('../../store/me/passkeys/route')],
  ['/me/passkeys/options', () => import('../../store/me/passkeys/options/route')],
  ['/me/passkeys/:id', () => import('../../store/me/passkeys/[id]/route')],
  ['/me/google', () => import('../../store/me/google/route')],
  ['/me/sessions', () => import('../../store/me/sessions/route')],
  ['/me/sessions/:id', () => import('../../store/me/sessions/[id]/route')],
  ['/me/email', () => import('../../store/me/email/route')],
  ['/me/email/confirm', () => import('../../store/me/email/confirm/route')],
  ['/sign-in-link', () => import('../../store/sign-in-link/route')],
  ['/sign-in-link/confirm', () => import('../../store/sign-in-link/confirm/route')],
  ['/me/erasure', () => import('../../store/me/erasure/route')],
  ['/me/erasure/confirm', () => import('../../store/me/erasure/confirm/route')],
  ['/me/orders', () => import('../../store/me/orders/route')],
  ['/me/store-credit', () => import('../../store/me/store-credit/route')],
  ['/payments/:provider/webhook', () => import('../../store/payments/[provider]/webhook/route')],
  ['/openapi.json', () => import('../../store/openapi.json/route')],
  ['/forms/review', () => import('../../store/forms/review/route')],
  ['/forms/:form', () => import('../../store/forms/[form]/route')],
]

export const storePaths = routes.map(([pattern]) => pattern)
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

function find(path: string): { load: () => Promise<unknown>; params: Record<string, string> } {
  for (const [pattern, load] of routes) {
    const names = [...pattern.matchAll(/:(\w+)/g)].map(([, name]) => name ?? '')
    const match = new RegExp(`^${pattern.replace(/:\w+/g, '([^/]+)').replace('.', '\\.')}$`).exec(path)
    if (match) {
      const values = match.slice(1).map((value) => decodeURIComponent(value))
      return { load, params: Object.fromEntries(names.map((name, index) => [name, values[index] ?? ''])) }
    }
  }
  return { load: () => import('../../store/[...rest]/route'), params: {} }
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
  const { load, params } = find(path.split('?')[0] ?? path)
  const handler = ((await load()) as Module)[request.method]
  if (!handler) throw new Error(`The route of ${path} does not export ${request.method}`)
  const response = await handler(request, { params: Promise.resolve(params) })
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
