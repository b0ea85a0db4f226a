import type { PayloadRequest } from 'payload'
import { markets, type Currency, type MarketId } from '#domain/markets'
import { money } from '#domain/money'
import type { Money } from '#domain/views'
import { databaseNow, runningCampaignsSql, type CampaignRow } from './campaign-rows'
import { unitPriceOf } from './cart-prices'
import { forSaleSql } from './cart-rows'
import { regularPriceSql } from './regular-price'
import { run, type Statement } from './statement'

/** What a size costs a customer by a price list of their own. */
export interface OwnPrice {
  variantId: string
  price: Money
}

interface Row {
  variantId: string
  regularPrice: number | null
  campaigns: CampaignRow[]
  now: number
}

const statement: Statement = {
  name: 'own-prices',
  text: `SELECT v.id AS "variantId", (${regularPriceSql('$3::text')})::float8 AS "regularPrice",
      ${runningCampaignsSql('$2::uuid')} AS campaigns, ${databaseNow} AS now
    FROM products p JOIN variants v ON v.product_id = p.id WHERE p.slug = $1 AND ${forSaleSql}
      AND EXISTS (SELECT FROM price_campaigns_rels r JOIN customers_rels m ON m.path = 'groups' AND m.customer_groups_id = r.customer_groups_id
        WHERE r.path = 'customerGroups' AND m.parent_id = $2::uuid)
    ORDER BY v.id`,
}

function ownPrice({ variantId, now, ...row }: Row, currency: Currency): OwnPrice[] {
  const everybodys = { ...row, campaigns: row.campaigns.filter((one) => !one.isPrivate) }
  const { unitPrice } = unitPriceOf(row, currency, now)
  const isOwn = unitPrice !== null && unitPrice !== unitPriceOf(everybodys, currency, now).unitPrice
  return isOwn ? [{ variantId, price: money(unitPrice, currency) }] : []
}

/** The sizes of a product that cost this customer less than everybody else, in the market's currency; none for most. */
export async function ownPrices(
  req: PayloadRequest,
  { customerId, slug, market }: { customerId: string; slug: string; market: MarketId },
): Promise<OwnPrice[]> {
  const { currency } = markets[market]
  const rows = await run<Row>(req, statement, [slug, customerId, currency])
  return rows.flatMap((row) => ownPrice(row, currency))
}
