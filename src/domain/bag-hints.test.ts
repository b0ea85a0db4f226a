import fc from 'fast-check'
import { expect, test } from 'vitest'
import { inTwoSizes, towardsFree } from './bag-hints'

const line = (slug: string, size: string, width?: string) => ({
  slug,
  size,
  title: slug,
  ...(width && { width }),
})

test('a shoe in two sizes or two widths is named once, two shoes or two pairs of one size are not', () => {
  expect(inTwoSizes([line('a', '42'), line('a', '43'), line('a', '44'), line('b', '42')])).toEqual(['a'])
  expect(inTwoSizes([line('a', '42'), line('a', '42', 'wide')])).toEqual(['a'])
  expect(inTwoSizes([line('a', '42'), line('b', '43')])).toEqual([])
  expect(inTwoSizes([])).toEqual([])
})

test('the meter is full exactly when nothing is missing', () => {
  fc.assert(
    fc.property(fc.nat(1_000_000), fc.integer({ min: 1, max: 1_000_000 }), (goods, from) => {
      const { missing, part } = towardsFree(goods, from)
      expect(part === 100).toBe(missing === 0)
      expect(part).toBeGreaterThanOrEqual(0)
    }),
  )
})
