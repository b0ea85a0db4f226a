import { execFileSync } from 'node:child_process'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, expect, inject, test } from 'vitest'
import { env } from '#env'
import { filledData, startShop } from '../start/testing/shop.mjs'
import { appProcesses } from './app-processes'
import { stockRoom } from './stock-room'

const kills = env.MOLINI_PROOF === 'full' ? 12 : 1
const sizes = 12
const people = 40
const { dataDir, remove } = await filledData(inject('dataRoot'))

afterAll(remove)

type Room = Awaited<ReturnType<typeof stockRoom>>

/** Sizes that nobody can buy, each with a queue of its own. */
async function queues(room: Room): Promise<string[]> {
  const variants = (await room.variants(sizes)).slice(0, sizes)
  await room.one(
    `INSERT INTO stock_movements (variant_id, location_id, quantity, kind, reason)
      SELECT variant_id, location_id, -(on_hand - reserved), 'correction', 'Sold out' FROM stock_levels
      WHERE variant_id = ANY ($1::uuid[]) AND on_hand > reserved AND location_id = (SELECT id FROM locations WHERE is_default)`,
    [variants],
  )
  await room.one(
    `INSERT INTO stock_alerts (variant_id, email, market, status, created_at)
      SELECT v::uuid, 'queue-' || n || '@example.org', 'eu', 'waiting', now() - interval '1 day' + make_interval(secs => n)
      FROM unnest($1::text[]) v, generate_series(1, $2::int) n`,
    [variants, people],
  )
  return variants
}

/** Pairs come, and the time of some who have one is over, while the shop's jobs hold and end. */
async function bustle(room: Room, variants: readonly string[]): Promise<void> {
  await room.deliver(variants, 1 + Math.floor(Math.random() * 2))
  await room.one(
    `UPDATE reservations SET expires_at = now() + make_interval(secs => random() * 2)
      WHERE alert_id IS NOT NULL AND variant_id = ANY ($1::uuid[]) AND random() < 0.5`,
    [variants],
  )
}

/** Nobody was passed over: whoever has had a turn asked before everybody who still waits. */
const passedOver = (room: Room) =>
  room.one<{ email: string }>(
    `SELECT w.email FROM stock_alerts w WHERE w.status = 'waiting' AND EXISTS (
      SELECT FROM stock_alerts t WHERE t.variant_id = w.variant_id AND t.status <> 'waiting' AND (t.created_at, t.id) > (w.created_at, w.id))`,
  )
const toldTwice = (room: Room) =>
  room.one(
    `SELECT split_part(entity, ':', 1) FROM emails WHERE template = 'back-in-stock' GROUP BY 1 HAVING count(*) > 1`,
  )

test(`kill -9 at ${kills} random moments while pairs are held and holds end loses no pair, no hold, no mail and no place`, async () => {
  let variants: string[] = []
  for (let kill = 0; kill < kills; kill += 1) {
    const shop = await startShop({ dataDir })
    const room = await stockRoom(shop.databaseUrl)
    try {
      if (kill === 0) variants = await queues(room)
      expect(await room.faults()).toEqual([])
      expect([await passedOver(room), await toldTwice(room)]).toEqual([[], []])
      for (let turn = 0; turn < 3; turn += 1) {
        await bustle(room, variants)
        await sleep(1_000 + Math.random() * 1_500)
      }
      execFileSync('kill', ['-9', ...appProcesses(shop.pid).map(String)])
    } finally {
      await room.close()
    }
  }
  const last = await startShop({ dataDir })
  const room = await stockRoom(last.databaseUrl)
  try {
    expect(await room.faults()).toEqual([])
    expect([await passedOver(room), await toldTwice(room)]).toEqual([[], []])
    await room.deliver(variants, people)
    await room.one(
      `UPDATE reservations SET expires_at = now() WHERE alert_id IS NOT NULL AND variant_id = ANY ($1::uuid[])`,
      [variants],
    )
    await expect
      .poll(
        async () =>
          (
            await room.one<{ left: number }>(
              `SELECT count(*)::int AS left FROM stock_alerts WHERE variant_id = ANY ($1::uuid[]) AND status = 'waiting'`,
              [variants],
            )
          )[0]?.left,
        { timeout: 60_000, interval: 500 },
      )
      .toBe(0)
    expect(await room.faults()).toEqual([])
    expect(await toldTwice(room)).toEqual([])
    const [mails] = await room.one<{ mails: number }>(
      `SELECT count(DISTINCT entity)::int AS mails FROM emails WHERE template = 'back-in-stock'`,
    )
    expect(mails?.mails).toBe(sizes * people)
  } finally {
    await room.close()
    await last.stop()
  }
})
