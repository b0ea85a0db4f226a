import { expect, test } from 'vitest'
import { placementRefusal, trashRefusal, type Placement } from './category-tree'

const at = (changes: Partial<Placement>): Placement => ({
  above: 0,
  height: 1,
  isBelowItself: false,
  isParentInBin: false,
  ...changes,
})

test.each([
  [0, 1],
  [0, 3],
  [2, 1],
  [1, 2],
])('%i above and %i levels of its own fit', (above, height) => {
  expect(placementRefusal(at({ above, height }))).toBeUndefined()
})

test('a fourth level is refused, and with children the levels are counted', () => {
  expect(placementRefusal(at({ above: 3 }))).toMatch(/on the last one/)
  expect(placementRefusal(at({ above: 2, height: 2 }))).toMatch(/would need 4/)
})

test('below itself or below what lies in the trash nothing may stand', () => {
  expect(placementRefusal(at({ isBelowItself: true }))).toMatch(/below itself/)
  expect(placementRefusal(at({ isParentInBin: true }))).toMatch(/trash/)
})

test('a full category is not trashed, an empty one is', () => {
  expect(trashRefusal(0, 0)).toBeUndefined()
  expect(trashRefusal(1, 0)).toBe('Not yet: one category lies below it. Move them elsewhere first.')
  expect(trashRefusal(2, 3)).toBe(
    'Not yet: 2 categories lie below it and 3 styles are in it. Move them elsewhere first.',
  )
})
