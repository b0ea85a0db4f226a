import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { parse } from 'qs-esm'
import Stripe from 'stripe'
import { stripeBooks, StripeRefusal, type Intent, type StripeEvent } from './stripe-books'

/**
 * How a call goes wrong. `gone`: the line breaks. `silent`: no answer ever. `garbage`: no JSON. `nonsense`: JSON
 * that is nothing. `error`: 500. With `isDone` the work is done first, and only its answer is lost.
 */
export interface Fault {
  how: 'gone' | 'silent' | 'garbage' | 'nonsense' | 'error'
  /** The beginning of method and path, as in `POST /v1/refunds`. */
  call: string
  isDone?: boolean
  /** How many calls; all from now on when left out. */
  times?: number
}

export interface StripeKeys {
  secret: string
  publishable: string
  webhook: string
}

export const testKeys: StripeKeys = {
  secret: 'sk_test_only_for_the_double',
  publishable: 'pk_test_only_for_the_double',
  webhook: 'whsec_only_for_the_double',
}

interface Reply {
  status: number
  body: unknown
}
type Body = Record<string, unknown>

const bodyOf = async (request: IncomingMessage): Promise<string> => {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(part as Buffer)
  return Buffer.concat(parts).toString()
}

const isSet = (value: unknown): value is string => typeof value === 'string' && value !== ''
const numberOf = (value: unknown): number | undefined => (isSet(value) ? Number(value) : undefined)
const listed = (data: unknown[], hasMore = false) => ({ object: 'list', data, has_more: hasMore, url: '/v1' })
const file = (name: string) => readFileSync(new URL(name, import.meta.url), 'utf8')

const webhooks = new Stripe(testKeys.secret).webhooks

/** A message as Stripe signs it; `at` in seconds since 1970. */
export function signed(
  event: StripeEvent,
  { secret = testKeys.webhook, at = Math.floor(Date.now() / 1000) } = {},
): { body: string; signature: string } {
  const body = JSON.stringify(event)
  return { body, signature: webhooks.generateTestHeaderString({ payload: body, secret, timestamp: at }) }
}

/**
 * A stand-in for Stripe on this machine: the endpoints that the shop uses, with Stripe's own signatures and
 * idempotency keys, and the card form and the bank's page for browsers. It can break in every way that a network
 * can. Events go to `webhookUrl` as they happen, unless that is unset or `holdEvents` is on.
 */
