import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { env } from '#env'
import { findProgram } from '../start/debian.mjs'
import { withClient } from '../start/testing/database'
import { buyer } from './buyer'
import { httpClient, inParallel, type Call } from './http-client'
import { noteFigures } from './scoreboard/note-figure'
import { askToTheEnd, type Asked } from './several/ask-to-the-end'
import { openSeveral, type Part } from './several/ground'
import { addressOf, fillBag, order, type Attempt, type Tally } from './several/shoppers'

const isFull = env.MOLINI_PROOF === 'full'
const buyers = isFull ? 1_000 : 100
const stock = 10
const json = { 'content-type': 'application/json' }

describe.skipIf(!findProgram('nginx'))('three processes on a primary and a replica, behind nginx', () => {
  let ground: Awaited<ReturnType<typeof openSeveral>>
  /** Calls that were let through beyond the limits, or fewer than those. */
  const beyond: number[] = []
  beforeAll(async () => {
    ground = await openSeveral()
  }, 300_000)
  afterAll(() => ground.close())

  /** A size for sale that has fewer pairs than are wanted, filled up to exactly so many. */
  async function variantWith(pairs: number): Promise<string> {
    const [found] = await ground.room.one<{ id: string; pairs: number }>(
      `SELECT v.id, l.on_hand::int AS pairs FROM variants v JOIN products p ON p.id = v.product_id JOIN styles s ON s.id = p.style_id
         JOIN stock_levels l ON l.variant_id = v.id AND l.location_id = (SELECT id FROM locations WHERE is_default)
       WHERE p._status = 'published' AND s._status = 'published' AND p.price_in_e_u_r_enabled AND v.deleted_at IS NULL
         AND l.reserved = 0 AND l.on_hand < $1 AND coalesce(p.launched_at <= now(), true) ORDER BY v.id LIMIT 1`,
      [pairs],
    )
    if (!found) throw new Error('The demo shop has no size with so few pairs')
    await ground.room.deliver([found.id], pairs - found.pairs)
    return found.id
  }

  const part = (name: string): Part => {
    const found = ground.parts.find((one) => one.name === name)
    if (!found) throw new Error(`There is no ${name}`)
    return found
  }
  const statuses = (tally: Tally) => [...tally.keys()].filter((status) => status >= 500)

  test(`${buyers} buyers for ${stock} pairs, at three processes at once, are exactly ${stock} orders and ${buyers - stock} times 409`, async (context) => {
    const variant = await variantWith(stock)
    const bags: Attempt[] = []
    await inParallel(buyers, 16, async (index) => {
      bags.push(await fillBag(ground.url, variant, 20_000 + index, `crowd-${index}-${randomUUID()}`))
    })
    const began = performance.now()
    const ends = await Promise.all(
      bags.map(async ({ token, option, key, index }) => {
        const guest = buyer(httpClient(ground.url, 1, addressOf(index)))
        const { status, json: answer } = await guest.checkout(token, option, key)
        return status === 201
          ? String((answer.order as { number: string }).number)
          : `${status} ${answer.code}`
      }),
    )
    const raceSeconds = (performance.now() - began) / 1_000
    const numbers = ends.filter((end) => end.startsWith('M-'))
    const refusals = ends.filter((end) => !end.startsWith('M-'))
    noteFigures(context, { orders: new Set(numbers).size, raceSeconds })
    expect(numbers).toHaveLength(stock)
    expect(new Set(numbers).size).toBe(stock)
    expect(refusals).toEqual(Array(buyers - stock).fill('409 stock.insufficient'))
    expect(raceSeconds).toBeLessThan(60)
    expect(await ground.room.faults()).toEqual([])
  })

  test(`${buyers} buyers for ${stock} pairs, while a process is killed, are exactly ${stock} orders and ${buyers - stock} times 409`, async () => {
    const variant = await variantWith(stock)
    const bags: Attempt[] = []
    await inParallel(buyers, 16, async (index) => {
      bags.push(await fillBag(ground.url, variant, index, `race-${index}-${randomUUID()}`))
    })
    const tally: Tally = new Map()
    const ends: string[] = []
    const killed = pause(400).then(part('process 2').kill)
    await inParallel(buyers, 64, async (index) => {
      const bag = bags[index]
      if (bag) ends.push(await order(ground.url, bag, tally))
    })
    await killed
    await part('process 2').bringBack()
    const numbers = ends.filter((end) => /^M-\d+$/.test(end))
    expect(new Set(numbers).size).toBe(stock)
    expect(numbers).toHaveLength(stock)
    expect(ends.filter((end) => end === 'stock.insufficient')).toHaveLength(buyers - stock)
    expect(statuses(tally).filter((status) => status !== 503)).toEqual([])
    expect(await ground.room.faults()).toEqual([])
    console.log(`answers of the race: ${JSON.stringify(Object.fromEntries(tally))}`)
  })

  test('each part is killed in turn under load: no order is lost or made twice, nothing is worse than 503, each mail leaves', async () => {
    const variants = await ground.room.variants(12)
    await ground.room.deliver(variants, 20_000)
    const tally: Tally = new Map()
    const placed: string[] = []
    const state = { isOver: false }
    const shopper = async (index: number) => {
      for (let round = 0; !state.isOver; round += 1) {
        const variant = variants[(index + round) % variants.length] ?? ''
        const address = 5_000 + index * 1_000 + round
        const bag = await fillBag(ground.url, variant, address, `load-${index}-${round}`).catch(
          () => undefined,
        )
        if (bag) placed.push(await order(ground.url, bag, tally))
        else await pause(100)
      }
    }
    const buying = Array.from({ length: isFull ? 6 : 3 }, (_, index) => shopper(index))
    const victims = isFull ? ground.parts : ['process 1', 'the primary', 'the replica'].map(part)
    for (const victim of victims) {
      const before = placed.length
      await expect.poll(() => placed.length, { timeout: 60_000 }).toBeGreaterThan(before + 5)
      await victim.kill()
      await pause(1_500)
      await victim.bringBack()
    }
    const before = placed.length
    await expect.poll(() => placed.length, { timeout: 60_000 }).toBeGreaterThan(before + 5)
    state.isOver = true
    await Promise.all(buying)
    const strange = placed.filter((end) => !/^M-\d+$/.test(end))
    const noted = strange.length > 0 ? await ground.room.one('SELECT place, words, times FROM faults') : []
    expect({ strange, noted }).toEqual({ strange: [], noted: [] })
    expect(new Set(placed).size).toBe(placed.length)
    const [found] = await ground.room.one<{ count: number }>(
      'SELECT count(*)::int AS count FROM orders WHERE number = ANY($1)',
      [placed],
    )
    expect(found?.count).toBe(placed.length)
    expect(statuses(tally).filter((status) => status !== 503)).toEqual([])
    expect(await ground.room.faults()).toEqual([])
    console.log(`${placed.length} orders; answers under load: ${JSON.stringify(Object.fromEntries(tally))}`)
    await everyMailLeft(victims.length + 3)
  })

  /**
   * A mail in the hands of a process that died is free after two minutes. What a mail server had just taken when its sender
   * died is sent again, under the same name: one for each kill at the most, and nothing else twice.
   */
  async function everyMailLeft(most: number): Promise<void> {
    const waiting = () =>
      ground.room.one(
        `SELECT template, status, attempts::int, last_error FROM emails WHERE status <> 'sent' LIMIT 3`,
      )
    await expect.poll(waiting, { timeout: 240_000, interval: 1_000 }).toEqual([])
    const sent = await ground.room.one<{ name: string }>(
      `SELECT message_id AS name FROM emails WHERE status = 'sent'`,
    )
    const times = new Map<string, number>()
    for (const name of ground.mail.received) times.set(name, (times.get(name) ?? 0) + 1)
    expect(sent.filter(({ name }) => !times.has(name))).toEqual([])
    const twice = [...times.values()].filter((count) => count > 1)
    expect(twice.length).toBeLessThanOrEqual(most)
    console.log(`${sent.length} mails, ${twice.length} of them sent again by another process`)
  }

  test('a change shows in every process within a second and is never taken back, with a replica that is 5 s late', async () => {
    await withClient(ground.standbyUrl, async (client) => {
      await client.query(`ALTER SYSTEM SET recovery_min_apply_delay = '5s'`)
      await client.query('SELECT pg_reload_conf()')
    })
    const [brand] = await ground.room.one<{ id: string; slug: string }>(
      `SELECT b.id, min(p.slug) AS slug FROM brands b JOIN styles s ON s.brand_id = b.id JOIN products p ON p.style_id = s.id
       WHERE p._status = 'published' AND s._status = 'published' GROUP BY b.id ORDER BY b.id LIMIT 1`,
    )
    const pages = ground.each.map((url) => `${url}/p/${brand?.slug}`)
    const textOf = async (page: string) => (await fetch(page)).text()
    await Promise.all(pages.map(textOf))
    const took: number[] = []
    for (let round = 0; round < (isFull ? 6 : 1); round += 1) {
      const name = `Officina ${randomUUID().slice(0, 8)}`
      const saved = await fetch(`${ground.url}/api/brands/${brand?.id}`, {
        method: 'PATCH',
        headers: { ...json, cookie: ground.cookie, origin: ground.url },
        body: JSON.stringify({ name }),
      })
      expect(saved.status).toBe(200)
      const begun = performance.now()
      const untilSaid = async (page: string) => {
        while (!(await textOf(page)).includes(name)) await pause(20)
        return performance.now() - begun
      }
      took.push(...(await Promise.all(pages.map(untilSaid))))
      for (let look = 0; look < 14; look += 1) {
        for (const page of pages) expect(await textOf(page)).toContain(name)
        await pause(500)
      }
    }
    console.log(`seen after ${took.map(Math.round).join(', ')} ms`)
    expect(Math.max(...took)).toBeLessThan(1_000)
  })

  test('pages that nobody has seen are made from the replica once it is not late', async () => {
    await withClient(ground.standbyUrl, async (client) => {
      await client.query('ALTER SYSTEM RESET recovery_min_apply_delay')
      await client.query('SELECT pg_reload_conf()')
    })
    const fetched = () =>
      withClient(ground.standbyUrl, async (client) => {
        const { rows } = await client.query<{ rows: string }>(
          `SELECT sum(tup_fetched)::text AS rows FROM pg_stat_database WHERE datname = 'shop'`,
        )
        return Number(rows[0]?.rows)
      })
    const slugs = await ground.room.one<{ slug: string }>(
      `SELECT p.slug FROM products p JOIN styles s ON s.id = p.style_id WHERE p._status = 'published' AND s._status = 'published'
       ORDER BY p.slug DESC LIMIT 60`,
    )
    const before = await fetched()
    let index = 0
    await expect
      .poll(
        async () => {
          const slug = slugs[index++ % slugs.length]?.slug
          await Promise.all(ground.each.map(async (url) => (await fetch(`${url}/de/p/${slug}`)).text()))
          return (await fetched()) - before
        },
        { timeout: 60_000 },
      )
      .toBeGreaterThan(2_000)
  })

  test('a launch turns its page in every process within a second of its moment', async () => {
    const slug = 'foz-sneaker-slate'
    const [launch] = await ground.room.one<{ at: number }>(
      `UPDATE products SET launched_at = date_trunc('second', now()) + interval '8 seconds' WHERE slug = $1
       RETURNING (extract(epoch FROM launched_at) * 1000)::float8 AS at`,
      [slug],
    )
    await ground.room.one(`SELECT pg_notify('molini_pages', $1)`, [`catalogue\nproduct:${slug}`])
    const pages = ground.each.map((url) => `${url}/p/${slug}`)
    const isTurned = async (page: string) => {
      const text = await (await fetch(page)).text()
      expect(text.includes('<launch-countdown')).toBe(!text.includes('<add-to-bag'))
      return text.includes('<add-to-bag')
    }
    await expect.poll(async () => (await Promise.all(pages.map(isTurned))).some(Boolean)).toBe(false)
    const late = await Promise.all(
      pages.map(async (page) => {
        while (!(await isTurned(page))) await pause(20)
        return Date.now() - (launch?.at ?? 0)
      }),
    )
    console.log(`turned ${late.map(Math.round).join(', ')} ms after the moment`)
    expect(Math.min(...late)).toBeGreaterThanOrEqual(0)
    expect(Math.max(...late)).toBeLessThan(1_000)
  })

  test('limits are exact over all processes, whatever a caller writes into the headers that proxies write', async (context) => {
    const signIn = async (email: string, from: string, index: number) => {
      const forged = {
        'x-forwarded-for': `203.0.113.${index % 250}`,
        'x-real-ip': `198.51.100.${index % 250}`,
      }
      const call = httpClient(ground.url, 1, from)
      const { status, headers: told } = await call({
        method: 'POST',
        path: '/api/store/session',
        headers: { origin: ground.url, forwarded: `for=192.0.2.${index % 250}`, ...forged },
        body: { email, password: 'not the one at all' },
      })
      if (status === 429) expect(Number(told['retry-after'])).toBeGreaterThan(0)
      return status
    }
    const countOf = (list: readonly number[]) =>
      Object.fromEntries(
        [...new Set(list)].sort().map((one) => [one, list.filter((other) => other === one).length]),
      )
    const account = `${randomUUID()}@example.org`
    const forOne = await Promise.all(
      Array.from({ length: 45 }, (_, index) => signIn(account, addressOf(100_000 + index), index)),
    )
    const accepted = (list: readonly number[]) => list.filter((status) => status !== 429).length
    const away = (list: readonly number[], limit: number) => Math.abs(accepted(list) - limit)
    expect(countOf(forOne)).toEqual({ 401: 5, 429: 40 })
    const fromHere = await Promise.all(
      Array.from({ length: 90 }, (_, index) =>
        signIn(`${randomUUID()}@example.org`, addressOf(110_000), index),
      ),
    )
    noteFigures(context, { beyondLimits: away(forOne, 5) + away(fromHere, 30) })
    expect(countOf(fromHere)).toEqual({ 401: 30, 429: 60 })
  })

  const bag = (token: string) => ({ 'x-cart-token': token })
  const anyToken = (index: number) => `nobody-has-this-token-${index}`
  const checkout = (token: string, index: number): Call => ({
    method: 'POST',
    path: '/api/store/checkout',
    headers: { ...bag(token), 'idempotency-key': `limit-${index}` },
    body: {},
  })
  const query = { query: '{ Brands(limit: 1) { totalDocs } }' }
  const fromOne = (index: number) => () => addressOf(index)
  const fromMany = (index: number) => (process: number) => addressOf(index + process)

  const kinds: readonly [string, Asked][] = [
    [
      'bags by address',
      {
        ...{ limit: 600, from: fromOne(120_000), status: 201 },
        call: () => ({ method: 'POST', path: '/api/store/carts', body: { market: 'eu' } }),
      },
    ],
    [
      'one bag',
      {
        ...{ limit: 120, from: fromMany(120_010), status: 404 },
        call: () => ({ method: 'GET', path: '/api/store/carts/current', headers: bag(anyToken(0)) }),
      },
    ],
    [
      'checkouts by address',
      {
        ...{ limit: 120, from: fromOne(120_020), status: 404 },
        call: (index) => checkout(anyToken(index + 1), index),
      },
    ],
    [
      'the checkout of one bag',
      {
        ...{ limit: 10, from: fromMany(120_030), status: 404 },
        call: (index) => checkout(anyToken(0), index),
      },
    ],
    [
      'searches',
      {
        ...{ limit: 240, from: fromOne(120_040), status: 200 },
        call: () => ({ method: 'GET', path: '/api/store/suggest?q=boot' }),
      },
    ],
    [
      'REST',
      {
        ...{ limit: 600, from: fromOne(120_050), status: 200 },
        call: () => ({ method: 'GET', path: '/api/brands?limit=1&depth=0' }),
      },
    ],
    [
      'GraphQL',
      {
        ...{ limit: 240, from: fromOne(120_060), status: 200 },
        call: () => ({ method: 'POST', path: '/api/graphql', body: query }),
      },
    ],
  ]

  test.each(kinds)(
    'limits are exact over all processes for %s, each asked until it refuses, and say when again',
    async (name, asked) => {
      const { accepted, waits, strange } = await askToTheEnd(ground.each, asked)
      beyond.push(Math.abs(accepted - asked.limit))
      console.log(
        `${name}: ${accepted} of ${asked.limit}, then told to wait ${[...new Set(waits)].join(', ')} s`,
      )
      expect(strange).toEqual([])
      expect(accepted).toBe(asked.limit)
      expect(waits).toHaveLength(4 * ground.each.length)
      expect(waits.every((seconds) => seconds >= 1 && seconds <= 60)).toBe(true)
    },
  )

  test('whoever works in the shop is not refused because a stranger at the same address was', async (context) => {
    const ask = httpClient(ground.url, 1, addressOf(120_050))
    const path = '/api/brands?limit=1&depth=0'
    const stranger = await ask({ method: 'GET', path })
    const staff = await ask({ method: 'GET', path, headers: { cookie: ground.cookie, origin: ground.url } })
    noteFigures(context, { beyondOtherLimits: beyond.reduce((sum, one) => sum + one, 0) })
    expect([stranger.status, staff.status]).toEqual([429, 200])
  })
})
