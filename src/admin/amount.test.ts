import { expect, test } from 'vitest'
import { amountFrom, amountText, money, pairs } from './amount'

test('an amount is written with two decimals, small ones too', () => {
  expect([0, 5, 12900, 1208225].map(amountText)).toEqual(['0.00', '0.05', '129.00', '12082.25'])
})

test('what is typed into a money field comes back in minor units', () => {
  expect(['129', '129.5', '129,05', ' 0.10 '].map(amountFrom)).toEqual([12900, 12950, 12905, 10])
})

test('what is no amount is refused', () => {
  expect(['', 'abc', '-5', '1.234', '1,234.00', '1e3'].map(amountFrom)).toEqual(Array(6).fill(undefined))
})

test('money is shown with its sign and cents', () => {
  expect(money(120825, 'EUR')).toBe('€\u00a01,208.25')
  expect(money(37500, 'GBP')).toBe('£\u00a0375.00')
})

test('one pair is a pair', () => {
  expect([1, 2, 0].map(pairs)).toEqual(['1 pair', '2 pairs', '0 pairs'])
})
