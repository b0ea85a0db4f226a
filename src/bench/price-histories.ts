import fc from 'fast-check'
import type { Campaign, Reduction } from '#domain/campaigns'
import { isNewRecord, recordAt, type PriceRecord } from '#domain/price-history'

export const hour = 3_600_000
const hours = 24 * 100
const start = Date.UTC(2026, 0, 1)
export const atHour = (h: number): Date => new Date(start + h * hour)

/** What happened to one variant, hour by hour: its regular price is set, campaigns come and go. */
export interface History {
  /** In minor units, from an hour on; the first from hour 0. */
  regular: { from: number; amount: number }[]
  campaigns: { from: number; to?: number; priority: number; active: boolean; reduction: Reduction }[]
  /** The hour at which one looks. */
  now: number
}

const upTo = (max: number, min = 0) => fc.integer({ min, max })
const reduction: fc.Arbitrary<Reduction> = fc.oneof(
  upTo(99, 1).map((percent) => ({ kind: 'percent' as const, basisPoints: percent * 100 })),
  fc
    .record({ kind: fc.constantFrom('amount' as const, 'fixed' as const), eur: fc.option(upTo(16_000)) })
    .map(({ kind, eur }) => ({ kind, amounts: eur === null ? {} : { EUR: eur } })),
)
const campaign = fc
  .record({
    from: upTo(hours),
    length: fc.option(upTo(24 * 40, 1), { nil: undefined }),
    priority: upTo(2),
    active: fc.integer({ min: 0, max: 5 }).map((one) => one > 0),
    reduction,
  })
  .map(({ from, length, ...rest }) => ({ from, ...(length !== undefined && { to: from + length }), ...rest }))

export const histories: fc.Arbitrary<History> = fc
  .record({
    first: upTo(15_000, 1),
    later: fc.array(fc.record({ from: upTo(hours, 1), amount: upTo(15_000, 1) }), { maxLength: 4 }),
    campaigns: fc.array(campaign, { maxLength: 5 }),
    now: upTo(hours),
  })
  .map(({ first, later, campaigns, now }) => ({
    regular: [{ from: 0, amount: first }, ...later].toSorted((a, b) => a.from - b.from),
    campaigns,
    now,
  }))

export const campaignsOf = ({ campaigns }: History): Campaign[] =>
  campaigns.map(({ from, to, ...rest }, index) => ({
    id: `c${index}`,
    name: `c${index}`,
    from: atHour(from),
    ...(to !== undefined && { to: atHour(to) }),
    ...rest,
  }))

/** The regular price in force at an hour: the last one set by then. */
export const regularAt = ({ regular }: History, h: number): number =>
  regular.filter(({ from }) => from <= h).at(-1)?.amount ?? 0

/** The records that a shop keeps which looks at every hour at which something may change. */
export function recordsOf(history: History): PriceRecord[] {
  const { regular, campaigns, now } = history
  const changes = [...regular, ...campaigns].flatMap((one) => [
    one.from,
    ...('to' in one && one.to ? [one.to] : []),
  ])
  const records: PriceRecord[] = []
  for (const h of [...new Set([...changes, now])].filter((one) => one <= now).toSorted((a, b) => a - b)) {
    const next = recordAt({ amount: regularAt(history, h), currency: 'EUR' }, campaignsOf(history), atHour(h))
    if (isNewRecord(records.at(-1), next)) records.push(next)
  }
  return records
}

interface Hour {
  price: number
  reduced: boolean
}

/** The slow way: every rule once more, in the plainest terms, for one hour. */
function slowHour(history: History, h: number): Hour {
  const regular = regularAt(history, h)
  let best: { price: number; priority: number } | undefined
  for (const { from, to, active, priority, reduction: how } of history.campaigns) {
    if (!active || h < from || (to !== undefined && h >= to)) continue
    const named = how.kind === 'percent' ? undefined : how.amounts.EUR
    let price = regular
    if (how.kind === 'percent') price = regular - Math.floor((regular * how.basisPoints + 5_000) / 10_000)
    if (how.kind === 'amount' && named !== undefined) price = regular - named
    if (how.kind === 'fixed' && named !== undefined) price = named
    if (price <= 0 || price >= regular) continue
    if (!best || priority > best.priority || (priority === best.priority && price < best.price))
      best = { price, priority }
  }
  return best ? { price: best.price, reduced: true } : { price: regular, reduced: false }
}

export interface SlowAnswer extends Hour {
  since?: number
  lowest30?: number
}

/** Price, beginning of the reduction and the lowest of the 30 days before it, by looking at every single hour. */
export function slowly(history: History): SlowAnswer {
  const days: Hour[] = []
  for (let h = 0; h <= history.now; h += 1) days.push(slowHour(history, h))
  const here = days[history.now]
  if (!here?.reduced) return here ?? { price: 0, reduced: false }
  let since = history.now
  for (;;) {
    const [earlier, later] = [days[since - 1], days[since]]
    if (!earlier?.reduced || !later || later.price > earlier.price) break
    since -= 1
  }
  if (since < 24 * 30) return { ...here, since }
  let lowest30 = Number.POSITIVE_INFINITY
  for (let h = since - 24 * 30; h < since; h += 1) lowest30 = Math.min(lowest30, days[h]?.price ?? 0)
  return { ...here, since, lowest30 }
}
