import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { sizeScales } from '#demo/catalogue/size-scales'
import {
  childSizeOf,
  footLimits,
  footOf,
  growthRoomMm,
  isOldMeasurement,
  leastForChild,
  ownSizeOf,
  type SaidIn,
} from './foot-size'

const [adult, thirds, kids] = sizeScales.map(({ points }) =>
  points.map(({ eu, uk, usM, usW, cm, footMm }) => ({ eu, uk, usM, usW, cm, footMm })),
)
const grown = [adult ?? [], thirds ?? []]
const children = [kids ?? [], ...grown]

describe('a size becomes a foot:', () => {
  test.each<[string, SaidIn, 'women' | 'men', number]>([
    ['42', 'eu', 'men', 267],
    ['EU 42', 'eu', 'men', 267],
    ['37⅓', 'eu', 'women', 236],
    ['37-1-3', 'eu', 'women', 236],
    ['37 1/3', 'eu', 'women', 236],
    ['8', 'uk', 'men', 267],
    ['UK 8,5', 'uk', 'men', 270],
    ['8½', 'uk', 'men', 270],
    ['9', 'us', 'men', 267],
    ['W 7', 'us', 'women', 237],
    ['26.7', 'cm', 'men', 267],
    ['26,7', 'cm', 'women', 267],
    ['25', 'cm', 'women', 250],
    ['267', 'mm', 'men', 267],
  ])('%s in %s for %s is %i mm', (size, system, segment, mm) =>
    expect(footOf(grown, { size, system, segment })).toBe(mm),
  )

  test.each<[string, SaidIn]>([
    ['42.25', 'eu'],
    ['', 'eu'],
    ['', 'uk'],
    ['24', 'eu'],
    ['forty-two', 'eu'],
    ['199', 'mm'],
    ['331', 'mm'],
    ['267.5', 'mm'],
    ['1e3', 'mm'],
    ['-267', 'mm'],
    ['19.9', 'cm'],
    ['267', 'cm'],
  ])('%s in %s is none', (size, system) =>
    expect(footOf(grown, { size, system, segment: 'men' })).toBeUndefined(),
  )

  test('and the foot becomes the same size again, for every size of every scale', () => {
    for (const { eu } of grown.flat()) {
      const mm = footOf(grown, { size: eu, system: 'eu', segment: 'men' })
      expect(mm).toBeGreaterThan(0)
      expect(ownSizeOf(grown, mm ?? 0)?.footMm).toBe(mm)
    }
    expect(ownSizeOf(grown, 236)?.eu).toBe('37 1/3')
    expect(ownSizeOf(grown, 237)?.eu).toBe('37.5')
  })
})

test('a foot between two sizes has the nearest, of two as near the larger, and none where the shop ends', () => {
  const feet = [{ eu: '40', footMm: 250 }, { eu: '41', footMm: 256 }, { eu: 'x' }]
  expect(ownSizeOf([feet], 252)?.eu).toBe('40')
  expect(ownSizeOf([feet], 253)?.eu).toBe('41')
  expect(ownSizeOf([feet], 263)?.eu).toBe('41')
  expect(ownSizeOf([feet], 264)).toBeUndefined()
  expect(ownSizeOf([], 250)).toBeUndefined()
})

describe('a child’s foot', () => {
  test.each([
    [147, '24', 13],
    [148, '24', 12],
    [149, '25', 17],
    [173, '28', 13],
    [240, '38', 13],
  ])('of %i mm takes %s, with %i mm of room', (foot, eu, room) =>
    expect(childSizeOf(children, foot)).toMatchObject({ labels: { eu }, roomMm: room }),
  )

  test('past the children’s sizes takes one of the grown-ups', () =>
    expect(childSizeOf(children, 245)).toMatchObject({ labels: { eu: '39' }, roomMm: 15 }))

  test('has no size where the shop has none so small or so large', () => {
    expect(childSizeOf(children, 141)).toBeUndefined()
    expect(childSizeOf(children, 142)?.labels.eu).toBe('24')
    expect(childSizeOf([kids ?? []], 280)).toBeUndefined()
    expect(childSizeOf([], 170)).toBeUndefined()
  })

  test('has its room to grow in whatever size it is told, and in no smaller one', () => {
    fc.assert(
      fc.property(fc.integer({ min: footLimits.child.least, max: footLimits.child.most }), (foot) => {
        const found = childSizeOf(children, foot)
        if (!found) return
        expect(found.roomMm).toBeGreaterThanOrEqual(growthRoomMm)
        const smaller = kids?.filter(({ footMm }) => footMm < (found.labels.footMm ?? 0)) ?? []
        for (const { footMm } of smaller) expect(footMm).toBeLessThan(leastForChild(foot))
      }),
    )
  })
})

test.each([
  ['2026-08-28', '2026-11-28', false],
  ['2026-08-27', '2026-11-28', true],
  ['2026-11-30', '2027-02-28', false],
  ['2026-11-30', '2027-03-01', true],
  ['2026-11-28', '2026-11-28', false],
])('measured on %s, on %s it is old: %s', (measuredOn, today, isOld) =>
  expect(isOldMeasurement(measuredOn, today)).toBe(isOld),
)
