import { execFileSync, spawnSync } from 'node:child_process'
import { closeSync, mkdtempSync, openSync, rmSync, statfsSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { expect, inject, onTestFinished, test } from 'vitest'
import { env } from '#env'
import { fillFolder, startShop } from '../start/testing/shop.mjs'
import { buyer } from './buyer'
import { httpClient, type Answer, type Call } from './http-client'
import { noteFigures } from './scoreboard/note-figure'
import { stockRoom } from './stock-room'

const isFull = env.MOLINI_PROOF === 'full'
const buyers = 6
/** Of 503: the disk is full for so long. */
const refusals = isFull ? 2_000 : 100

/** A disk of this size in memory, or nothing where we may not mount one. */
function smallDisk(megabytes: number): string | undefined {
  const folder = mkdtempSync(join(tmpdir(), 'molini-disk-'))
  const options = ['-t', 'tmpfs', '-o', `size=${megabytes}m,mode=711`, 'molini-disk', folder]
  if (spawnSync('mount', options, { stdio: 'ignore' }).status === 0) return folder
  rmSync(folder, { recursive: true })
  return undefined
}

/** Takes all the room that there is, to the last block. */
function fill(folder: string): () => void {
  const file = join(folder, 'ballast')
  const open = openSync(file, 'w')
  for (let size = 2 ** 24; size >= 512;) {
    try {
      writeSync(open, Buffer.alloc(size))
    } catch {
      size /= 2
    }
  }
  closeSync(open)
  return () => rmSync(file)
}

interface Seen {
  call: Call
  answer?: Answer
}

test('on a full disk a running shop refuses what it cannot write, shows its pages, loses nothing, and goes on by itself', async (context) => {
  const disk = smallDisk(900)
  if (!disk) {
    console.warn('NOT RUN: a shop on a full disk. This user may not mount a small one.')
    return context.skip('may not mount')
  }
  const dataDir = join(disk, 'data')
  await fillFolder(inject('dataRoot'), dataDir)
  const shop = await startShop({ dataDir })
  const room = await stockRoom(shop.databaseUrl)
  onTestFinished(async () => {
    await room.close()
    await shop.stop()
    execFileSync('umount', ['-l', disk])
    rmSync(disk, { recursive: true })
  })
  const seen: Seen[] = []
  const http = httpClient(shop.url, buyers + 2)
  const client = async (call: Call): Promise<Answer> => {
    const one: Seen = { call }
    seen.push(one)
    return (one.answer = await http(call))
  }
  const guest = buyer(client)
  const variants = await room.variants(20)
  await room.deliver(variants, 5_000)
  const placed: string[] = []
  const buy = async (at: number): Promise<number> => {
    const token = await guest.openCart()
    await guest.add(token, variants[at % variants.length] ?? '')
    const { status, json } = await guest.checkout(token, await guest.shippingOption(token))
    if (status === 201) placed.push((json.order as { number: string }).number)
    return status
  }
  const get = async (path: string) => (await client({ method: 'GET', path })).status
  const [product] = await room.one<{ slug: string }>(
    "SELECT slug FROM products WHERE _status = 'published' AND deleted_at IS NULL ORDER BY id LIMIT 1",
  )
  const pages = ['/', `/p/${product?.slug}`, '/api/health/live']
  for (const page of pages) expect([page, await get(page)]).toEqual([page, 200])
  expect(await buy(0)).toBe(201)
  seen.length = 0

  const empty = fill(disk)
  expect(statfsSync(disk).bavail).toBe(0)
  const refused = () => seen.filter(({ answer }) => answer?.status === 503).length
  const end = Date.now() + 120_000
  await Promise.all(
    Array.from({ length: buyers }, async (_, index) => {
      for (let at = index; refused() < refusals && Date.now() < end; at += buyers)
        await buy(at).catch(() => pause(20))
    }),
  )
  for (const page of pages) expect([page, await get(page)]).toEqual([page, 200])
  const wrong = seen.filter(
    ({ answer }) =>
      !answer ||
      ![200, 201, 503].includes(answer.status) ||
      (answer.status === 503 && !(Number(answer.headers['retry-after']) > 0)),
  )
  expect(wrong.map(({ call, answer }) => [call.path, answer?.status, answer?.body.slice(0, 200)])).toEqual([])
  expect(refused()).toBeGreaterThanOrEqual(refusals)

  empty()
  const begun = performance.now()
  await expect.poll(() => buy(1).catch(() => 0), { timeout: 20_000, interval: 200 }).toBe(201)
  noteFigures(context, { refused: refused(), backMilliseconds: performance.now() - begun })
  const found = await room.one<{ number: string }>('SELECT number FROM orders')
  expect(placed.filter((number) => !found.some((one) => one.number === number))).toEqual([])
  expect(await room.faults()).toEqual([])
})
