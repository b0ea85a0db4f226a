import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  advanceReview,
  averageStars,
  fewestFitVoices,
  fitScale,
  fitWord,
  reviewerName,
  reviewLimits,
  type StarCounts,
} from './review'

const counts = fc.nat(5000)
const stars: fc.Arbitrary<StarCounts> = fc.tuple(counts, counts, counts, counts, counts)

test('the average lies between one and five stars, and there is none without stars', () => {
  expect(averageStars([0, 0, 0, 0, 0])).toBeUndefined()
  expect(averageStars([0, 0, 0, 1, 2])).toBe(4.7)
  fc.assert(
    fc.property(stars, (given) => {
      const average = averageStars(given)
      if (given.every((one) => one === 0)) return average === undefined
      return average !== undefined && average >= 1 && average <= 5
    }),
  )
})

test('more good stars never lower the average', () => {
  fc.assert(
    fc.property(stars, ([one, two, three, four, five]) => {
      const before = averageStars([one, two, three, four, five]) ?? 0
      return (averageStars([one, two, three, four, five + 1]) ?? 0) >= before
    }),
  )
})

test('a fit scale says nothing below ten voices', () => {
  expect(fitScale({ small: 9, true: 0, large: 0 })).toBeUndefined()
  expect(fitScale({ small: 10, true: 0, large: 0 })).toEqual({ position: -1, count: 10 })
})

test('a fit scale is balanced: swapping small and large turns it round', () => {
  fc.assert(
    fc.property(counts, counts, counts, (small, fitting, large) => {
      fc.pre(small + fitting + large >= fewestFitVoices)
      const one = fitScale({ small, true: fitting, large })
      const other = fitScale({ small: large, true: fitting, large: small })
      expect(Math.abs((one?.position ?? 9) + (other?.position ?? 9))).toBeLessThanOrEqual(0.011)
      expect(Math.abs(one?.position ?? 9)).toBeLessThanOrEqual(1)
    }),
  )
})

test.each([
  [-1, 'small'],
  [-0.2, 'true'],
  [0, 'true'],
  [0.5, 'large'],
])('a position of %s reads as %s', (position, word) => {
  expect(fitWord({ position, count: 12 })).toBe(word)
})

test('a name is the first name and a letter, also of a name of one word or none', () => {
  expect(reviewerName('Ada', 'rossi')).toBe('Ada R.')
  expect(reviewerName('Ada', '')).toBe('Ada')
  expect(reviewerName('', '')).toBe('')
  expect(reviewerName('A'.repeat(200), 'B').length).toBe(reviewLimits.name)
})

test('an approved review may be taken down, a rejected one put up, and neither goes back to waiting', () => {
  expect(advanceReview('approved', 'rejected')).toBe('rejected')
  expect(advanceReview('rejected', 'approved')).toBe('approved')
  expect(() => advanceReview('approved', 'approved')).toThrow('review.state')
  expect(() => advanceReview('rejected', 'pending')).toThrow('review.state')
})
