import { addDays, addWorkingDays, workingDayFrom, type Day } from './holidays'
import type { ShopTime } from './shop-clock'

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
}

const minutesOf = (time: string): number => {
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  return hours * 60 + minutes
}

/** The day an order leaves: today until the cut-off, else the next working day of the shop's country. */
export function leavesOn(now: ShopTime, { home, cutOff }: Pick<Route, 'home' | 'cutOff'>): Day {
  const isLate = now.minutes >= minutesOf(cutOff)
  return workingDayFrom(home, isLate ? addDays(now.day, 1) : now.day)
}

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
