import { createHmac } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { drawLot, drawOrder } from './draw-places'

const seeds = fc.stringMatching(/^[0-9a-f]{64}$/)
const entries = fc.uniqueArray(fc.uuid(), { maxLength: 60 })

test('every entry has a place of its own, whatever the order in which they came', () =>
  fc.assert(
    fc.asyncProperty(seeds, entries, async (seed, ids) => {
      const drawn = await drawOrder(seed, ids)
      expect(drawn.toSorted()).toEqual(ids.toSorted())
      expect(await drawOrder(seed, ids.toReversed())).toEqual(drawn)
      expect(await drawOrder(seed, ids.toSorted())).toEqual(drawn)
    }),
  ))

test('a lot is the HMAC-SHA256 of the id under the characters of the seed, as any tool works it out', () => {
  const [seed, id] = ['ab'.repeat(32), '0F6f1c52-3b0a-4a51-9d0e-6a2f6f1d7c11']
  expect(drawLot(seed, id)).toBe(createHmac('sha256', seed).update(id.toLowerCase()).digest('hex'))
})

test('leaving takes nobody else out of their order', () =>
  fc.assert(
    fc.asyncProperty(seeds, entries, async (seed, ids) => {
      const [gone, ...rest] = ids
      const all = await drawOrder(seed, ids)
      expect(await drawOrder(seed, rest)).toEqual(all.filter((id) => id !== gone))
    }),
  ))

test('each place is as likely for the first as for the last to enter', async () => {
  const ids = Array.from({ length: 10 }, (_, index) => `00000000-0000-4000-8000-00000000000${index}`)
  const sums = ids.map(() => 0)
  for (let round = 0; round < 2_000; round += 1) {
    const drawn = await drawOrder(round.toString(16).padStart(64, '0'), ids)
    for (const [index, id] of ids.entries()) sums[index] = (sums[index] ?? 0) + drawn.indexOf(id)
  }
  for (const sum of sums) expect(Math.abs(sum / 2_000 - 4.5)).toBeLessThan(0.3)
})
