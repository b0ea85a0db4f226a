import { expect, test } from 'vitest'
import { noteOf } from './last-known'

test.each([
  ['42', 1, '42'],
  ['42', 2, '42 × 2'],
  ['', 1, ''],
  ['', 3, '× 3'],
])('of size "%s", %i of them, the offline page says "%s"', (size, quantity, note) => {
  expect(noteOf({ size, quantity })).toBe(note)
})