export async function startStripeDouble({ port = 0 } = {}) {
  let webhookUrl: string | undefined
  let holdEvents = false
  let faults: Fault[] = []
  const calls: string[] = []
  const answers = new Map<string, { hash: string; reply: Reply }>()

  const books = stripeBooks((event) => {
    if (webhookUrl && !holdEvents) setTimeout(() => void deliver(event), 20)
  })

  async function deliver(event: StripeEvent): Promise<number> {
    if (!webhookUrl) return 0
    const { body, signature } = signed(event)
    const headers = { 'content-type': 'application/json', 'stripe-signature': signature }
    const answer = await fetch(webhookUrl, { method: 'POST', body, headers }).catch(() => undefined)
    return answer?.status ?? 0
  }

  function payments(method: string, [id, verb]: string[], body: Body): Intent | undefined {
    if (method === 'POST' && !id)
      return books.create({
        amount: Number(body.amount),
        currency: String(body.currency),
        capture_method: isSet(body.capture_method) ? body.capture_method : 'automatic',
        metadata: (body.metadata ?? {}) as Record<string, string>,
      })
    if (!id) return undefined
    if (method === 'GET') return books.find(id)
    if (verb === 'capture') return books.capture(id, numberOf(body.amount_to_capture))
    if (verb === 'cancel') return books.cancel(id)
    if (verb !== 'confirm') return undefined
    if (books.find(id).client_secret !== body.client_secret)
      throw new StripeRefusal(400, { type: 'invalid_request_error', message: 'Wrong client secret' })
    // What a wallet has shown has to be what it pays.
    const shown = numberOf(body.amount)
    if (shown !== undefined && shown !== books.find(id).amount)
      throw new StripeRefusal(400, {
        type: 'invalid_request_error',
        message: 'The amount of the elements is another',
      })
    if (isSet(body.capture_method) && body.capture_method !== books.find(id).capture_method)
      throw new StripeRefusal(400, {
        type: 'invalid_request_error',
        message: 'The capture method is another',
      })
    return books.confirm(id, String(body.card))
  }

  function events(query: URLSearchParams): unknown {
    const types = [...query.entries()].filter(([name]) => name.startsWith('types')).map(([, value]) => value)
    const since = Number(query.get('created[gte]') ?? 0)
    const limit = Number(query.get('limit') ?? 10)
    const all = books.events
      .filter((event) => event.created >= since && (types.length === 0 || types.includes(event.type)))
      .reverse()
    const from = all.findIndex((event) => event.id === query.get('starting_after')) + 1
    return listed(all.slice(from, from + limit), from + limit < all.length)
  }

  function work(method: string, { pathname, searchParams }: URL, body: Body): unknown {
    const [, , thing, ...rest] = pathname.split('/')
    if (thing === 'payment_intents') return payments(method, rest, body)
    if (thing === 'refunds' && method === 'POST')
      return books.refund(String(body.payment_intent), numberOf(body.amount))
    if (thing === 'events' && method === 'GET') return events(searchParams)
    if (thing === 'disputes' && method === 'GET')
      return listed(books.disputes.filter((one) => one.payment_intent === searchParams.get('payment_intent')))
    return undefined
  }

  /** The first answer under a key is the answer to every repeat, also when it was an error. */
  function once(key: string | undefined, request: string, make: () => Reply): Reply {
    const hash = createHash('sha256').update(request).digest('hex')
    const known = key === undefined ? undefined : answers.get(key)
    if (known && known.hash !== hash)
      return {
        status: 400,
        body: { error: { type: 'idempotency_error', message: 'Key used for another request' } },
      }
    const reply = known?.reply ?? make()
    if (key !== undefined) answers.set(key, { hash, reply })
    return reply
  }

  function reply(method: string, url: URL, body: Body): Reply {
    try {
      const made = work(method, url, body)
      if (made === undefined) return { status: 404, body: { error: { message: 'Unrecognized request URL' } } }
      return { status: 200, body: structuredClone(made) }
    } catch (error) {
      if (error instanceof StripeRefusal) return { status: error.status, body: { error: error.body } }
      throw error
    }
  }

  function faultFor(call: string): Fault | undefined {
    const fault = faults.find((one) => call.startsWith(one.call))
    if (fault?.times !== undefined) {
      fault.times -= 1
      if (fault.times === 0) faults = faults.filter((one) => one !== fault)
    }
    return fault
  }

  async function api(request: IncomingMessage, response: ServerResponse, url: URL): Promise<void> {
    const method = request.method ?? 'GET'
    const text = await bodyOf(request)
    const body = parse(text) as Body
    const call = `${method} ${url.pathname}`
    calls.push(call)
    const isBrowser = isSet(body.key)
    if (!isBrowser && request.headers.authorization !== `Bearer ${testKeys.secret}`)
      return send(response, 401, { error: { type: 'invalid_request_error', message: 'Invalid API key' } })
    const fault = isBrowser ? undefined : faultFor(call)
    const key = request.headers['idempotency-key']?.toString()
    const answer = (make: () => Reply) => once(key, `${call}\n${text}`, make)
    if (!fault) {
      const { status, body: made } = answer(() => reply(method, url, body))
      return send(response, status, made)
    }
    if (fault.isDone) answer(() => reply(method, url, body))
    fail(response, fault, () =>
      answer(() => ({ status: 500, body: { error: { type: 'api_error', message: 'Sorry' } } })),
    )
  }

  function fail(response: ServerResponse, { how, isDone }: Fault, error: () => Reply): void {
    if (how === 'gone') response.destroy()
    else if (how === 'garbage')
      response.writeHead(200, { 'content-type': 'text/html' }).end('<h1>Bad gateway</h1>')
    else if (how === 'nonsense') send(response, 200, { hello: 'world' })
    else if (how === 'error') send(response, 500, isDone ? { error: { message: 'Sorry' } } : error().body)
  }

  function send(response: ServerResponse, status: number, body: unknown): void {
    const headers = { 'content-type': 'application/json', 'access-control-allow-origin': '*' }
    response.writeHead(status, { ...headers, 'stripe-should-retry': 'false' }).end(JSON.stringify(body))
  }

  /** The bank's page of 3-D Secure. Its two buttons lead back to the shop. */
  async function bank(request: IncomingMessage, response: ServerResponse, url: URL): Promise<void> {
    const id = url.pathname.split('/').at(-1) ?? ''
    const back = url.searchParams.get('return') ?? '/'
    if (request.method !== 'POST') {
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(file('bank-page.html'))
      return
    }
    const isGood = (parse(await bodyOf(request)) as Body).answer === 'yes'
    books.answer(id, isGood)
    const to = new URL(back)
    to.searchParams.set('payment_intent', id)
    to.searchParams.set('payment_intent_client_secret', books.find(id).client_secret)
    to.searchParams.set('redirect_status', isGood ? 'succeeded' : 'failed')
    response.writeHead(303, { location: to.href }).end()
  }

  /** For tests in another process. */
  async function control(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const order = JSON.parse((await bodyOf(request)) || '{}') as {
      webhookUrl?: string
      holdEvents?: boolean
      faults?: Fault[]
      deliver?: boolean
    }
    webhookUrl = order.webhookUrl ?? webhookUrl
    holdEvents = order.holdEvents ?? holdEvents
    faults = order.faults ?? faults
    if (order.deliver) for (const event of books.events) await deliver(event)
    send(response, 200, {
      intents: [...books.intents.values()],
      refunds: books.refunds,
      events: books.events,
    })
  }

  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://stripe.double')
    const script = () =>
      void response.writeHead(200, { 'content-type': 'text/javascript' }).end(file('card-form.browser.js'))
    const handled = url.pathname.startsWith('/v1/')
      ? api(request, response, url)
      : url.pathname.startsWith('/bank/')
        ? bank(request, response, url)
        : url.pathname === '/_double'
          ? control(request, response)
          : url.pathname === '/v3/'
            ? script()
            : send(response, 404, {})
    void Promise.resolve(handled).catch((error: unknown) => {
      console.warn('The double of Stripe failed', error)
      response.destroy()
    })
  })
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))

  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    books,
    /** Every call so far, as `POST /v1/refunds`. */
    calls,
    deliver,
    setFaults: (now: Fault[]) => void (faults = now.map((fault) => ({ ...fault }))),
    setWebhookUrl: (url: string | undefined) => void (webhookUrl = url),
    setHoldEvents: (isOn: boolean) => void (holdEvents = isOn),
    /** What the shop's environment needs. */
    get environment() {
      return {
        STRIPE_SECRET_KEY: testKeys.secret,
        STRIPE_PUBLISHABLE_KEY: testKeys.publishable,
        STRIPE_WEBHOOK_SECRET: testKeys.webhook,
        STRIPE_API_BASE: this.url,
      }
    },
    stop: () =>
      new Promise<void>((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}

export type StripeDouble = Awaited<ReturnType<typeof startStripeDouble>>
