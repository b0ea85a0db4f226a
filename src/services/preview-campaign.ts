import { randomUUID } from 'node:crypto'
import type { PayloadRequest } from 'payload'
import { previewCampaign, type PreviewLine, type Verdict } from '#domain/campaign-preview'
import type { Campaign, Reduction } from '#domain/campaigns'
import { currencies, type Currency } from '#domain/markets'
import { campaignJson, isPublic, toCampaign, type CampaignRow } from './campaign-rows'
import { regularPriceSql } from './regular-price'
import { run, type Statement } from './statement'
import { inTransaction, type Transaction } from './transaction'

/** A campaign as its form stands, saved or not. */
export interface CampaignPlan {
  /** Of a saved one: its own effect is left out of what others do. */
  id?: string
  startsAt: string
  endsAt?: string | null
  kind: 'percent' | 'amount' | 'fixed'
  percent?: number | null
  amounts?: { eur?: number | null; gbp?: number | null; usd?: number | null }
  priority?: number | null
  brands: readonly string[]
  categories: readonly string[]
  segments: readonly string[]
  products: readonly string[]
  leftOut: readonly string[]
  /** A price list of customer groups. */
  isPrivate: boolean
  currency: Currency
}

export interface PreviewedProduct extends PreviewLine {
  id: string
  title: string
  image?: string
}

export interface CampaignPreview {
  /** Where the shop's days begin, such as `Europe/Rome`. */
  zone: string
  /** Products that it covers. */
  total: number
  /** Of how many of them the effect was worked out. */
  checked: number
  counts: Partial<Record<Verdict, number>>
  /** The first of them by name, those with a warning before the others. */
  products: PreviewedProduct[]
}

const checkedAtMost = 1000
const shownAtMost = 100

/** A plan that is not saved is written for as long as the question takes, so that one rule says whom it covers. */
const write: Statement = {
  name: 'preview-write',
  text: `INSERT INTO price_campaigns (id, name, starts_at, active) VALUES ($1, 'preview', now(), false)`,
}
const writeTargets: Statement = {
  name: 'preview-write-targets',
  text: `WITH segments AS (
      INSERT INTO price_campaigns_segments ("order", parent_id, value)
      SELECT 1, $1::uuid, s.value::enum_price_campaigns_segments FROM unnest($2::text[]) AS s (value))
    INSERT INTO price_campaigns_rels ("order", parent_id, path, brands_id, categories_id, products_id)
    SELECT 1, $1::uuid, 'brands', id, NULL::uuid, NULL::uuid FROM brands WHERE id = ANY ($3::uuid[])
    UNION ALL SELECT 1, $1::uuid, 'categories', NULL, id, NULL FROM categories WHERE id = ANY ($4::uuid[])
    UNION ALL SELECT 1, $1::uuid, 'products', NULL, NULL, id FROM products WHERE id = ANY ($5::uuid[])
    UNION ALL SELECT 1, $1::uuid, 'leftOut', NULL, NULL, id FROM products WHERE id = ANY ($6::uuid[])`,
}
const drop: Statement = { name: 'preview-drop', text: 'DELETE FROM price_campaigns WHERE id = $1' }

/** Each product by the size that costs least; among those the one with the longest history. */
const covered: Statement = {
  name: 'preview-covered',
  text: `WITH found AS MATERIALIZED (
      SELECT p.* FROM products p WHERE p._status = 'published' AND p.deleted_at IS NULL AND molini_campaign_covers($1, p.id)),
    lead AS (
      SELECT DISTINCT ON (p.id) p.id, p.title, v.id AS variant, ${regularPriceSql('$2')} AS regular
      FROM found p JOIN variants v ON v.product_id = p.id AND v.deleted_at IS NULL
      WHERE ${regularPriceSql('$2')} IS NOT NULL
      ORDER BY p.id, regular, (SELECT min(r.effective_from) FROM price_records r WHERE r.variant_id = v.id AND r.currency = $2) NULLS LAST)
    SELECT (SELECT count(*) FROM lead)::int AS total, l.id, l.title, l.regular::float8 AS regular,
      (SELECT pic.image_id FROM products_pictures pic WHERE pic._parent_id = l.id AND pic.image_id IS NOT NULL ORDER BY pic._order LIMIT 1) AS image,
      (SELECT coalesce(json_agg(json_build_object('from', r.effective_from, 'amount', r.amount, 'regular', r.regular)
        ORDER BY r.effective_from, r.created_at), '[]'::json) FROM price_records r WHERE r.variant_id = l.variant AND r.currency = $2) AS records,
      (SELECT coalesce(json_agg(${campaignJson}), '[]'::json) FROM price_campaigns c
        WHERE c.active AND ${isPublic} AND (c.ends_at IS NULL OR c.ends_at > now()) AND c.id <> coalesce($3::uuid, $1) AND molini_campaign_covers(c.id, l.id)) AS others
    FROM lead l ORDER BY l.title, l.id LIMIT ${checkedAtMost}`,
}

