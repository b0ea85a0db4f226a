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

export interface Ground {
  url: string
  client: Client
  variant: string
  /** Addresses of pictures that nobody has asked for. */
  pictures: string[]
  shopper: { email: string; password: string }
  /** The session of an owner. */
  cookie: string
  cronSecret: string
  drawing: Uint8Array<ArrayBuffer>
}

/** Milliseconds after which a shopper has gone. */
const patience = 25_000

/** Each does its work once and resolves to the status of the answer it ended with; 0 where none came in time. */
export function flows(ground: Ground): Record<FlowName, () => Promise<number>> {
  const { url, client, variant } = ground
  const ask = async (path: string, options: RequestInit = {}): Promise<number> => {
    const headers = { origin: url, ...options.headers }
    const signal = AbortSignal.timeout(patience)
    const answer = await fetch(url + path, { redirect: 'manual', ...options, headers, signal })
    await answer.arrayBuffer()
    return answer.status
  }
  const post = (path: string, body: object, headers: Record<string, string> = {}): Promise<number> =>
    ask(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    })
  const order = async (method: string): Promise<number> => {
    const guest = buyer(client)
    const token = await guest.openCart()
    await guest.add(token, variant)
    return (await guest.checkout(token, await guest.shippingOption(token), randomUUID(), method)).status
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
    'an order by bank transfer': () => order('manual'),
    'an order by card': () => order('stripe'),
    'signing in by password': () => post('/api/store/session', ground.shopper),
    'signing in with Google': () => ask('/api/store/google'),
    'the order desk': () => ask('/api/orders?limit=1&depth=0', { headers: { cookie: ground.cookie } }),
    'a screen of the admin': () => ask('/admin/collections/orders', { headers: { cookie: ground.cookie } }),
    'an upload': upload,
    'health: live': () => ask('/api/health/live'),
    'health: ready': () => ask('/api/health/ready'),
    jobs: () => post('/api/cron/tick', {}, { authorization: `Bearer ${ground.cronSecret}` }),
  }
}

/** The status a flow ended with, and the milliseconds it took. A flow of several calls ends with the first that is refused. */
export async function tried(flow: () => Promise<number>): Promise<{ status: number; millis: number }> {
  const began = performance.now()
  const status = await flow().catch((error: unknown) =>
    error instanceof Unexpected ? Number(/got (\d+)/.exec(error.message)?.[1] ?? 0) : 0,
  )
  return { status, millis: Math.round(performance.now() - began) }
}
