import { formatMoney } from '#domain/format-money'
import type { Currency } from '#domain/markets'

/** Money as staff read it, the same whatever the market: `€ 1,208.25`. `amount` is in minor units. */
export const money = (amount: number, currency: string): string =>
  formatMoney({ amount, currency: currency as Currency }, 'en-IE')

/** The number of a money field, without a sign: 12900 is `129.00`. */
export function amountText(amount: number): string {
  const digits = String(Math.abs(amount)).padStart(3, '0')
  return `${amount < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`
}

/** What somebody typed into a money field, in minor units; a comma or a point before the cents. */
export function amountFrom(text: string): number | undefined {
  const match = /^\s*(\d{1,12})(?:[.,](\d{1,2}))?\s*$/.exec(text)
  if (!match?.[1]) return undefined
  return Number(match[1] + (match[2] ?? '').padEnd(2, '0'))
}

export const pairs = (count: number): string => `${count} ${count === 1 ? 'pair' : 'pairs'}`
