import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { env } from '#env'
import { buyer } from './buyer'
import { httpClient, inParallel, percentile, type Client } from './http-client'
import { noteFigures } from './scoreboard/note-figure'
import { memoryOf, openStormGround } from './storms/ground'
import { nobody, receive, refusalsOf, type Places } from './storms/visitors'

const isFull = env.MOLINI_PROOF === 'full'
const size = isFull ? 1 : 0.1

let ground: Awaited<ReturnType<typeof openStormGround>>
let places: Places

beforeAll(async () => {
  ground = await openStormGround(inject('dataRoot'))
  const variants = await ground.room.variants(40)
  await ground.room.deliver(variants, 100_000)
  const found = await ground.room.one<{ slug: string }>(
    `SELECT slug FROM products WHERE _status = 'published' ORDER BY popularity DESC LIMIT 20`,
  )
  places = {
    pages: ['/', '/c/women', '/c/men', ...found.map(({ slug }) => `/p/${slug}`)],
    variants,
  }
}, 300_000)
afterAll(() => ground.close())

const within = async (most: number, work: () => Promise<unknown>): Promise<number> => {
  const began = performance.now()
  await work()
  const took = performance.now() - began
  expect(took).toBeLessThan(most)
  return took
}

const storm = 500 * size
test(`${storm} guests who fill a bag at once get it, and the shop answers as ever afterwards`, async (context) => {
  const client = httpClient(ground.url, storm)
  const statuses: number[] = []
  const write = async (path: string, headers: Record<string, string>, body: object) => {
    const answer = await client({ method: 'POST', path: `/api/store${path}`, headers, body })
    statuses.push(answer.status)
    return answer
  }
  await Promise.all(
    Array.from({ length: storm }, async (_, index) => {
      const { status, body } = await write('/carts', {}, { market: 'eu' })
      if (status !== 201) return
      const { token } = JSON.parse(body) as { token: string }
      const variantId = places.variants[index % places.variants.length]
      await write('/carts/current/lines', { 'x-cart-token': token }, { variantId, quantity: 1 })
    }),
  )
  const good = statuses.filter((status) => status < 300).length
  expect(statuses.filter((status) => status >= 300 && ![429, 503].includes(status))).toEqual([])
  expect(good / statuses.length).toBeGreaterThanOrEqual(0.995)
  const calm = httpClient(ground.url, 1)
  const afterwards = await within(1_000, async () => {
    expect((await calm({ method: 'GET', path: '/api/store/products' })).status).toBe(200)
    await buyer(calm).openCart()
  })
  noteFigures(context, { cartsKept: (100 * good) / statuses.length, afterStorm: afterwards })
})

test('pairs of an order that is not paid are for sale again within a minute of its end', async (context) => {
  const guest = buyer(httpClient(ground.url, 1))
  const token = await guest.openCart()
  await guest.add(token, places.variants[0] ?? '')
  const { json } = await guest.checkout(token, await guest.shippingOption(token))
  const { number } = json.order as { number: string }
  await ground.room.one(`UPDATE orders SET expires_at = now() WHERE number = $1`, [number])
  const began = performance.now()
  const held = () =>
    ground.room.one(
      'SELECT r.id FROM reservations r JOIN orders o ON o.id = r.order_id WHERE o.number = $1',
      [number],
    )
  await expect.poll(held, { timeout: 60_000, interval: 100 }).toEqual([])
  noteFigures(context, { secondsHeld: (performance.now() - began) / 1000 })
})

/** The middle of what memory was, each second for so long. */
async function middleOfMemory(seconds: number): Promise<number> {
  const seen: number[] = []
  for (let second = 0; second < seconds; second += 1) {
    seen.push(memoryOf(ground.processes()))
    await pause(1_000)
  }
  return percentile(
    seen.sort((one, other) => one - other),
    0.5,
  )
}

/** Milliseconds that a page from memory takes while 50 ask for nothing else: what this machine can do just then. */
async function fromMemory(client: Client): Promise<number> {
  const [calls, visitors] = [3_000, 50]
  const began = performance.now()
  await inParallel(calls, visitors, async () => {
    await client({ method: 'GET', path: '/', headers: { 'accept-encoding': 'br' } })
  })
  return ((performance.now() - began) * visitors) / calls
}

