import type { CampaignState } from '#domain/campaigns'
import { money } from '../amount'
import type { StateWord } from '../words'

/** The reduction as the form of a campaign holds it. */
export interface ReductionFields {
  kind?: 'percent' | 'amount' | 'fixed' | null
  percent?: number | null
  amounts?: { eur?: number | null; gbp?: number | null; usd?: number | null } | null
}

const words: Readonly<Record<CampaignState, StateWord>> = {
  off: { word: 'Off', tone: 'quiet' },
  scheduled: { word: 'Scheduled', tone: 'waiting' },
  running: { word: 'Running', tone: 'ok' },
  ended: { word: 'Ended', tone: 'quiet' },
}

export const campaignWord = (state: CampaignState): StateWord => words[state]

/** `20 % off`, `€ 15.00 off`, `€ 99.00`. */
export function reductionWords({ kind, percent, amounts }: ReductionFields): string {
  if (kind !== 'amount' && kind !== 'fixed') return percent ? `${percent} % off` : 'Nothing'
  const figures = [
    [amounts?.eur, 'EUR'],
    [amounts?.gbp, 'GBP'],
    [amounts?.usd, 'USD'],
  ] as const
  const [first] = figures.flatMap(([amount, currency]) => (amount ? [money(amount, currency)] : []))
  if (!first) return 'Nothing'
  return kind === 'amount' ? `${first} off` : first
}
