import fc from 'fast-check'
import { expect, test } from 'vitest'
import { growthOf, monthBefore, storageOf } from './database-growth.mjs'

const GB = 1024 ** 3
const dayAt = (at: number) => new Date(Date.UTC(2026, 0, 1 + at)).toISOString().slice(0, 10)
const line = (days: number, perDay: number, first = 1000) =>
  Array.from({ length: days }, (_, at) => ({ day: dayAt(at), bytes: first + at * perDay }))

test('a database that grows by the same every day is told to, whatever days are missing', () =>
  fc.assert(
    fc.property(
      fc.integer({ min: -1000, max: 100_000 }),
      fc.subarray(line(60, 1).slice(1, -1), { minLength: 0 }),
      (perDay, kept) => {
        const days = [line(60, 1)[29], ...kept, line(60, 1)[59]].flatMap((one) => (one ? [one.day] : []))
        const samples = [...new Set(days)]
          .sort()
          .map((day) => ({ day, bytes: 10_000_000 + (Date.parse(day) / 86_400_000) * perDay }))
        expect(growthOf(samples)).toBeCloseTo(perDay, 2)
      },
    ),
  ))

test('growth is told from a week on, and only of the last thirty days', () => {
  expect(growthOf([])).toBeUndefined()
  expect(growthOf(line(7, 50))).toBeUndefined()
  expect(growthOf(line(8, 50))).toBeCloseTo(50)
  const still = line(31, 0, 5000).map((one, at) => ({ ...one, day: dayAt(100 + at) }))
  expect(growthOf([...line(90, 900), ...still])).toBeCloseTo(0)
})

test('a month before is thirty days before the last, or the oldest there is', () => {
  expect(monthBefore([])).toBeUndefined()
  expect(monthBefore(line(5, 1))?.day).toBe(dayAt(0))
  expect(monthBefore(line(60, 1))?.day).toBe(dayAt(29))
})

test('room is known by a limit or by the disk, by the nearer of both, or not at all', () => {
  expect(storageOf({ bytes: GB })).toBeUndefined()
  expect(storageOf({ bytes: GB, limit: 10 * GB })).toEqual({
    ...{ bounds: 'limit', room: 10 * GB, left: 9 * GB, share: 0.1, isShort: false },
  })
  expect(storageOf({ bytes: GB, limit: 10 * GB, free: 3 * GB })).toMatchObject({
    ...{ bounds: 'disk', room: 4 * GB, left: 3 * GB },
  })
  expect(storageOf({ bytes: GB, limit: 2 * GB, free: 3 * GB })?.bounds).toBe('limit')
})

test.each([
  ['four fifths taken', { bytes: 8 * GB, limit: 10 * GB }, true],
  ['less than four fifths', { bytes: 7.9 * GB, limit: 10 * GB }, false],
  ['full in 30 days', { bytes: GB, limit: 4 * GB, perDay: GB / 10 }, true],
  ['full in 31 days', { bytes: GB, limit: 4.11 * GB, perDay: GB / 10 }, false],
  ['shrinking', { bytes: GB, limit: 4 * GB, perDay: -GB }, false],
  ['a disk with less than a gigabyte', { bytes: 0.01 * GB, free: 0.9 * GB }, true],
  ['a disk with more', { bytes: 0.01 * GB, free: 1.1 * GB }, false],
  ['beyond the limit', { bytes: 3 * GB, limit: 2 * GB }, true],
])('%s', (_, known, isShort) => expect(storageOf(known)?.isShort).toBe(isShort))
