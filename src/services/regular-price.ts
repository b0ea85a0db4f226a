import { currencies, type Currency } from '#domain/markets'

const columnOf = (currency: Currency): string => `price_in_${[...currency.toLowerCase()].join('_')}`

/** The regular price of variant `v` of product `p`: its own where it has one, else its product's; null: not for sale. */
const regularIn = (currency: Currency): string => {
  const column = columnOf(currency)
  return `CASE WHEN v.${column}_enabled THEN v.${column} WHEN p.${column}_enabled THEN p.${column} END`
}

/** In the currency that the expression `currency` names. */
export const regularPriceSql = (currency: string): string =>
  `CASE ${currency} ${currencies.map((one) => `WHEN '${one}' THEN ${regularIn(one)}`).join(' ')} END`

/** A row for each currency: `r (currency, amount)`. */
export const regularPricesSql = `LATERAL (VALUES ${currencies.map((one) => `('${one}', ${regularIn(one)})`).join(', ')}) AS r (currency, amount)`
