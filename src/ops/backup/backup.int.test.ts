import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Client } from 'pg'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { seedShop } from '#demo/seed/seed-shop'
import { env } from '#env'
import { diskStore } from '../storage/disk-store'
import { s3Store } from '../storage/s3-store'
import { storeOf } from '../storage/stores'
import { startS3Double } from '../storage/testing/s3-double'
import { createDatabase, withClient } from '../../start/testing/database'
import { getTestPayload } from '../../start/testing/payload'
import { checkFiles, restoreFiles } from './backup-files'
import { checkRestored } from './check-restored'
import { restoreRows } from './restore-rows'
import {
  backupAt,
  listBackups,
  mark,
  prune,
  readManifest,
  writeManifest,
  type Manifest,
  type Shelf,
} from './shelf'
import { adoptStores, becomeShop, requireOwnShelf } from './whose'
import { dropLeftScratch, withScratch } from './scratch'
import { takeBackup } from './take-backup'

const secret = 'a-key-of-backups-for-tests-alone-ok'
const silent = () => undefined
let folder: string
let shelf: Shelf
let saved: { id: string; manifest: Manifest }

const shelfIn = (place: string): Shelf => ({
  store: diskStore({ folder: place, secret: 'x', origin: 'http://x' }),
  secret,
})
const take = (onto: Shelf) =>
  withClient(env.DATABASE_URL, (client) =>
    takeBackup({
      client,
      shelf: onto,
      media: storeOf('media'),
      configuration: { PAYLOAD_SECRET: 'the-secret-of-the-shop' },
      say: silent,
    }),
  )

let turn = 0
/** The backup in a database of its own, which `work` then looks at. */
async function restored<T>(from: Shelf, id: string, work: (client: Client) => Promise<T>): Promise<T> {
  const url = await createDatabase(inject('clusterUrl'), `restored_${(turn += 1)}`)
  return withClient(url, async (client) => {
    await restoreRows(client, from, { id, manifest: await readManifest(from, id), say: silent })
    return work(client)
  })
}

const count = async (client: Client, table: string): Promise<number> =>
  Number((await client.query<{ count: string }>(`SELECT count(*) FROM ${table}`)).rows[0]?.count)

beforeAll(async () => {
  folder = await mkdtemp(join(inject('dataRoot'), 'backups-'))
  shelf = shelfIn(folder)
  await seedShop({ payload: await getTestPayload(), log: silent })
  saved = await take(shelf)
}, 300_000)
afterAll(() => rm(folder, { recursive: true, force: true }))

test('a backup restored elsewhere is the shop: rows, sequences, migrations, figures and the books', async () => {
  await restored(shelf, saved.id, async (client) => {
    expect(await checkRestored(client, saved.manifest)).toEqual([])
    expect(await count(client, 'orders')).toBeGreaterThan(5)
    expect(await count(client, 'variants')).toBeGreaterThan(1_000)
  })
})

test('the restored shop works on as the old one: its guards bite and numbers follow on', async () => {
  await restored(shelf, saved.id, async (client) => {
    await expect(client.query('UPDATE stock_levels SET on_hand = on_hand + 1')).rejects.toThrow()
    await expect(client.query('DELETE FROM stock_movements')).rejects.toThrow()
    await expect(client.query('UPDATE stock_levels SET reserved = on_hand + 1')).rejects.toThrow()
    const keys = `SELECT count(*)::int AS keys FROM pg_constraint WHERE contype = 'f'`
    const { rows } = await client.query<{ keys: number }>(keys)
    await withClient(env.DATABASE_URL, async (own) => expect(rows).toEqual((await own.query(keys)).rows))
    for (const [name, last] of Object.entries(saved.manifest.sequences)) {
      const { rows: next } = await client.query<{ next: string }>('SELECT nextval($1::regclass) AS next', [
        `"${name}"`,
      ])
      expect(Number(next[0]?.next)).toBeGreaterThan(Number(last ?? 0))
    }
  })
})

