import { defaultMarket, marketIds, markets, type Market } from '#domain/markets'

/** SQL of what `of` says of the market whose id is in `column`; of an unknown one it is that of the default market. */
export const perMarketSql = (column: string, of: (market: Market) => string): string =>
  `CASE ${column} ${marketIds.map((id) => `WHEN '${id}' THEN '${of(markets[id])}'`).join(' ')} ELSE '${of(markets[defaultMarket])}' END`

/** The language in which somebody of a market is written to. */
export const localeOfMarketSql = (column: string): string => perMarketSql(column, ({ locale }) => locale)
