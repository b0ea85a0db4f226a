import type { Money } from './views'

/** 'short' leaves out decimals that are zero, as in lists; 'full' always shows them. */
export type MoneyStyle = 'short' | 'full'

const formats = new Map<string, Intl.NumberFormat>()

function formatOf(locale: string, currency: string, digits: number): Intl.NumberFormat {
  const key = `${locale} ${currency} ${digits}`
  const known = formats.get(key)
  if (known) return known
  const made = new Intl.NumberFormat(locale, {
    style: 'currency',
    currency,
    currencyDisplay: 'narrowSymbol',
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  })
  formats.set(key, made)
  return made
}

/**
 * Money in words: `€ 208.25`, `208,25 €`. `money.amount` is in minor units. Sign and number are held together by a
 * no-break space. Source: LOOK 5, price.
 */
export function formatMoney(money: Money, locale: string, style: MoneyStyle = 'full'): string {
  const digits = style === 'short' && money.amount % 100 === 0 ? 0 : 2
  const parts = formatOf(locale, money.currency, digits).formatToParts(money.amount / 100)
  return parts
    .map(({ type, value }, index) =>
      type === 'currency' && parts[index + 1]?.type === 'integer' ? `${value}\u00a0` : value,
    )
    .join('')
}

/** Whole percent by which `now` lies under `before`, rounded down so that no reduction is overstated. */
export const percentOff = (now: Money, before: Money): number =>
  before.amount <= 0 ? 0 : Math.floor(((before.amount - now.amount) * 100) / before.amount)
