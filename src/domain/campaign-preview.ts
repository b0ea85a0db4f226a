import { effectivePrice, type Campaign } from './campaigns'
import { percentOff } from './format-money'
import { foretell, priorPrice, type PriceRecord } from './price-history'
import type { Money } from './views'

/**
 * What a campaign does to a price. `announced`: a badge with the percentage of the campaign or more. `smaller`: a badge with
 * less, since the lowest price of 30 days was below the regular one. `unlawful`: cheaper, but not below that lowest price, so
 * no badge may be shown. `private`: cheaper for the groups it is for, and told to nobody else. `new`: cheaper, but not for sale for 30 days, so no badge either. `beaten`: another campaign wins.
 * `nothing`: it lowers nothing.
 */
export type Verdict = 'announced' | 'smaller' | 'unlawful' | 'private' | 'new' | 'beaten' | 'nothing'

export interface PreviewLine {
  verdict: Verdict
  /** Just as it begins, without and with the campaign. */
  before: Money
  after: Money
  lowest30?: Money
  /** On the badge, whole percent below the lowest price of 30 days. */
  percent?: number
}

interface Case {
  regular: Money
  /** Of the variant, oldest first. */
  records: readonly PriceRecord[]
  /** The other campaigns that cover the product. */
  others: readonly Campaign[]
  campaign: Campaign
  /** It is a price list of customer groups. */
  isPrivate?: boolean
  now: Date
}

const promised = ({ reduction }: Campaign, regular: Money, after: Money): number =>
  reduction.kind === 'percent' ? reduction.basisPoints / 100 : percentOff(after, regular)

/** Tells what a campaign will do to one price at its beginning, or now where it has begun, as if it were switched on. */
export function previewCampaign({ regular, records, others, campaign, isPrivate, now }: Case): PreviewLine {
  const at = campaign.from > now ? campaign.from : now
  const on = { ...campaign, active: true }
  const before = effectivePrice(regular, others, at).price
  const { price: after, campaign: winner } = effectivePrice(regular, [...others, on], at)
  if (!winner) return { verdict: 'nothing', before, after }
  if (winner.id !== on.id) return { verdict: 'beaten', before, after }
  if (isPrivate) return { verdict: 'private', before, after }
  const told = foretell(records, { regular, campaigns: [...others, on], now, until: at })
  const low = priorPrice(told)?.lowest30
  if (low === undefined) return { verdict: 'new', before, after }
  const lowest30 = { ...regular, amount: low }
  if (after.amount >= low) return { verdict: 'unlawful', before, after, lowest30 }
  const percent = percentOff(after, lowest30)
  const verdict = percent < promised(on, regular, after) ? 'smaller' : 'announced'
  return { verdict, before, after, lowest30, percent }
}
