import { execFileSync } from 'node:child_process'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, expect, inject, test } from 'vitest'
import { env } from '#env'
import { filledData, startShop } from '../start/testing/shop.mjs'
import { appProcesses } from './app-processes'
import { buyer } from './buyer'
import { httpClient } from './http-client'
import { noteFigures } from './scoreboard/note-figure'
import { stockRoom } from './stock-room'

const kills = env.MOLINI_PROOF === 'full' ? 30 : 3
const clients = 6
const { dataDir, remove } = await filledData(inject('dataRoot'))

afterAll(remove)

interface Tally {
  answered: { number: string; token: string; key: string }[]
  unanswered: { token: string; option: string; key: string }[]
}

/** The first calls after a start load the routes: the kill shall hit checkouts, not that. */
async function buyOnce(url: string, variant: string, kill: number): Promise<Tally['answered'][number]> {
  const guest = buyer(httpClient(url, 1))
  const token = await guest.openCart()
  await guest.add(token, variant)
  const key = `warm-${kill}`
  const { status, json } = await guest.checkout(token, await guest.shippingOption(token), key)
  expect(status).toBe(201)
  return { number: String((json.order as { number: string }).number), token, key }
}

/** Buys until the shop is gone: what was answered with 201 must be there afterwards. */
async function buyUntilGone(
  url: string,
  variants: readonly string[],
  tally: Tally,
  { seed, card }: { seed: number; card: string },
): Promise<void> {
  const guest = buyer(httpClient(url, 1))
  for (let round = 0; ; round += 1) {
    const key = `kill-${seed}-${round}`
    try {
      const token = await guest.openCart()
      await guest.add(token, variants[(seed + round) % variants.length] ?? '')
      await guest.add(token, variants[(seed * 7 + round * 3) % variants.length] ?? '')
      // Every other bag is paid, in part or wholly, by one gift card that all share.
      if (round % 2 === 1) await guest.giveCard(token, card)
      const option = await guest.shippingOption(token)
      const attempt = { token, option, key }
      tally.unanswered.push(attempt)
      const { status, json } = await guest.checkout(token, option, key)
      if (status !== 201) throw new Error(`checkout answered ${status}`)
      tally.unanswered.splice(tally.unanswered.indexOf(attempt), 1)
      tally.answered.push({ number: String((json.order as { number: string }).number), token, key })
    } catch {
      return
    }
  }
}

/** A kill counts once buyers are being answered, however slow the machine is. Fails where every buyer is gone before. */
async function answeredTwice(tally: Tally, buying: readonly Promise<void>[]): Promise<void> {
  const before = tally.answered.length
  const over = Promise.all(buying).then(() => true)
  while (tally.answered.length < before + 2)
    if (await Promise.race([over, sleep(20, false)])) throw new Error('nobody could buy before the kill')
}

test(`kill -9 at ${kills} random moments of checkout loses no answered order and no pair`, async (context) => {
  const tally: Tally = { answered: [], unanswered: [] }
  let variants: string[] = []
  let card = ''
  let lostOrders = 0
  let secondOrders = 0
  for (let kill = 0; kill <= kills; kill += 1) {
    const shop = await startShop({ dataDir })
    const room = await stockRoom(shop.databaseUrl)
    try {
      if (kill === 0) {
        variants = await room.variants(30)
        await room.deliver(variants, 5_000)
        card = await room.giftCard(900_000_000)
      }
      const found = await room.one<{ number: string }>('SELECT number FROM orders WHERE number = ANY($1)', [
        tally.answered.map((one) => one.number),
      ])
      lostOrders += tally.answered.length - found.length
      expect(lostOrders).toBe(0)
      expect(await room.faults()).toEqual([])
      expect(
        await room.one(
          'SELECT entity FROM emails GROUP BY template, entity, recipient HAVING count(*) > 1 LIMIT 3',
        ),
      ).toEqual([])
      const guest = buyer(httpClient(shop.url, 4))
      for (const { token, option, key } of tally.unanswered.splice(0)) {
        const { status, json } = await guest.checkout(token, option, key)
        expect(status).toBe(201)
        const [count] = await room.one<{ count: number }>(
          'SELECT count(*)::int AS count FROM orders WHERE number = $1',
          [(json.order as { number: string }).number],
        )
        secondOrders += (count?.count ?? 0) - 1
        expect(secondOrders).toBe(0)
      }
      if (kill === kills) break
      tally.answered.push(await buyOnce(shop.url, variants[kill % variants.length] ?? '', kill))
      const gone = Array.from({ length: clients }, (_, index) =>
        buyUntilGone(shop.url, variants, tally, { seed: kill * 100 + index + 1, card }),
      )
      await answeredTwice(tally, gone)
      await sleep(Math.random() * 2_000)
      const pids = appProcesses(shop.pid)
      execFileSync('kill', ['-9', ...pids.map(String)])
      await Promise.all(gone)
    } finally {
      await room.close()
      if (kill === kills) await shop.stop()
    }
  }
  noteFigures(context, { lostOrders, secondOrders })
  expect(tally.answered.length).toBeGreaterThan(2 * kills)
})
