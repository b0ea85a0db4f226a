import { expect, test } from 'vitest'
import { formatMoney, percentOff } from './format-money'

const euro = (amount: number) => ({ amount, currency: 'EUR' as const })

test.each([
  ['en-IE', 24500, 'full', '€\u00a0245.00'],
  ['en-IE', 24500, 'short', '€\u00a0245'],
  ['en-IE', 20825, 'short', '€\u00a0208.25'],
  ['de-DE', 20825, 'full', '208,25\u00a0€'],
  ['it-IT', 9900, 'short', '99\u00a0€'],
  ['de-DE', 124500, 'full', '1.245,00\u00a0€'],
] as const)('%s writes %i minor units, %s, as %s', (locale, amount, style, words) =>
  expect(formatMoney(euro(amount), locale, style)).toBe(words),
)

test('pounds and dollars carry their own sign', () => {
  expect(formatMoney({ amount: 20900, currency: 'GBP' }, 'en-GB', 'short')).toBe('£\u00a0209')
  expect(formatMoney({ amount: 20900, currency: 'USD' }, 'en-US')).toBe('$\u00a0209.00')
})

test('a reduction is rounded down', () => {
  expect(percentOff(euro(20825), euro(24500))).toBe(15)
  expect(percentOff(euro(9999), euro(10000))).toBe(0)
})
