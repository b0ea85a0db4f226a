import { randomUUID } from 'node:crypto'
import { buyer, Unexpected } from '../buyer'
import type { Client } from '../http-client'

/** What somebody does at the shop. */
export const flowNames = [
  'a page that is kept',
  'a page nobody has seen',
  'a listing by the Store API',
  'a picture in a new size',
  'a bag',
  'an order by bank transfer',
  'an order by card',
  'signing in by password',
  'signing in with Google',
  'the order desk',
  'a screen of the admin',
  'an upload',
  'health: live',
  'health: ready',
  'jobs',
] as const

export type FlowName = (typeof flowNames)[number]

/** What somebody is left with: a status, and where that is the same with and without a service, what it said. */
export type Ending = number | (typeof endings)[keyof typeof endings]

/** Endings that a status alone would not tell apart. */
export const endings = {
  begun: '201, payment begun',
  notBegun: '201, payment not begun',
  signedIn: '303, signed in',
  notSignedIn: '303, not signed in',
} as const

export interface Ground {
  url: string
  client: Client
  variant: string
  /** Addresses of pictures that nobody has asked for. */
  pictures: string[]
  shopper: { email: string; password: string }
  /** The provider of sign-ins as the browser of a shopper reaches it, whatever becomes of the shop's own way to it. */
  provider: string
  /** The session of an owner. */
  cookie: string
  cronSecret: string
  drawing: Uint8Array<ArrayBuffer>
}

/** Milliseconds after which a shopper has gone. */
const patience = 25_000

/** Each does its work once and resolves to what it ended with; 0 where no answer came in time. */
export function flows(ground: Ground): Record<FlowName, () => Promise<Ending>> {
  const { url, client, variant } = ground
  const answerTo = async (path: string, options: RequestInit = {}): Promise<Response> => {
    const headers = { origin: url, ...options.headers }
    const signal = AbortSignal.timeout(patience)
    const answer = await fetch(url + path, { redirect: 'manual', ...options, headers, signal })
    await answer.arrayBuffer()
    return answer
  }
  const ask = async (path: string, options?: RequestInit): Promise<number> =>
    (await answerTo(path, options)).status
  const post = (path: string, body: object, headers: Record<string, string> = {}): Promise<number> =>
    ask(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    })
  const order = async (method: string) => {
    const guest = buyer(client)
    const token = await guest.openCart()
    await guest.add(token, variant)
    return guest.checkout(token, await guest.shippingOption(token), randomUUID(), method)
  }
  const orderByCard = async (): Promise<Ending> => {
    const { status, json } = await order('stripe')
    const { clientSecret } = (json.payment ?? {}) as { clientSecret?: string }
    if (status !== 201) return status
    return clientSecret ? endings.begun : endings.notBegun
  }
  const isSignIn = (address: string) => new URL(address, url).pathname.endsWith('/account/sign-in')
  /** To Google and back: what the shop asks of it by itself comes last. */
  const signInWithGoogle = async (): Promise<Ending> => {
    const sent = await answerTo('/api/store/google')
    if (sent.status !== 303) return sent.status
    const asked = sent.headers.get('location') ?? ''
    if (isSignIn(asked)) return endings.notSignedIn
    const choice = new URLSearchParams({ asked, email: 'grace@example.com' })
    const agreed = await fetch(`${ground.provider}/agree?${choice}`, { redirect: 'manual' })
    const { pathname, search } = new URL(agreed.headers.get('location') ?? '')
    const cookie = sent.headers.getSetCookie().map((line) => line.split(';')[0])
    const back = await answerTo(pathname + search, { headers: { cookie: cookie.join('; ') } })
    if (back.status !== 303) return back.status
    return isSignIn(back.headers.get('location') ?? '') ? endings.notSignedIn : endings.signedIn
  }
  const upload = (): Promise<number> => {
    const body = new FormData()
    body.append('_payload', JSON.stringify({ alt: 'A derby' }))
    body.append('file', new File([ground.drawing], `${randomUUID()}.png`, { type: 'image/png' }))
    return ask('/api/media', { method: 'POST', body, headers: { cookie: ground.cookie } })
  }
  return {
    'a page that is kept': () => ask('/'),
    'a page nobody has seen': () => ask(`/c/men/f/price-1-${100 + Math.floor(Math.random() * 9_000)}`),
    'a listing by the Store API': () => ask('/api/store/products?category=women&colour=black'),
    'a picture in a new size': () => ask(ground.pictures.pop() ?? '/nothing-left'),
    'a bag': () => post('/api/store/carts', { market: 'eu' }),
    'an order by bank transfer': async () => (await order('manual')).status,
    'an order by card': orderByCard,
    'signing in by password': () => post('/api/store/session', ground.shopper),
    'signing in with Google': signInWithGoogle,
    'the order desk': () => ask('/api/orders?limit=1&depth=0', { headers: { cookie: ground.cookie } }),
    'a screen of the admin': () => ask('/admin/collections/orders', { headers: { cookie: ground.cookie } }),
    'an upload': upload,
    'health: live': () => ask('/api/health/live'),
    'health: ready': () => ask('/api/health/ready'),
    jobs: () => post('/api/cron/tick', {}, { authorization: `Bearer ${ground.cronSecret}` }),
  }
}

/** What a flow ended with, and the milliseconds it took. A flow of several calls ends with the first that is refused. */
export async function tried(flow: () => Promise<Ending>): Promise<{ ending: Ending; millis: number }> {
  const began = performance.now()
  const ending = await flow().catch((error: unknown) =>
    error instanceof Unexpected ? Number(/got (\d+)/.exec(error.message)?.[1] ?? 0) : 0,
  )
  return { ending, millis: Math.round(performance.now() - began) }
}
