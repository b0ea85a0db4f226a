import { formatMoney } from './format-money'
import type { Market } from './markets'

/** What an announcement may leave for the market to say: the worth of goods from which delivery is free. */
export const freePlace = '{free}'

/**
 * The line above every page as it is true for a market: `{free}` is the worth of goods, in minor units of its currency,
 * from which delivery is free. A line that promises what the market does not have is not said.
 */
export function announcementIn(
  market: Market,
  line: string,
  freeFrom: number | undefined,
): string | undefined {
  if (!line.includes(freePlace)) return line
  if (freeFrom === undefined) return undefined
  const amount = { amount: freeFrom, currency: market.currency }
  return line.replaceAll(freePlace, formatMoney(amount, market.formatLocale, 'short'))
}
