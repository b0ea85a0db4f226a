import { mkdtempSync } from 'node:fs'
import { mkdir, open as openFile, readdir, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { diskStore, isSignedFor } from './disk-store'
import { StoreFault, isFileKey, readWhole, type FileStore } from './file-store'
import { s3Store } from './s3-store'
import type { Fault, Misbehaving } from './testing/misbehaviour'
import { startS3Double, type S3Double } from './testing/s3-double'
import { startUploadThingDouble, type UploadThingDouble } from './testing/uploadthing-double'
import { uploadThingStore } from './uploadthing-store'

const folder = mkdtempSync(join(tmpdir(), 'molini-store-'))
const secret = 'only-for-tests-and-never-for-a-shop'
const patience = { within: 400, tries: 3, wait: 5 }
let [s3, uploadThing]: [S3Double, UploadThingDouble] = [] as never

beforeAll(async () => {
  s3 = await startS3Double()
  uploadThing = await startUploadThingDouble()
})
afterAll(async () => {
  await Promise.all([s3.stop(), uploadThing.stop()])
  await rm(folder, { recursive: true })
})

/** Follows an address of the disk store as its route does. */
async function openDisk(address: string): Promise<{ status: number; bytes?: Buffer }> {
  const { pathname, searchParams } = new URL(address)
  const key = pathname.replace('/api/files/', '')
  if (!isSignedFor(secret, key, Number(searchParams.get('expires')), searchParams.get('signature') ?? ''))
    return { status: 403 }
  const bytes = await readWhole(disk(), key)
  return bytes ? { status: 200, bytes } : { status: 404 }
}

async function openWeb(address: string): Promise<{ status: number; bytes?: Buffer }> {
  const answer = await fetch(address)
  return { status: answer.status, bytes: Buffer.from(await answer.arrayBuffer()) }
}

const disk = () => diskStore({ folder, secret, origin: 'http://shop.test' })

interface Kind {
  name: FileStore['name']
  make: () => FileStore
  open: (address: string) => Promise<{ status: number; bytes?: Buffer }>
  double?: () => Misbehaving
  /** An address that is as the store makes them, of a moment that is over. */
  expired: (store: FileStore, key: string) => Promise<string>
}

const remote: Kind[] = [
  {
    name: 's3',
    make: () => s3Store({ ...s3.settings, patience, partSize: 1000 }),
    open: openWeb,
    double: () => s3,
    expired: (store, key) => store.url(key, { seconds: -1 }),
  },
  {
    name: 'uploadthing',
    make: () => uploadThingStore({ ...uploadThing.settings, patience }),
    open: openWeb,
    double: () => uploadThing,
    expired: (store, key) => store.url(key, { seconds: -1 }),
  },
]
const kinds: Kind[] = [
  { name: 'disk', make: disk, open: openDisk, expired: (store, key) => store.url(key, { seconds: -1 }) },
  ...remote,
]

let turn = 0
const freshKey = () => `media/file-${(turn += 1)}.webp`
const bytes = (length: number) => Buffer.from(Array.from({ length }, (_, at) => (at * 7 + length) % 251))
const type = 'image/webp'

async function* inPieces(whole: Buffer, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < whole.byteLength; at += size) yield whole.subarray(at, at + size)
}

async function keysOf(store: FileStore, prefix: string): Promise<string[]> {
  const found: string[] = []
  for await (const { key } of store.list(prefix)) found.push(key)
  return found.sort()
}

const faultOf = async (work: Promise<unknown>): Promise<StoreFault> => {
  const error: unknown = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  )
  expect(error).toBeInstanceOf(StoreFault)
  return error as StoreFault
}

