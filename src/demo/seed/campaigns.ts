import { sql } from '@payloadcms/db-postgres'
import { refreshPrices } from '#services/refresh-prices'
import { rowsOf } from '#services/transaction'
import { campaigns, type DemoCampaign } from '../catalogue/campaigns'
import { styles } from '../catalogue/styles'
import { idOf, insertDocument, type Seeding } from './documents'

const markName = 'demo-campaigns'

/** What a shop that has sold these shoes since their launch would have written down. */
async function openPriceRecords({ tx }: Seeding): Promise<void> {
  await rowsOf(
    tx,
    sql`INSERT INTO price_records (variant_id, currency, amount, effective_from)
      SELECT v.id, r.currency, r.amount, p.launched_at
      FROM variants v JOIN products p ON p.id = v.product_id
      CROSS JOIN LATERAL (VALUES ('EUR', p.price_in_e_u_r), ('GBP', p.price_in_g_b_p), ('USD', p.price_in_u_s_d)) AS r (currency, amount)
      WHERE p.launched_at < now() AND r.amount IS NOT NULL AND p._status = 'published'
        AND NOT EXISTS (SELECT 1 FROM price_records o WHERE o.variant_id = v.id)`,
  )
}

const fieldsOf = (
  { name, percent, amounts, styles: models = [], categories: slugs = [] }: DemoCampaign,
  { products, categories }: Known,
) => ({
  name,
  active: true,
  priority: 0,
  kind: percent === undefined ? 'amount' : 'percent',
  percent,
  amounts,
  categories: slugs.map((slug) => idOf(categories, slug, 'category')),
  products: models.flatMap((slug) => {
    const style = styles.find((one) => one.slug === slug)
    if (!style) throw new Error(`A demo campaign names the style ${slug}, which is not there`)
    return style.colourways.map((colourway) => idOf(products, colourway.slug, 'product'))
  }),
})

interface Known {
  readonly products: ReadonlyMap<string, string>
  readonly categories: ReadonlyMap<string, string>
}

async function midnight({ tx }: Seeding, day: number): Promise<string> {
  const [row] = await rowsOf<{ at: string }>(
    tx,
    sql`SELECT ((date_trunc('day', now() AT TIME ZONE 'Europe/Rome') + ${day} * interval '1 day') AT TIME ZONE 'Europe/Rome')::text AS at`,
  )
  return new Date(row?.at ?? '').toISOString()
}

/**
 * The demo campaigns, once, with the price records that they would have left: the windows that have opened and closed
 * are settled one after the other, as the shop itself does after a time without its jobs.
 */
export async function seedCampaigns(seeding: Seeding, known: Known): Promise<void> {
  const { tx, req } = seeding
  const [done] = await rowsOf(tx, sql`SELECT 1 FROM shop_marks WHERE name = ${markName}`)
  if (!done) {
    await openPriceRecords(seeding)
    for (const campaign of campaigns) {
      const [startsAt, endsAt] = [
        await midnight(seeding, campaign.fromDay),
        await midnight(seeding, campaign.toDay),
      ]
      await insertDocument(seeding, 'price-campaigns', { ...fieldsOf(campaign, known), startsAt, endsAt })
    }
    const earliest = Math.min(...campaigns.map(({ fromDay }) => fromDay))
    const before = await midnight(seeding, earliest - 1)
    await rowsOf(
      tx,
      sql`UPDATE shop_marks SET value = jsonb_build_object('settled', ${before}::timestamptz) WHERE name = 'prices'`,
    )
    await rowsOf(tx, sql`INSERT INTO shop_marks (name, value) VALUES (${markName}, '{}'::jsonb)`)
  }
  await refreshPrices(req, done ? {} : { everyReduction: true })
}
