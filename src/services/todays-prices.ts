import type { Currency } from '#domain/markets'
import { databaseNow, runningCampaignsSql, type CampaignRow } from './campaign-rows'
import { unitPriceOf } from './cart-prices'
import { forSaleSql } from './cart-rows'
import { regularPriceSql } from './regular-price'
import { run, type Statement } from './statement'
import type { Transaction } from './transaction'

/** A size as it is sold today in the market of an order. Minor units. */
export interface TodaysPrice {
  variantId: string
  productId: string
  price: number
  forSale: boolean
}

interface Row extends Omit<TodaysPrice, 'price'> {
  regularPrice: number | null
  campaigns: CampaignRow[]
  currency: Currency
  now: number
}

const statement: Statement = {
  name: 'todays-prices',
  text: `SELECT v.id AS "variantId", p.id AS "productId", ${forSaleSql} AS "forSale", bought.currency, ${databaseNow} AS now,
      (${regularPriceSql('bought.currency')})::float8 AS "regularPrice", ${runningCampaignsSql('bought.customer_id')} AS campaigns
    FROM orders bought, variants v JOIN products p ON p.id = v.product_id
    WHERE bought.id = $1 AND v.id = ANY ($2::uuid[]) AND v.deleted_at IS NULL`,
}

/** Those of the variants that have a price in the currency of the order, with campaigns as they run. */
export async function todaysPrices(
  tx: Transaction,
  orderId: string,
  variantIds: readonly string[],
): Promise<TodaysPrice[]> {
  const rows = await run<Row>(tx, statement, [orderId, variantIds])
  return rows.flatMap((row) => {
    const { variantId, productId, forSale, currency, now } = row
    const { unitPrice: price } = unitPriceOf(row, currency, now)
    return price === null ? [] : [{ variantId, productId, forSale, price }]
  })
}
