import { execFileSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, expect, inject, test } from 'vitest'
import { env } from '#env'
import { cards } from '../services/payments/testing/stripe-books'
import { startStripeDouble, type Fault } from '../services/payments/testing/stripe-double'
import { filledData, owner, startShop } from '../start/testing/shop.mjs'
import { appProcesses } from './app-processes'
import { buyer } from './buyer'
import { httpClient } from './http-client'
import { stockRoom } from './stock-room'

const kills = env.MOLINI_PROOF === 'full' ? 20 : 1
const { dataDir, remove } = await filledData(inject('dataRoot'))
const double = await startStripeDouble()

afterAll(async () => {
  await double.stop()
  remove()
})

/** Stripe does what it is asked and says nothing: in that very moment the shop is killed. */
const silence: Fault[] = ['POST /v1/payment_intents', 'POST /v1/refunds', 'GET /v1/payment_intents'].map(
  (call) => ({ how: 'silent', call, isDone: true }),
)

type Shop = Awaited<ReturnType<typeof startShop>>

async function start(): Promise<Shop> {
  const shop = await startShop({ dataDir, environment: double.environment })
  double.setWebhookUrl(`${shop.url}/api/store/payments/stripe/webhook`)
  return shop
}

async function desk({ url }: Shop) {
  const headers = { 'content-type': 'application/json', origin: new URL(url).origin }
  const body = JSON.stringify(owner)
  const answer = await fetch(`${url}/api/users/login`, { method: 'POST', headers, body })
  const cookie = answer.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ')
  return (verb: string, order: string, key: string, content: object) =>
    fetch(`${url}/api/orders/${order}/${verb}`, {
      method: 'POST',
      headers: { ...headers, cookie, 'idempotency-key': key },
      body: JSON.stringify(content),
    })
}

async function until(what: string, isSo: () => Promise<boolean> | boolean): Promise<void> {
  for (let tries = 0; tries < 600; tries += 1) {
    if (await isSo()) return
    await sleep(200)
  }
  throw new Error(`It did not come to this: ${what}`)
}

test(`kill -9 between Stripe's work and its answer, ${kills} times: nothing is charged twice or lost`, async () => {
  let shop = await start()
  for (let kill = 0; kill < kills; kill += 1) {
    const room = await stockRoom(shop.databaseUrl)
    const [variant = ''] = await room.variants(1)
    await room.deliver([variant], 20)
    await room.one(`UPDATE shop_settings SET payment_capture = 'manual'`)
    const statusOf = async (order: string) =>
      (
        await room.one<{ status: string }>('SELECT payment_status AS status FROM orders WHERE id = $1', [
          order,
        ])
      )[0]?.status
    const guest = buyer(httpClient(shop.url, 4))
    const begin = async () => {
      const token = await guest.openCart()
      await guest.add(token, variant)
      return { token, option: await guest.shippingOption(token), key: randomUUID() }
    }
    const place = async ({ token, option, key }: Awaited<ReturnType<typeof begin>>) => {
      const { status, json } = await guest.checkout(token, option, key, 'stripe')
      expect(status).toBe(201)
      return { order: json.order as { id: string; number: string }, payment: json.payment as object }
    }
    const intentsOf = (order: string) =>
      [...double.books.intents.values()].filter(({ metadata }) => metadata.orderId === order)
    const pay = async () => {
      const { order } = await place(await begin())
      double.books.confirm(intentsOf(order.id)[0]?.id ?? '', cards.good)
      return order
    }
    const ask = await desk(shop)
    const held = await pay()
    const refunded = await pay()
    for (const order of [held, refunded])
      await until('held', async () => (await statusOf(order.id)) === 'authorised')
    expect((await ask('capture', refunded.id, randomUUID(), {})).status).toBe(200)
    double.setHoldEvents(true)
    const told = await pay()
    const event = double.books.events.at(-1)
    if (!event) throw new Error('nothing was told')
    const cart = await begin()

    double.setFaults(silence)
    double.calls.length = 0
    const keys = { capture: randomUUID(), refund: randomUUID() }
    const gone = [
      guest.checkout(cart.token, cart.option, cart.key, 'stripe'),
      ask('capture', held.id, keys.capture, {}),
      ask('refund', refunded.id, keys.refund, { amount: 100, reason: 'too late' }),
      double.deliver(event),
    ].map((call) => Promise.resolve(call).catch(() => undefined))
    await until('all four wait for Stripe', () => new Set(double.calls).size >= 4)
    execFileSync('kill', ['-9', ...appProcesses(shop.pid).map(String)])
    await Promise.all(gone)
    await room.close()
    double.setFaults([])
    double.setHoldEvents(false)

    shop = await start()
    const after = await stockRoom(shop.databaseUrl)
    const now = async (order: string) =>
      (
        await after.one<{ status: string; captured: number; refunded: number }>(
          `SELECT payment_status AS status, captured::float8 AS captured, refunded::float8 AS refunded FROM orders WHERE id = $1`,
          [order],
        )
      )[0]
    const back = buyer(httpClient(shop.url, 1))
    const again = await back.checkout(cart.token, cart.option, cart.key, 'stripe')
    expect(again.status).toBe(201)
    const { id } = again.json.order as { id: string }
    expect(intentsOf(id), 'one payment for one checkout').toHaveLength(1)
    expect((again.json.payment as { clientSecret?: string }).clientSecret).toBe(
      intentsOf(id)[0]?.client_secret,
    )

    const askAgain = await desk(shop)
    expect([200, 409]).toContain((await askAgain('capture', held.id, keys.capture, {})).status)
    const [captured] = intentsOf(held.id)
    await until('the capture is known', async () => (await now(held.id))?.status === 'paid')
    expect((await now(held.id))?.captured).toBe(captured?.amount_received)
    await until('the event is handled', async () => (await now(told.id))?.status === 'authorised')
    await until('the refund is known', async () => (await now(refunded.id))?.status === 'partially-refunded')
    const sent = double.books.refunds.filter(
      ({ payment_intent }) => payment_intent === intentsOf(refunded.id)[0]?.id,
    )
    expect(sent).toHaveLength(1)
    expect((await now(refunded.id))?.refunded).toBe(sent[0]?.amount)
    expect(await after.faults()).toEqual([])
    await after.close()
  }
  await shop.stop()
})