const zone: Statement = {
  name: 'preview-zone',
  text: `SELECT coalesce((SELECT timezone FROM shop_settings LIMIT 1), 'Europe/Rome') AS zone`,
}

interface CoveredRow {
  total: number
  id: string
  title: string | null
  regular: number
  image: string | null
  records: { from: string; amount: number; regular: number | null }[]
  others: CampaignRow[]
}

function reductionOf({ kind, percent, amounts = {} }: CampaignPlan): Reduction {
  if (kind === 'percent') return { kind, basisPoints: (percent ?? 0) * 100 }
  const named = currencies.flatMap((currency) => {
    const amount = amounts[currency.toLowerCase() as 'eur' | 'gbp' | 'usd']
    return amount === null || amount === undefined ? [] : [[currency, amount]]
  })
  return { kind, amounts: Object.fromEntries(named) as Partial<Record<Currency, number>> }
}

async function readCovered(tx: Transaction, plan: CampaignPlan, id: string): Promise<CoveredRow[]> {
  await run(tx, write, [id])
  await run(tx, writeTargets, [id, plan.segments, plan.brands, plan.categories, plan.products, plan.leftOut])
  const rows = await run<CoveredRow>(tx, covered, [id, plan.currency, plan.id ?? null])
  await run(tx, drop, [id])
  return rows
}

function tell(
  row: CoveredRow,
  campaign: Campaign,
  { currency, isPrivate }: CampaignPlan,
  now: Date,
): PreviewedProduct {
  const line = previewCampaign({
    regular: { amount: row.regular, currency },
    records: row.records.map(({ from, amount, regular }) => ({
      from: new Date(from),
      amount,
      ...(regular !== null && { regular }),
    })),
    others: row.others.map(toCampaign),
    campaign,
    isPrivate,
    now,
  })
  return { id: row.id, title: row.title ?? '', ...(row.image && { image: row.image }), ...line }
}

const loudFirst: readonly Verdict[] = [
  'unlawful',
  'smaller',
  'private',
  'new',
  'beaten',
  'nothing',
  'announced',
]

/**
 * What a campaign would do if it were switched on: each product it covers with its price just before and after the
 * beginning, the lowest price of the 30 days before, and what the badge may say. Changes nothing.
 */
export async function previewPlan(req: PayloadRequest, plan: CampaignPlan): Promise<CampaignPreview> {
  const id = randomUUID()
  const rows = await inTransaction(req, (tx) => readCovered(tx, plan, id))
  const campaign: Campaign = {
    id: plan.id ?? id,
    name: '',
    active: true,
    from: new Date(plan.startsAt),
    ...(plan.endsAt && { to: new Date(plan.endsAt) }),
    priority: plan.priority ?? 0,
    reduction: reductionOf(plan),
  }
  const now = new Date()
  const told = rows.map((row) => tell(row, campaign, plan, now))
  const counts: CampaignPreview['counts'] = {}
  for (const { verdict } of told) counts[verdict] = (counts[verdict] ?? 0) + 1
  const products = told.toSorted((a, b) => loudFirst.indexOf(a.verdict) - loudFirst.indexOf(b.verdict))
  const [place] = await run<{ zone: string }>(req, zone, [])
  return {
    zone: place?.zone ?? 'Europe/Rome',
    total: rows[0]?.total ?? 0,
    checked: told.length,
    counts,
    products: products.slice(0, shownAtMost),
  }
}