describe.each(kinds)('every store, $name', ({ make, open, expired }) => {
  let store: FileStore
  beforeEach(() => (store = make()))

  test.each([0, 1, 70_000])('a file of %i bytes comes back as it was', async (length) => {
    const key = freshKey()
    await store.put(key, bytes(length), { type })
    expect(await store.stat(key)).toEqual({ size: length })
    expect(await readWhole(store, key)).toEqual(bytes(length))
  })

  test.each([
    [0, 10],
    [999, 10],
    [1000, 1000],
    [4321, 333],
  ])('a stream of %i bytes in pieces of %i comes back as one file', async (length, piece) => {
    const key = freshKey()
    await store.put(key, inPieces(bytes(length), piece), { type })
    expect(await readWhole(store, key)).toEqual(bytes(length))
  })

  test('what is not there is nothing, and deleting it twice is no fault', async () => {
    const key = freshKey()
    expect(await store.stat(key)).toBeUndefined()
    expect(await store.read(key)).toBeUndefined()
    await store.put(key, bytes(10), { type })
    await store.delete(key)
    await store.delete(key)
    expect(await store.stat(key)).toBeUndefined()
    expect(await store.read(key)).toBeUndefined()
  })

  test('an address gives the file to whoever has it', async () => {
    const key = freshKey()
    await store.put(key, bytes(50), { type })
    expect(await open(await store.url(key, { seconds: 60 }))).toEqual({ status: 200, bytes: bytes(50) })
  })

  test('an address that is over gives nothing', async () => {
    const key = freshKey()
    await store.put(key, bytes(50), { type })
    expect((await open(await expired(store, key))).status).toBe(403)
  })

  test('an address changed to another file, or to a later end, gives nothing', async () => {
    const [mine, other] = [freshKey(), freshKey()]
    await store.put(mine, bytes(50), { type })
    await store.put(other, bytes(60), { type })
    const address = await store.url(mine, { seconds: 60 })
    const names = [mine, mine.replace('/', '--')].flatMap((name) => [name, name.replace(/-\d+\.webp$/, '')])
    const [, own] = /(file-\d+)\.webp/.exec(address) ?? []
    const [, wanted] = /(file-\d+)\.webp/.exec(other) ?? []
    expect(names.some((name) => address.includes(name))).toBe(true)
    expect((await open(address.replace(own ?? '', wanted ?? ''))).status).toBe(403)
    const later = address.replace(
      /(expires=|X-Amz-Expires=)(\d+)/i,
      (_, name: string, time: string) => `${name}${Number(time) + 5000}`,
    )
    expect(later).not.toBe(address)
    expect((await open(later)).status).toBe(403)
  })

  test('a list names all files below a prefix and no other', async () => {
    const folderName = `list-${(turn += 1)}`
    const keys = [1, 2, 3, 4, 5].map((at) => `${folderName}/f${at}.bin`)
    for (const key of [...keys, `${folderName}x/f.bin`]) await store.put(key, bytes(3), { type })
    expect(await keysOf(store, `${folderName}/`)).toEqual(keys)
    for await (const { size, writtenAt } of store.list(`${folderName}/`)) {
      expect(size).toBe(3)
      expect(Math.abs(writtenAt.getTime() - Date.now())).toBeLessThan(60_000)
    }
  })

  test.each([
    '../secrets.json',
    'media/../../x',
    '/etc/passwd',
    'media//x',
    'media/a--b',
    '',
    'a b',
    'x'.repeat(201),
  ])('a key such as %j is none, whatever is asked', async (key) => {
    expect(isFileKey(key)).toBe(false)
    for (const ask of [
      () => store.put(key, bytes(1), { type }),
      () => store.read(key),
      () => store.delete(key),
      () => store.stat(key),
      () => store.url(key, { seconds: 9 }),
    ])
      await expect((async () => ask())()).rejects.toThrow('Not a key of a file')
  })

  test('a stream that fails leaves nothing, and says why it failed', async () => {
    const key = freshKey()
    async function* broken(): AsyncGenerator<Uint8Array> {
      yield bytes(2500)
      throw new Error('the source broke')
    }
    await expect(store.put(key, broken(), { type })).rejects.toThrow()
    expect(await store.stat(key)).toBeUndefined()
    expect(await keysOf(store, key)).toEqual([])
  })
})

describe.each(remote)('a store elsewhere, $name', ({ make, double = () => s3 }) => {
  let store: FileStore
  beforeEach(() => (store = make()))

  test.each<Fault>(['answers 500', 'answers 500 after doing it', 'hangs', 'breaks off', 'answers half'])(
    'one that once %s is asked again, and the file is there once',
    async (fault) => {
      const key = freshKey()
      double().fail(fault)
      await store.put(key, bytes(80), { type })
      expect(await readWhole(store, key)).toEqual(bytes(80))
      expect(await keysOf(store, key)).toEqual([key])
      double().fail(fault)
      expect(await store.stat(key)).toEqual({ size: 80 })
      double().fail(fault)
      await store.delete(key)
      expect(await store.stat(key)).toBeUndefined()
    },
  )

  test('one that keeps failing is given up after three tries, and nothing is there', async () => {
    const key = freshKey()
    const before = double().seen.length
    double().fail('answers 500', 'answers 500', 'answers 500')
    const fault = await faultOf(store.stat(key))
    expect(fault.message).toContain('500')
    expect(double().seen.length - before).toBe(3)
    double().fail(...Array.from({ length: 5 }, (): Fault => 'answers 500 after doing it'))
    await faultOf(store.put(key, bytes(9), { type }))
  })

  test('one that hangs is left within the time that it has', async () => {
    const begun = performance.now()
    double().fail('hangs', 'hangs', 'hangs')
    expect((await faultOf(store.stat(freshKey()))).message).toContain('did not answer in time')
    expect(performance.now() - begun).toBeLessThan(3000)
  })

  test('a file that ends too early is a fault, not a shorter file', async () => {
    const key = freshKey()
    await store.put(key, bytes(60_000), { type })
    double().fail('answers half')
    await faultOf(readWhole(store, key))
    expect(await readWhole(store, key)).toEqual(bytes(60_000))
  })

  test('what we sign is accepted, always', () =>
    expect(
      double().refused.filter(
        (one) => one !== 'RequestTimeTooSkewed' && one !== 'SignatureDoesNotMatch' && one !== 'signature',
      ),
    ).toEqual([]))
})

