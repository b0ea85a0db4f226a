import type { PayloadRequest } from 'payload'
import { z } from 'zod'
import { pastNext } from '#cache'
import { deviceOf } from '#domain/device'
import { DomainError } from '#domain/errors'
import { activeCache } from '#front/active'
import type { Given } from '#front/direct'
import { respond, respondPlainly } from '#ops/respond'
import { trustedOrigins } from '#ops/origins'
import type { CustomerView } from '#services/customer-account'
import { addressHeaders, callerNetwork } from '#services/client-address'
import { countCall, lendCall, type LimitedAction } from '#services/rate-limit'
import { customerOf } from '#services/sign-in-session'
import { comesFromUs, cookiesCount } from '#services/trusted-origin'
import { cookieNames, readCookies } from './cookies'
import { storeRequest } from './store-request'

const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const
export type Method = (typeof methods)[number]

/** One call of the Store API: what came in, and who it is from. */
export interface Call {
  request: Request
  url: URL
  params: Readonly<Record<string, string>>
  req: PayloadRequest
  /** A cookie, if cookies of this call count. Throws `origin.untrusted` where one is sent and may not. */
  cookie: (name: string) => string | undefined
  /** The token that names the cart, if any. */
  cartToken: () => string | undefined
  customer: () => Promise<CustomerView | undefined>
  count: (action: LimitedAction, subject?: string) => Promise<void>
  /** Counts a call that may turn out to be none of those that are limited; answers with how to give it back. */
  lend: (action: LimitedAction) => Promise<() => Promise<void>>
}

type Handler = (call: Call) => Promise<unknown>
/** A request as the server of ours hands it on, without Next.js. */
export type Asked = Pick<Request, 'method' | 'url' | 'headers'>
type Params = Record<string, string>
interface Context {
  params: Promise<Record<string, string | string[]>>
}
export interface RouteHandler {
  (request: Request, context: Context): Promise<Response>
  /** The same without Next.js, where it needs nothing of it. */
  directly?: (asked: Asked, params: Params) => Promise<Given>
}

const token = z.string().regex(/^[\w-]{16,128}$/)

const tokenOf = (value: string | null | undefined): string | undefined => token.safeParse(value).data

async function makeCall(request: Request, context: Context): Promise<Call> {
  const origins = trustedOrigins()
  if (request.method !== 'GET' && comesFromUs(request.headers, origins) === false)
    throw new DomainError('origin.untrusted')
  const [req, params] = await Promise.all([storeRequest(addressHeaders(request)), context.params])
  const address = callerNetwork(request)
  await countCall(req, 'store', { address })
  const cookies = readCookies(request.headers)
  const cookie = (name: string): string | undefined => {
    const value = cookies.get(name)
    if (value === undefined || cookiesCount(request, origins)) return value
    if (request.method === 'GET') return undefined
    throw new DomainError('origin.untrusted')
  }
  return {
    request,
    url: new URL(request.url),
    params: Object.fromEntries(Object.entries(params ?? {}).map(([name, value]) => [name, String(value)])),
    req,
    cookie,
    cartToken: () => tokenOf(request.headers.get('x-cart-token')) ?? tokenOf(cookie(cookieNames.cart)),
    customer: () => customerOf(req, tokenOf(cookie(cookieNames.customer))),
    count: (action, subject) => countCall(req, action, { address, subject }),
    lend: (action) => lendCall(req, action, { address }),
  }
}

const refuse = (allowed: readonly Method[]) => async (): Promise<Response> => {
  const response = await respond(() => Promise.reject(new DomainError('method.not-allowed')))
  response.headers.set('Allow', allowed.join(', '))
  return response
}

/**
 * What needs neither the cache of Next.js nor a body that is larger than others: method, address, headers and what was sent
 * are all that is read of the request.
 */
const directly =
  (handler: Handler): RouteHandler['directly'] =>
  (asked, params) =>
    pastNext(
      () =>
        respondPlainly(async () =>
          handler(await makeCall(asked as Request, { params: Promise.resolve(params) })),
        ),
      async (tags) => activeCache()?.revalidate(tags),
    )

/**
 * The exports of an endpoint: these methods, all answers as the Store API promises them, and 405 for the rest. `direct`: the
 * server of ours may ask it without Next.js, and so past its cache.
 */
export function route(
  handlers: Partial<Record<Method, Handler>>,
  { direct = false } = {},
): Record<Method, RouteHandler> {
  const allowed = methods.filter((method) => handlers[method])
  const made = methods.map((method): [Method, RouteHandler] => {
    const handler = handlers[method]
    if (!handler) return [method, refuse(allowed)]
    const inNext: RouteHandler = (request, context) =>
      respond(async () => handler(await makeCall(request, context)))
    return [method, direct ? Object.assign(inNext, { directly: directly(handler) }) : inNext]
  })
  return Object.fromEntries(made) as Record<Method, RouteHandler>
}

/** JSON with a status or cookies of its own. */
export function answer(body: unknown, { status = 200, cookies = [] as readonly string[] } = {}): Response {
  const response = Response.json(body, { status })
  for (const cookie of cookies) response.headers.append('Set-Cookie', cookie)
  return response
}

/** The cart's token. Throws `cart.not-found` when the call names none. */
export function requireCart(call: Call): string {
  const cart = call.cartToken()
  if (!cart) throw new DomainError('cart.not-found')
  return cart
}

/** Who is signed in. Throws `customer.required`. */
export async function requireCustomer(call: Call): Promise<CustomerView> {
  const customer = await call.customer()
  if (!customer) throw new DomainError('customer.required')
  return customer
}

/** The token of the shopper's session, if the call carries one. */
export const sessionIn = ({ cookie }: Pick<Call, 'cookie'>): string | undefined =>
  tokenOf(cookie(cookieNames.customer))

/** Who is signed in, and by which session. Throws `customer.required`. */
export async function requireSession(call: Call): Promise<{ customerId: string; token: string }> {
  const { id } = await requireCustomer(call)
  return { customerId: id, token: sessionIn(call) ?? '' }
}

/** The browser that calls, in the words in which its session is listed. */
export const deviceIn = ({ request }: Pick<Call, 'request'>): string =>
  deviceOf(request.headers.get('user-agent'))
