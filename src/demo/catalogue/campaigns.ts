/** A reduction of the demo shop. Days count from the day of the seed, and begin at midnight in the shop's zone. */
export interface DemoCampaign {
  readonly name: string
  readonly fromDay: number
  readonly toDay: number
  readonly percent?: number
  /** Minor units off. */
  readonly amounts?: { readonly eur: number; readonly gbp: number; readonly usd: number }
  /** Slugs of styles, all of whose colours are covered. */
  readonly styles?: readonly string[]
  /** Slugs, with all below them. */
  readonly categories?: readonly string[]
}

/** One that has ended, two that run, one that is to come. Some shoes were in the first and are in the second: their badge is smaller. */
export const campaigns: readonly DemoCampaign[] = [
  {
    name: 'Ten days of sandals',
    fromDay: -34,
    toDay: -24,
    percent: 10,
    styles: ['lakka', 'nereida'],
  },
  {
    name: 'End of the sandal season',
    fromDay: -6,
    toDay: 22,
    percent: 30,
    styles: ['ormos', 'gaios', 'lakka', 'nereida'],
  },
  {
    name: 'New soles for the old road',
    fromDay: -2,
    toDay: 12,
    amounts: { eur: 2000, gbp: 2000, usd: 2000 },
    styles: ['corsa'],
  },
  {
    name: 'Ballerina week',
    fromDay: 10,
    toDay: 17,
    percent: 20,
    categories: ['women-ballerinas'],
  },
]