const seconds = isFull ? 60 : 4
/** So many times what a page from memory takes, at the most, with bags and orders among the visits. */
const mostBesideMemory = { mean: 10, p95: 25 }
test(`50 visitors for ${seconds} s are answered quickly, without one error`, async (context) => {
  const met = nobody()
  const client = httpClient(ground.url, 50)
  for (const path of places.pages) await client({ method: 'GET', path })
  const reference = await fromMemory(client)
  const end = Date.now() + 1_000 * seconds
  await receive(client, places, { visitors: 50, isOver: () => Date.now() > end, met })
  const sorted = met.millis.sort((one, other) => one - other)
  const mean = sorted.reduce((sum, one) => sum + one, 0) / sorted.length
  const p95 = percentile(sorted, 0.95)
  noteFigures(context, { loadMean: mean, loadP95: p95, loadAnswers: sorted.length })
  console.log(
    `${sorted.length} answers in ${seconds} s, mean ${mean.toFixed(0)} ms, p95 ${p95.toFixed(0)} ms, p99 ${percentile(sorted, 0.99).toFixed(0)} ms, ${(mean / reference).toFixed(1)} and ${(p95 / reference).toFixed(1)} x a page from memory`,
  )
  expect(refusalsOf(met)).toEqual([])
  expect(mean / reference).toBeLessThan(mostBesideMemory.mean)
  expect(p95 / reference).toBeLessThan(mostBesideMemory.p95)
  expect(mean).toBeLessThan(200)
  expect(p95).toBeLessThan(500)
})

test.runIf(isFull)('ten minutes of 50 visitors take no more memory than the first', async (context) => {
  const met = nobody()
  const state = { isOver: false }
  const visiting = receive(httpClient(ground.url, 50), places, {
    ...{ visitors: 50, met },
    isOver: () => state.isOver,
  })
  const before = await middleOfMemory(60)
  await pause(480_000)
  const after = await middleOfMemory(60)
  state.isOver = true
  await visiting
  noteFigures(context, { memoryGrowth: (100 * (after - before)) / before })
  console.log(`${before.toFixed(0)} MB in the first minute, ${after.toFixed(0)} MB in the tenth`)
  expect(refusalsOf(met)).toEqual([])
  expect(after).toBeLessThan(1.1 * before)
})

const rounds = 20 * size
test(`the database ends connections or is started again ${rounds} times under load: the process stays, nothing is worse than 503`, async (context) => {
  const before = ground.processes()
  const met = nobody()
  const state = { isOver: false }
  const visiting = receive(httpClient(ground.url, 12), places, {
    ...{ visitors: 12, met },
    isOver: () => state.isOver,
  })
  const calm = httpClient(ground.url, 2)
  const isWell = async () => {
    const calls = [
      calm({ method: 'GET', path: '/api/store/products' }),
      calm({ method: 'POST', path: '/api/store/carts', body: { market: 'eu' } }),
    ]
    return (await Promise.all(calls)).every(({ status }) => status < 300)
  }
  const recoveries: number[] = []
  for (let round = 0; round < rounds; round += 1) {
    await pause(500)
    if (round % 2 === 0) await ground.endConnections()
    else {
      await ground.stopDatabase()
      await pause(1_000)
      await ground.startDatabase()
    }
    const began = performance.now()
    await expect.poll(isWell, { timeout: 60_000, interval: 50 }).toBe(true)
    recoveries.push(performance.now() - began)
  }
  state.isOver = true
  await visiting
  const slowest = Math.max(...recoveries)
  noteFigures(context, { slowestRecovery: slowest / 1_000 })
  console.log(
    `back after ${recoveries.map(Math.round).join(', ')} ms; answers ${JSON.stringify([...met.statuses])}`,
  )
  expect(refusalsOf(met).filter(([status]) => status !== 503)).toEqual([])
  expect(ground.processes()).toEqual(before)
  expect(slowest).toBeLessThan(5_000)
  expect(await ground.room.faults()).toEqual([])
})