test('a wrong secret is said once and not tried again', async () => {
  const store = s3Store({ ...s3.settings, secretAccessKey: 'another', patience })
  const before = s3.seen.length
  const fault = await faultOf(store.put(freshKey(), bytes(3), { type }))
  expect(fault.message).toContain('SignatureDoesNotMatch')
  expect(fault.isFinal).toBe(true)
  expect(s3.seen.length - before).toBe(1)
  const other = Buffer.from(
    JSON.stringify({ apiKey: ['sk', 'live', 'wrong'].join('_'), appId: 'doubleapp', regions: ['sea1'] }),
  ).toString('base64')
  const wrong = uploadThingStore({ ...uploadThing.settings, token: other, patience })
  await faultOf(wrong.put(freshKey(), bytes(3), { type }))
  expect((await faultOf(wrong.stat(freshKey()))).message).toContain('403')
})

test('a bucket that does not exist is no missing file', async () => {
  const store = s3Store({ ...s3.settings, bucket: 'no-such', patience })
  expect((await faultOf(store.put(freshKey(), bytes(3), { type }))).message).toContain('no bucket')
  expect((await faultOf(store.read(freshKey()))).message).toContain('no bucket')
})

test('an upload in parts that fails half-way is given up at the store too', async () => {
  const store = s3Store({ ...s3.settings, patience, partSize: 1000 })
  async function* thenDown(): AsyncGenerator<Uint8Array> {
    yield bytes(3000)
    s3.fail('answers 500', 'answers 500', 'answers 500')
    yield bytes(3000)
  }
  const key = freshKey()
  await faultOf(store.put(key, thenDown(), { type }))
  expect(s3.open.size).toBe(0)
  expect(s3.files.has(key)).toBe(false)
})

test('an upload in parts that fails at its beginning lets go of what it was reading', async () => {
  const store = s3Store({ ...s3.settings, patience, partSize: 1000 })
  let isOpen = true
  async function* endless(): AsyncGenerator<Uint8Array> {
    try {
      for (;;) yield bytes(3000)
    } finally {
      isOpen = false
    }
  }
  s3.fail('answers 500', 'answers 500', 'answers 500')
  await faultOf(store.put(freshKey(), endless(), { type }))
  expect(isOpen).toBe(false)
})

test('nothing of a half written file is listed or left in the folder', async () => {
  async function* broken(): AsyncGenerator<Uint8Array> {
    yield bytes(10)
    throw new Error('no more')
  }
  await expect(disk().put('half/x.bin', broken(), { type })).rejects.toThrow()
  expect(await readdir(join(folder, 'half'))).toEqual([])
})

test('a disk that takes less than it is given at once still has the whole file', async () => {
  const probe = await openFile(join(folder, 'probe'), 'w')
  const handles = Object.getPrototypeOf(probe) as { write: (...given: unknown[]) => Promise<unknown> }
  await probe.close()
  const { write } = handles
  const short = vi.spyOn(handles, 'write').mockImplementation(function (this: unknown, ...given) {
    const [content, from = 0] = given as [Buffer, number?]
    return write.call(this, content, from, Math.min(7, content.byteLength - from))
  })
  const key = freshKey()
  try {
    await disk().put(key, inPieces(bytes(100), 33), { type })
    expect(short).toHaveBeenCalled()
  } finally {
    short.mockRestore()
  }
  expect(await readWhole(disk(), key)).toEqual(bytes(100))
})

test('halves of more than a day ago are removed when the folder is listed, younger ones stay', async () => {
  const halves = ['old.bin.1.part', 'new.bin.2.part'].map((name) => join(folder, 'halves', name))
  await mkdir(join(folder, 'halves'))
  for (const half of halves) await writeFile(half, 'x')
  await utimes(halves[0] ?? '', new Date(0), new Date(0))
  expect(await keysOf(disk(), 'halves/')).toEqual([])
  expect(await readdir(join(folder, 'halves'))).toEqual(['new.bin.2.part'])
})
