import fc from 'fast-check'
import { expect, test } from 'vitest'
import { gather } from '../storage/file-store'
import { seal, unseal } from './seal'

const secret = 'a-secret-for-tests-that-is-long-enough'

async function* inPieces(whole: Buffer, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < whole.byteLength; at += size) yield whole.subarray(at, at + size)
}
const sealed = (whole: Buffer, size = 1000) => gather(seal(inPieces(whole, size), secret))
const opened = (whole: Buffer, size = 1000, key = secret) => gather(unseal(inPieces(whole, size), key))

test('what was sealed is opened as it was, in whatever pieces it travels', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(0, 1, 65_535, 65_536, 65_537, 131_072, 200_001),
      fc.integer({ min: 1, max: 90_000 }),
      fc.integer({ min: 7, max: 90_000 }),
      async (length, first, second) => {
        const whole = Buffer.alloc(length, 'molini')
        expect(
          (await opened(await sealed(whole, Math.max(first, 50)), Math.max(second, 50))).equals(whole),
        ).toBe(true)
      },
    ),
    { numRuns: 60 },
  )
})

test('one changed bit anywhere is found', async () => {
  const whole = await sealed(Buffer.alloc(150_000, 'x'))
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 0, max: whole.byteLength * 8 - 1 }), async (bit) => {
      const changed = Buffer.from(whole)
      changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7))
      await expect(opened(changed)).rejects.toThrow(/no backup|changed or cut off/)
    }),
    { numRuns: 60 },
  )
})

test('a cut at any place is found, also between two pieces', async () => {
  const whole = await sealed(Buffer.alloc(150_000, 'x'))
  const atPiece = 40 + 65_536 + 16
  for (const end of [0, 10, 40, 41, atPiece, atPiece * 2 - 40, whole.byteLength - 1])
    await expect(opened(whole.subarray(0, end)), String(end)).rejects.toThrow()
})

test('pieces that changed places, and another secret, open nothing', async () => {
  const whole = await sealed(Buffer.alloc(200_000, 'x'))
  const piece = 65_536 + 16
  const moved = Buffer.concat([
    whole.subarray(0, 40),
    whole.subarray(40 + piece, 40 + 2 * piece),
    whole.subarray(40, 40 + piece),
    whole.subarray(40 + 2 * piece),
  ])
  await expect(opened(moved)).rejects.toThrow('changed or cut off')
  await expect(opened(whole, 1000, `${secret}!`)).rejects.toThrow('BACKUP_KEY is another one')
})

test('the same content is sealed differently each time', async () => {
  expect((await sealed(Buffer.from('x'))).equals(await sealed(Buffer.from('x')))).toBe(false)
})
