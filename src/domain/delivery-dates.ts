import { addDays, addWorkingDays, workingDayFrom, type Day } from './holidays'
import { momentOf, shopTime, type ShopTime } from './shop-clock'

export interface Transit {
  /** Working days between leaving the shop and arriving. */
  minDays: number
  maxDays: number
}

interface Route {
  /** Where it leaves and where it arrives, ISO 3166-1 alpha-2. */
  home: string
  to: string
  /** `14:00`: what is ordered by then leaves the same working day. */
  cutOff: string
  /** Working days that a parcel takes to be made ready; 0 when nothing is said. */
  handling?: number
}

const minutesOf = (time: string): number => {
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  return hours * 60 + minutes
}

/** The working day up to whose cut-off an order counts as of that day: today until then, else the next one. */
export function takenOn(now: ShopTime, { home, cutOff }: Pick<Route, 'home' | 'cutOff'>): Day {
  const isLate = now.minutes >= minutesOf(cutOff)
  return workingDayFrom(home, isLate ? addDays(now.day, 1) : now.day)
}

/** The day an order leaves: the one it is taken on, or as many working days later as it takes to be made ready. */
export const leavesOn = (now: ShopTime, route: Pick<Route, 'home' | 'cutOff' | 'handling'>): Day =>
  addWorkingDays(route.home, takenOn(now, route), route.handling ?? 0)

/**
 * The days between which an order arrives. It leaves on a working day of the shop's country and then counts those of
 * the destination, where it is carried; weekends and public holidays count on neither side.
 */
export function arrivesBetween(
  now: ShopTime,
  { minDays, maxDays }: Transit,
  route: Route,
): { from: Day; to: Day } {
  const leaves = leavesOn(now, route)
  return {
    from: addWorkingDays(route.to, leaves, minDays),
    to: addWorkingDays(route.to, leaves, Math.max(minDays, maxDays)),
  }
}

export interface ShopDelivery {
  /** Its country, ISO 3166-1 alpha-2, and its zone, such as `Europe/Rome`. */
  home: string
  timezone: string
  cutOff: string
  handling: number
}

export interface DeliveryPromise {
  /** The moment up to which an order arrives so, in ISO 8601. */
  by: string
  from: Day
  to: Day
}

/** A page takes a while to read: it promises what holds for an order a minute later. Milliseconds. */
const readFor = 60_000

/**
 * When a pair ordered now arrives anywhere in some countries: from the first day in any of them to the last in any. It
 * holds until `by`, the cut-off of the day on which the order is taken, and from a minute before that the next day is
 * promised. Undefined where nobody delivers.
 */
export function deliveryPromise(
  now: Date,
  { timezone, ...shop }: ShopDelivery,
  ways: readonly (Transit & { country: string })[],
): DeliveryPromise | undefined {
  const time = shopTime(new Date(now.getTime() + readFor), timezone)
  const arrivals = ways.map(({ country, ...transit }) =>
    arrivesBetween(time, transit, { ...shop, to: country }),
  )
  const from = arrivals.map((one) => one.from).sort()[0]
  const to = arrivals
    .map((one) => one.to)
    .sort()
    .at(-1)
  if (from === undefined || to === undefined) return undefined
  const by = momentOf({ day: takenOn(time, shop), minutes: minutesOf(shop.cutOff) }, timezone)
  return { by: by.toISOString(), from, to }
}

/** Seconds for which a promise made now may stand on a page that is kept; at least one. */
export const promiseHolds = (now: Date, { by }: DeliveryPromise): number =>
  Math.max(1, Math.floor((Date.parse(by) - readFor - now.getTime()) / 1000))