test('a backup shows one moment, though orders are placed while it is made', async () => {
  const place = join(folder, 'moment')
  const store = diskStore({ folder: place, secret: 'x', origin: 'http://x' })
  const meanwhile: Shelf = {
    secret,
    store: {
      ...store,
      put: async (key, content, how) => {
        if (key.endsWith('.rows'))
          await withClient(env.DATABASE_URL, (client) =>
            client.query(`INSERT INTO shop_marks (name, value) VALUES ('of-later', '{}')`),
          )
        return store.put(key, content, how)
      },
    },
  }
  const { id } = await take(meanwhile)
  await restored(meanwhile, id, async (client) => {
    const { rowCount } = await client.query(`SELECT 1 FROM shop_marks WHERE name = 'of-later'`)
    expect(rowCount).toBe(0)
  })
})

test('pictures come back, byte for byte, and only those that are missing', async () => {
  const media = diskStore({ folder: join(folder, 'elsewhere'), secret: 'x', origin: 'http://x' })
  const { files } = saved.manifest
  expect(files.length).toBeGreaterThan(500)
  const put = () => restoreFiles(shelf, { files, media, say: silent })
  expect(await put()).toEqual({ restored: files.length, lost: [] })
  const changed = files[9]?.key ?? ''
  const path = join(folder, 'elsewhere', changed)
  const whole = await readFile(path)
  await writeFile(path, Buffer.alloc(whole.byteLength))
  expect(await put()).toEqual({ restored: 1, lost: [] })
  expect((await readFile(path)).equals(whole)).toBe(true)
  const key = files[7]?.key ?? ''
  const [one, other] = [join(folder, 'elsewhere', key), join(env.MOLINI_DATA_DIR, key)]
  expect((await readFile(one)).equals(await readFile(other))).toBe(true)
})

test('the second backup copies no picture again', async () => {
  const before = await readdir(join(folder, 'backups', 'files', 'media'))
  const facts = new Set(saved.manifest.files.map(({ sha256 }) => sha256))
  const { manifest } = await take(shelf)
  expect(await readdir(join(folder, 'backups', 'files', 'media'))).toEqual(before)
  expect(manifest.files.every(({ sha256 }) => facts.has(sha256))).toBe(true)
})

test('settings and secrets are in it, and nothing of it can be read without the key', async () => {
  expect((await readManifest(shelf, saved.id)).configuration).toEqual({
    PAYLOAD_SECRET: 'the-secret-of-the-shop',
  })
  const bytes = await readFile(join(folder, 'backups', `${saved.id}.manifest`))
  expect(bytes.includes('PAYLOAD_SECRET')).toBe(false)
  await expect(readManifest({ ...shelf, secret: `${secret}!` }, saved.id)).rejects.toThrow(
    'BACKUP_KEY is another one',
  )
})

test.each([
  ['rows', () => `backups/${saved.id}.rows`],
  ['picture', () => `backups/files/${saved.manifest.files[3]?.key}`],
])('one wrong byte in the %s is found, and nothing half is restored', async (_, key) => {
  const path = join(folder, key())
  const whole = await readFile(path)
  const wrong = Buffer.from(whole)
  const middle = Math.floor(wrong.byteLength / 2)
  wrong.writeUInt8(wrong.readUInt8(middle) ^ 1, middle)
  await writeFile(path, wrong)
  try {
    const url = await createDatabase(inject('clusterUrl'), `restored_${(turn += 1)}`)
    await withClient(url, async (client) => {
      const before = await count(client, 'shop_marks')
      const work = async () => {
        await restoreRows(client, shelf, { id: saved.id, manifest: saved.manifest, say: silent })
        await checkFiles(shelf, saved.manifest)
      }
      await expect(work()).rejects.toThrow('changed or cut off')
      if (key().endsWith('.rows')) expect(await count(client, 'shop_marks')).toBe(before)
    })
  } finally {
    await writeFile(path, whole)
  }
})

test.each([
  [
    'a row is missing',
    `DELETE FROM redirects WHERE id IN (SELECT id FROM redirects LIMIT 1); DELETE FROM idempotency_keys; DELETE FROM shop_marks WHERE name = 'demo-seed'`,
    'not what they were',
  ],
  [
    'a word is another one',
    `UPDATE brands SET name = name || '!' WHERE id = (SELECT id FROM brands LIMIT 1)`,
    'not what they were: brands',
  ],
  ['a sequence stands elsewhere', `SELECT nextval('order_numbers')`, 'sequence stands elsewhere'],
])('a restored shop in which %s is refused', async (_, statement, words) => {
  await restored(shelf, saved.id, async (client) => {
    await client.query(statement)
    await expect(checkRestored(client, saved.manifest)).rejects.toThrow(words)
  })
})

