import type { PreviewLine, Verdict } from '#domain/campaign-preview'
import type { CampaignPreview } from '#services/preview-campaign'
import { money } from '../amount'

const products = (count: number): string => `${count} ${count === 1 ? 'product' : 'products'}`

/** How many products it reaches, in one sentence. */
export function summaryWords({ total, checked, counts }: CampaignPreview): string {
  if (total === 0) return 'It covers no product that is for sale in this currency.'
  const cheaper = (['announced', 'smaller', 'unlawful', 'private', 'new'] as const).reduce(
    (sum, one) => sum + (counts[one] ?? 0),
    0,
  )
  const head = `It covers ${products(total)}; ${cheaper === total ? 'all become' : `${cheaper} become`} cheaper.`
  return checked < total ? `${head} The first ${checked} were worked out.` : head
}

const said: Partial<Record<Verdict, (count: string) => string>> = {
  unlawful: (count) =>
    `${count}: no reduction may be announced. The price does not fall below the lowest of the 30 days before, so the shop shows no badge and strikes nothing through.`,
  smaller: (count) =>
    `${count}: the badge says less than the campaign. It is measured against the lowest price of the 30 days before, which was below the regular price.`,
  private: (count) =>
    `${count}: only customers of these groups see and pay the price; the shop announces nothing.`,
  new: (count) => `${count}: for sale for less than 30 days by then, so the price falls without a badge.`,
  beaten: (count) => `${count}: another campaign of higher priority, or a lower price, goes before this one.`,
  nothing: (count) => `${count}: the price would not fall, so nothing happens.`,
}

/** What is unlawful or would surprise, the gravest first. */
export const warningsOf = ({ counts }: CampaignPreview): { verdict: Verdict; words: string }[] =>
  (Object.keys(said) as Verdict[]).flatMap((verdict) => {
    const count = counts[verdict] ?? 0
    const words = said[verdict]
    return count > 0 && words ? [{ verdict, words: words(products(count)) }] : []
  })

/** What stands on the badge, or why there is none. */
export function badgeWords({ verdict, percent, after }: PreviewLine): string {
  if (percent !== undefined) return `−${percent} %`
  if (verdict === 'unlawful') return 'None: not below the low'
  if (verdict === 'private') return 'None: a price list'
  if (verdict === 'new') return 'None: new'
  return verdict === 'beaten' ? `None: ${money(after.amount, after.currency)} by another` : 'None'
}
