import { expect, test } from 'vitest'
import { weightFrom, weightText } from './weight'

test('what is typed as kilograms is kept in grams', () => {
  expect(['2', '2.5', '0,05', ' 30 kg '].map(weightFrom)).toEqual([2_000, 2_500, 50, 30_000])
  expect(['', '-1', '1.2345', 'heavy'].map(weightFrom)).toEqual(Array.from({ length: 4 }))
})

test('every weight is shown as it can be typed', () => {
  for (let grams = 0; grams <= 20_000; grams += 7) expect(weightFrom(weightText(grams))).toBe(grams)
})