test('books that do not balance are told, and the backup is true to them', async () => {
  await restored(shelf, saved.id, async (client) => {
    await client.query(
      `UPDATE orders SET captured = captured + 1 WHERE id = (SELECT id FROM orders WHERE captured > 0 LIMIT 1)`,
    )
    const there = shelfIn(join(folder, 'unbalanced'))
    const { manifest } = await takeBackup({
      client: client as never,
      shelf: there,
      media: storeOf('media'),
      configuration: {},
      say: silent,
    })
    const [fault] = await checkRestored(client, manifest)
    expect(fault).toContain('The books do not balance: captured = payments')
  })
})

test('a backup that breaks off is none, and leaves nothing', async () => {
  const double = await startS3Double()
  const there: Shelf = {
    store: s3Store({ ...double.settings, patience: { within: 2_000, tries: 2, wait: 5 }, partSize: 60_000 }),
    secret,
  }
  try {
    const work = take(there)
    await expect.poll(() => double.open.size, { timeout: 20_000, interval: 2 }).toBe(1)
    double.fail('answers 500', 'answers 500')
    await expect(work).rejects.toThrow('s3: answers 500')
    expect(double.open.size).toBe(0)
    expect([...double.files.keys()].filter((key) => /rows|manifest/.test(key))).toEqual([])
    expect(await listBackups(there)).toEqual([])
  } finally {
    await double.stop()
  }
})

test.each([0, 1, 2, 4, 6, 9, 13])(
  'a backup whose store fails at request %i ends, and is none',
  async (served) => {
    const double = await startS3Double()
    const patience = { within: 2_000, tries: 2, wait: 5 }
    const there: Shelf = { store: s3Store({ ...double.settings, patience, partSize: 60_000 }), secret }
    double.fail(...Array<'none'>(served).fill('none'), 'answers 500', 'answers 500')
    try {
      await expect(take(there)).rejects.toThrow('s3: answers 500')
      expect(double.open.size).toBe(0)
      expect(await listBackups(there)).toEqual([])
    } finally {
      await double.stop()
    }
  },
  15_000,
)

test('a store that fails before it has taken a row does not hold up the backup, which ends as any that breaks off', async () => {
  const put = () => Promise.reject(new Error('no room'))
  await expect(take({ store: { ...shelf.store, put }, secret })).rejects.toThrow('no room')
})

test('the same over S3: saved, listed, restored and checked', async () => {
  const double = await startS3Double({ pageSize: 200 })
  const there: Shelf = { store: s3Store({ ...double.settings }), secret }
  try {
    const { id, manifest } = await take(there)
    expect((await listBackups(there)).map((one) => one.id)).toEqual([id])
    await restored(there, id, (client) => checkRestored(client, manifest))
    await checkFiles(there, manifest)
  } finally {
    await double.stop()
  }
}, 120_000)

test('the newest backup of before a moment is found, and old ones go with the pictures that nobody names any more', async () => {
  const there = shelfIn(join(folder, 'old'))
  const { id, manifest } = await take(there)
  const [own] = await listBackups(there)
  expect(await backupAt(there, new Date())).toEqual(own)
  expect(await backupAt(there, new Date(Date.now() - 86_400_000))).toBeUndefined()
  for (const day of ['20250101', '20250102', '20250103'])
    await writeManifest(there, `${day}T023000Z-aaaa`, { ...manifest, files: [] })
  await there.store.put('backups/files/media/orphan.webp', Buffer.from('x'), { type: 'x' })
  for (let at = 0; at < 12; at += 1)
    await writeManifest(there, `2026${String(at + 1).padStart(2, '0')}15T023000Z-bbbb`, {
      ...manifest,
      files: [],
    })
  for (const { id: one } of await listBackups(there)) await mark(there, one, 'proved')
  await prune(there, new Date(Date.now() + 2 * 86_400_000))
  const left = (await listBackups(there)).map((one) => one.id)
  expect(left).toContain(id)
  expect(left.filter((one) => one.startsWith('2025'))).toEqual([])
  expect(await there.store.stat('backups/files/media/orphan.webp')).toBeUndefined()
  expect(await there.store.stat(`backups/files/${manifest.files[0]?.key}`)).toBeDefined()
}, 120_000)

