import type { Currency } from './markets'
import { percentOf } from './money'
import type { Money } from './views'

export type Reduction =
  | { kind: 'percent'; basisPoints: number }
  /** Minor units off, or the price itself; a currency that is not named is not reduced. */
  | { kind: 'amount' | 'fixed'; amounts: Readonly<Partial<Record<Currency, number>>> }

/** A planned reduction as one product sees it: whom it covers has been decided. */
export interface Campaign {
  id: string
  name: string
  /** Off until somebody switches it on, whatever the window. */
  active: boolean
  /** The first instant at which it counts. */
  from: Date
  /** The first instant at which it no longer counts; none: until it is switched off. */
  to?: Date
  /** The higher one wins, even where another would be cheaper. */
  priority: number
  reduction: Reduction
}

export type CampaignState = 'off' | 'scheduled' | 'running' | 'ended'

export interface EffectivePrice {
  price: Money
  regular: Money
  /** The campaign that made the price; none: the regular price. */
  campaign?: Campaign
}

export function campaignState({ active, from, to }: Omit<Campaign, 'reduction'>, now: Date): CampaignState {
  if (to && to <= now) return 'ended'
  if (!active) return 'off'
  return from <= now ? 'running' : 'scheduled'
}

/**
 * What a campaign makes of a regular price, in minor units. Undefined when it does nothing here: the currency is
 * not named, the price would not fall, or nothing would be left of it.
 */
export function reducedPrice({ amount, currency }: Money, reduction: Reduction): number | undefined {
  const price = reduction.kind === 'percent' ? amount - percentOf(amount, reduction.basisPoints) : named()
  return price !== undefined && price > 0 && price < amount ? price : undefined

  function named(): number | undefined {
    if (reduction.kind === 'percent') return undefined
    const figure = reduction.amounts[currency]
    return figure === undefined ? undefined : reduction.kind === 'fixed' ? figure : amount - figure
  }
}

/** The winner first: priority, then the lower price, then the id, so that the order of the list never matters. */
const better = (
  one: { price: number; campaign: Campaign },
  other: { price: number; campaign: Campaign },
): number =>
  other.campaign.priority - one.campaign.priority ||
  one.price - other.price ||
  (one.campaign.id < other.campaign.id ? -1 : 1)

/**
 * What a shopper pays at `now`: the regular price, or what the winning campaign of those that cover the product makes
 * of it. Campaigns do not add up. Listing, product page, cart, checkout and structured data all come from here.
 */
export function effectivePrice(regular: Money, campaigns: readonly Campaign[], now: Date): EffectivePrice {
  const [best] = campaigns
    .filter((campaign) => campaignState(campaign, now) === 'running')
    .flatMap((campaign) => {
      const price = reducedPrice(regular, campaign.reduction)
      return price === undefined ? [] : [{ price, campaign }]
    })
    .toSorted(better)
  return best
    ? { price: { ...regular, amount: best.price }, regular, campaign: best.campaign }
    : { price: regular, regular }
}

/** The instants after `after` and not after `until` at which a campaign starts or ends, each once, in order. */
export function boundaries(campaigns: readonly Campaign[], after: Date, until: Date): Date[] {
  const times = campaigns
    .filter(({ active }) => active)
    .flatMap(({ from, to }) => (to ? [from, to] : [from]))
    .map((at) => at.getTime())
    .filter((at) => at > after.getTime() && at <= until.getTime())
  return [...new Set(times)].toSorted((a, b) => a - b).map((at) => new Date(at))
}
