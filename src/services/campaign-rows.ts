import type { Campaign, Reduction } from '#domain/campaigns'
import { currencies } from '#domain/markets'

/** A campaign as SQL hands it over: times in ISO 8601, percent in whole percent, amounts in minor units. */
export interface CampaignRow {
  id: string
  name: string
  active: boolean
  from: string
  to: string | null
  priority: number
  kind: 'percent' | 'amount' | 'fixed'
  percent: number | null
  eur: number | null
  gbp: number | null
  usd: number | null
  /** It is a price list of the customer's groups. */
  isPrivate?: boolean
}

/** A row of `price_campaigns c` as JSON. */
export const campaignJson = `json_build_object('id', c.id, 'name', c.name, 'active', coalesce(c.active, false), 'from', c.starts_at,
  'to', c.ends_at, 'priority', coalesce(c.priority, 0)::float8, 'kind', c.kind, 'percent', c.percent::float8,
  'eur', c.amounts_eur::float8, 'gbp', c.amounts_gbp::float8, 'usd', c.amounts_usd::float8)`

/** The campaigns `c` that are switched on and whose window is open at `at`; the pure function decides again. */
export const openAt = (at: string): string =>
  `c.active AND c.starts_at <= ${at} AND (c.ends_at IS NULL OR c.ends_at > ${at})`

/** Everybody gets the price of campaign `c`; the others are price lists of customer groups. */
export const isPublic = `NOT EXISTS (SELECT FROM price_campaigns_rels r WHERE r.parent_id = c.id AND r.path = 'customerGroups')`

/** The instant of the statement, not of a transaction that may have waited; in ms, cut off as the windows are stored. */
export const databaseNow = `floor(extract(epoch FROM statement_timestamp()) * 1000)::float8`

const isFor = (customer: string): string => `EXISTS (SELECT FROM price_campaigns_rels r
    JOIN customers_rels m ON m.path = 'groups' AND m.customer_groups_id = r.customer_groups_id
    WHERE r.parent_id = c.id AND r.path = 'customerGroups' AND m.parent_id = ${customer})`

/** The campaigns that cover product `p` for a customer as the statement runs; `customer` is an expression, null for a guest. */
export const runningCampaignsSql = (
  customer: string,
): string => `(SELECT coalesce(json_agg(${campaignJson}::jsonb || jsonb_build_object('isPrivate', NOT ${isPublic})), '[]'::json) FROM price_campaigns c
  WHERE ${openAt('statement_timestamp()')} AND (${isPublic} OR ${isFor(customer)}) AND molini_campaign_covers(c.id, p.id))`

function reductionOf(row: CampaignRow): Reduction {
  if (row.kind === 'percent') return { kind: 'percent', basisPoints: (row.percent ?? 0) * 100 }
  const named = { EUR: row.eur, GBP: row.gbp, USD: row.usd }
  const amounts = Object.fromEntries(
    currencies.flatMap((currency) => (named[currency] === null ? [] : [[currency, named[currency]]])),
  )
  return { kind: row.kind, amounts }
}

export const toCampaign = (row: CampaignRow): Campaign => ({
  id: row.id,
  name: row.name,
  active: row.active,
  from: new Date(row.from),
  ...(row.to !== null && { to: new Date(row.to) }),
  priority: row.priority,
  reduction: reductionOf(row),
})
