import { boundaries, effectivePrice, type Campaign } from './campaigns'
import type { Money } from './views'

/** What one variant cost in one currency from an instant on, until the next record. */
export interface PriceRecord {
  from: Date
  /** Minor units. */
  amount: number
  /** The price without the reduction; none: it was not reduced. */
  regular?: number
}

export interface PriorPrice {
  /** When the current, uninterrupted reduction began. */
  since: Date
  /** The lowest price of the 30 days before; none: it had not been for sale for 30 days. */
  lowest30?: number
}

const thirtyDays = 30 * 86_400_000

/**
 * The prior price that a reduction is announced with, from the records of one variant, oldest first. Undefined when
 * the last record is no reduction.
 *
 * The window is anchored at the start of the reduction, and a reduction that is only ever deepened keeps its first
 * anchor. A price that rises while reduced begins a new reduction. What has been for sale for less than 30 days before
 * has no prior price, so nothing is announced. Source: Directive 98/6/EC, Article 6a, as of Directive (EU) 2019/2161;
 * EU Court, C-330/23; DECISIONS 12.
 */
export function priorPrice(records: readonly PriceRecord[]): PriorPrice | undefined {
  const last = records.at(-1)
  if (last?.regular === undefined) return undefined
  let first = records.length - 1
  while (continues(records[first - 1], records[first])) first -= 1
  const since = records[first]?.from ?? last.from
  const opens = since.getTime() - thirtyDays
  const before = records.slice(0, first)
  if (!before[0] || before[0].from.getTime() > opens) return { since }
  const inForce = before.filter((_, index) => (records[index + 1]?.from.getTime() ?? Infinity) > opens)
  return { since, lowest30: Math.min(...inForce.map(({ amount }) => amount)) }
}

const continues = (earlier: PriceRecord | undefined, later: PriceRecord | undefined): boolean =>
  earlier?.regular !== undefined && later !== undefined && later.amount <= earlier.amount

/** Whether a new price is a record of its own: another amount, or the beginning or end of a reduction. */
export const isNewRecord = (last: PriceRecord | undefined, next: PriceRecord): boolean =>
  last === undefined ||
  last.amount !== next.amount ||
  (last.regular === undefined) !== (next.regular === undefined)

/** The record that `regular` and `campaigns` make at an instant. */
export function recordAt(regular: Money, campaigns: readonly Campaign[], at: Date): PriceRecord {
  const { price, campaign } = effectivePrice(regular, campaigns, at)
  return { from: at, amount: price.amount, ...(campaign && { regular: regular.amount }) }
}

/** `records` with what will be added until `until`, while nobody changes the regular price or a campaign. */
export function foretell(
  records: readonly PriceRecord[],
  {
    regular,
    campaigns,
    now,
    until,
  }: { regular: Money; campaigns: readonly Campaign[]; now: Date; until: Date },
): PriceRecord[] {
  const told = [...records]
  for (const at of [now, ...boundaries(campaigns, now, until)]) {
    const next = recordAt(regular, campaigns, at)
    if (isNewRecord(told.at(-1), next)) told.push(next)
  }
  return told
}