test('one damaged picture stops no other, and is named', async () => {
  const { files } = saved.manifest
  const key = files[2]?.key ?? ''
  const path = join(folder, 'backups', 'files', key)
  const whole = await readFile(path)
  await writeFile(path, whole.subarray(0, whole.byteLength - 1))
  try {
    const media = diskStore({ folder: join(folder, 'damaged'), secret: 'x', origin: 'http://x' })
    const some = files.slice(0, 6)
    expect(await restoreFiles(shelf, { files: some, media, say: silent })).toEqual({
      restored: 5,
      lost: [key],
    })
    expect(await media.stat(key)).toBeUndefined()
  } finally {
    await writeFile(path, whole)
  }
})

test('after a change of BACKUP_KEY backups go on, the old ones still open with the old key, and prune deletes no file', async () => {
  const there = shelfIn(join(folder, 'rekeyed'))
  const first = await take(there)
  const changed = { ...there, secret: `${secret}!` }
  const { manifest } = await take(changed)
  expect(manifest.files).toHaveLength(first.manifest.files.length)
  await checkFiles(changed, manifest)
  await checkFiles(there, first.manifest)
  await there.store.put('backups/files/media/orphan.webp', Buffer.from('x'), { type: 'x' })
  const { unreadable } = await prune(changed, new Date(Date.now() + 1.5 * 86_400_000))
  expect(unreadable).toEqual([first.id])
  expect(await there.store.stat('backups/files/media/orphan.webp')).toBeDefined()
  await checkFiles(there, first.manifest)
}, 240_000)

test('the shelf of another shop is left alone until it is adopted, and a restored shop is another one', async () => {
  const there = shelfIn(join(folder, 'whose'))
  const media = diskStore({ folder: join(folder, 'whose-pictures'), secret: 'x', origin: 'http://x' })
  await withClient(env.DATABASE_URL, (client) => requireOwnShelf(client, there))
  await restored(shelf, saved.id, async (drill) => {
    await becomeShop(drill)
    await expect(requireOwnShelf(drill, there)).rejects.toThrow('belong to another shop')
    await adoptStores(drill, [there.store, media])
    await requireOwnShelf(drill, there)
  })
  await withClient(env.DATABASE_URL, (client) =>
    expect(requireOwnShelf(client, there)).rejects.toThrow('npm run backup -- --adopt'),
  )
})

test('a shelf with backups of nobody knows whom is not taken', async () => {
  const there = shelfIn(join(folder, 'nobody'))
  await writeManifest(there, '20260101T000000Z-aaaa', { ...saved.manifest, files: [] })
  await withClient(env.DATABASE_URL, (client) =>
    expect(requireOwnShelf(client, there)).rejects.toThrow('not known to be of this shop'),
  )
})

test('scratch databases of killed proofs go, those in use and those of other shops stay', async () => {
  const names = (client: Client) =>
    client
      .query<{ name: string }>(
        `SELECT datname AS name FROM pg_database, (SELECT oid AS shop FROM pg_database WHERE datname = current_database()) own
          WHERE datname LIKE 'molini_scratch_' || shop || '!_%' ESCAPE '!' OR datname = 'molini_scratch_1_0000beef' ORDER BY 1`,
      )
      .then(({ rows }) => rows.map(({ name }) => name))
  await withClient(env.DATABASE_URL, async (client) => {
    await client.query('CREATE DATABASE molini_scratch_1_0000beef TEMPLATE template0')
    try {
      await withScratch(env.DATABASE_URL, async (url) => {
        expect(await dropLeftScratch(client)).toBe(0)
        const name = new URL(url).pathname.slice(1)
        expect(await names(client)).toContain(name)
        await client.query(`CREATE DATABASE ${name.replace(/.{4}$/, 'dead')} TEMPLATE template0`)
      })
      expect(await names(client)).toHaveLength(2)
      expect(await dropLeftScratch(client)).toBe(1)
      expect(await names(client)).toEqual(['molini_scratch_1_0000beef'])
    } finally {
      await client.query('DROP DATABASE IF EXISTS molini_scratch_1_0000beef')
    }
  })
})
