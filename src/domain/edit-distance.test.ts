import fc from 'fast-check'
import { expect, test } from 'vitest'
import { editDistance } from './edit-distance'

test.each([
  ['derby', 'derby', 0],
  ['derbi', 'derby', 1],
  ['debry', 'derby', 1],
  ['sneker', 'sneaker', 1],
  ['chelsae', 'chelsea', 1],
  ['loffer', 'loafer', 1],
  ['', 'ab', 2],
])('%s is so far from %s', (a, b, distance) => expect(editDistance(a, b, 3)).toBe(distance))

test('what is further than the limit counts as one more than it', () => {
  expect(editDistance('derby', 'sandal', 2)).toBe(3)
})

test('the way there is as long as the way back', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 12 }), fc.string({ maxLength: 12 }), (a, b) => {
      expect(editDistance(a, b, 4)).toBe(editDistance(b, a, 4))
    }),
  )
})

test('a word is nowhere but at itself', () => {
  fc.assert(
    fc.property(fc.string(), (word) => {
      expect(editDistance(word, word, 2)).toBe(0)
    }),
  )
})
