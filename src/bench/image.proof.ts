import { spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { env } from '#env'
import { seedShop } from '#demo/seed/seed-shop'
import { inCheckout } from '../start/checkout.mjs'
import { migrationFiles } from '../start/migration-files.mjs'
import { anyFree } from '../start/ports.mjs'
import { withClient } from '../start/testing/database'
import { inImage, layOut, migrateCommand, readImage, writableFor } from '../start/testing/image.mjs'
import { getTestPayload } from '../start/testing/payload'
import { buyer } from './buyer'
import { httpClient } from './http-client'

const image = readImage()
const folder = mkdtempSync(inCheckout('../molini-image-'))
const [files, volume] = [join(folder, 'shop'), join(folder, 'data')]
const place = { image, files, volume }
const secret = () => randomBytes(32).toString('hex')
const secrets = { PAYLOAD_SECRET: secret(), CRON_SECRET: secret() }

beforeAll(() => {
  chmodSync(folder, 0o755)
  for (const one of [files, volume]) mkdirSync(one)
  layOut(files, image)
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** The address of a database without the socket of the cluster, which is in a folder that the image does not have. */
function overNetwork(address: string, name?: string): string {
  const url = new URL(address)
  url.searchParams.delete('host')
  if (name) url.pathname = `/${name}`
  return url.href
}

interface Shoe {
  slug: string
  variant: string
}

/** The demo shop, and a size of it that can be bought. */
async function stock(): Promise<Shoe> {
  await seedShop({ payload: await getTestPayload(), log: () => undefined })
  const { rows } = await withClient(env.DATABASE_URL, (client) =>
    client.query<Shoe>(
      `SELECT p.slug, v.id AS variant FROM variants v JOIN products p ON p.id = v.product_id JOIN stock_levels l ON l.variant_id = v.id
       WHERE p._status = 'published' AND p.price_in_e_u_r_enabled AND coalesce(p.launched_at <= now(), true) AND v.deleted_at IS NULL AND l.on_hand > l.reserved + 1
       ORDER BY v.id LIMIT 1`,
    ),
  )
  if (!rows[0]) throw new Error('The demo shop has nothing to sell')
  return rows[0]
}

/** Until it answers, within the time that the image gives itself to start. */
async function untilUp(url: string, { said, child }: ReturnType<typeof inImage>): Promise<void> {
  const began = performance.now()
  while (child.exitCode === null && performance.now() - began < 60_000) {
    const answer = await fetch(`${url}/api/health/ready`).catch(() => undefined)
    if (answer?.ok) return
    await pause(100)
  }
  throw new Error(`The shop of the image does not answer.\n${said()}`)
}

/** Another user, and a root of its own, are for root to give, where its machine lets it. */
const mayMount = process.getuid?.() === 0 && spawnSync('unshare', ['--mount', 'true']).status === 0

describe.skipIf(!mayMount)('the files of the image, as its user over a read-only root', () => {
  test('are nobody’s to write to, by their rights and by the root', async () => {
    expect(image).toMatchObject({ user: [10001, 10001], volumes: ['/data'], folder: '/shop' })
    expect(writableFor(files, image.user)).toEqual([])
    const write = (path: string) =>
      `try { fs.writeFileSync('${path}', ''); console.log('wrote ${path}') } catch (error) { console.log(error.code) }`
    const tried = inImage(place, [
      'node',
      '-e',
      ['.next/x', '/var/tmp/x', '/dev/shm/x', '../data/x'].map(write).join('\n'),
    ])
    expect([await tried.ended, tried.said()]).toEqual([0, 'EROFS\nEROFS\nEROFS\nwrote ../data/x\n'])
    const look = `console.log(fs.existsSync('${inCheckout('package.json')}'), process.getuid())`
    const looked = inImage(place, ['node', '-e', look])
    expect([await looked.ended, looked.said()]).toEqual([0, 'false 10001\n'])
  })

  test('migrate an empty database by the command of Compose', async () => {
    const name = `image_${process.pid}`
    await withClient(inject('clusterUrl'), (client) => client.query(`create database ${name}`))
    const DATABASE_URL = overNetwork(inject('clusterUrl'), name)
    const migrated = inImage(place, migrateCommand(), { ...secrets, DATABASE_URL })
    expect(await migrated.ended, migrated.said()).toBe(0)
    const { rows } = await withClient(DATABASE_URL, (client) =>
      client.query<{ count: number }>('SELECT count(*)::int AS count FROM payload_migrations'),
    )
    expect(rows).toEqual([{ count: migrationFiles().length }])
  })

  test('serve, sell, say that they live, and end at once when told to', async () => {
    const { slug, variant } = await stock()
    const port = String(await anyFree())
    const url = `http://localhost:${port}`
    const operator = {
      ...secrets,
      DATABASE_URL: overNetwork(env.DATABASE_URL),
      NEXT_PUBLIC_APP_URL: url,
      PORT: port,
    }
    const shop = inImage(place, image.command, operator)
    try {
      await untilUp(url, shop)
      for (const path of ['/', `/p/${slug}`, '/cart', '/admin/login', '/assets/first.js'])
        expect([path, (await fetch(url + path)).status]).toEqual([path, 200])
      const guest = buyer(httpClient(url, 1))
      const cart = await guest.openCart()
      await guest.add(cart, variant)
      expect((await guest.checkout(cart, await guest.shippingOption(cart))).status).toBe(201)
      expect(await inImage(place, image.healthCheck, operator).ended).toBe(0)
      const began = performance.now()
      shop.child.kill('SIGTERM')
      expect([await shop.ended, shop.child.signalCode], shop.said()).toEqual([0, null])
      expect(performance.now() - began).toBeLessThan(30_000)
      expect(await inImage(place, image.healthCheck, operator).ended).toBe(1)
      expect(shop.said()).not.toMatch(/EROFS|EACCES|EPERM|ENOENT|read-only file system/i)
    } finally {
      // Told twice it ends no sooner; killed it would leave its server behind.
      shop.child.kill('SIGTERM')
      await shop.ended
    }
  })
})
