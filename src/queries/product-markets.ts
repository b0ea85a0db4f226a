import { cached } from '#cache'
import { marketIds, markets, type Currency, type MarketId } from '#domain/markets'
import { rowsNamed, sql, type Sql } from './sql'

/** The currencies that something of product `p` has a price in, as a list. */
export const currenciesSql: Sql = sql`(
  SELECT array_remove(ARRAY[
    CASE WHEN bool_or(v.price_in_e_u_r_enabled OR p.price_in_e_u_r_enabled) THEN 'EUR' END,
    CASE WHEN bool_or(v.price_in_g_b_p_enabled OR p.price_in_g_b_p_enabled) THEN 'GBP' END,
    CASE WHEN bool_or(v.price_in_u_s_d_enabled OR p.price_in_u_s_d_enabled) THEN 'USD' END], NULL)
  FROM variants v WHERE v.product_id = p.id AND v.deleted_at IS NULL AND v.size_id IS NOT NULL)`

export const marketsOf = (currencies: readonly string[]): MarketId[] =>
  marketIds.filter((id) => currencies.includes(markets[id].currency))

/** The markets that show a published product: those whose currency it has a price in. */
export const getProductMarkets = (slug: string): Promise<MarketId[]> =>
  cached(['product-markets', slug], [`product:${slug}`, 'products'], async () => {
    const [row] = await rowsNamed<{ currencies: Currency[] | null }>(
      'product-markets',
      sql`SELECT ${currenciesSql} AS currencies FROM products p WHERE p.slug = ${slug}`,
    )
    return marketsOf(row?.currencies ?? [])
  })
