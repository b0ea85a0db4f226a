import { dateFormat } from './formats'

/** A moment as the clock on the shop's wall shows it. */
export interface ShopTime {
  /** `2026-11-27` */
  readonly day: string
  /** Since midnight. */
  readonly minutes: number
}

const formatOf = (timezone: string): Intl.DateTimeFormat =>
  dateFormat('sv-SE', { timeZone: timezone, dateStyle: 'short', timeStyle: 'short' })

/** What the clocks show through a minute; one bag asks for the same several times, and formatting is slow. */
const clocks = new Map<string, ShopTime>()
const mostClocks = 1_000

/** Day and time of day in the shop's zone, which is an IANA name such as `Europe/Rome`. */
export function shopTime(moment: Date, timezone: string): ShopTime {
  const minute = `${Math.floor(moment.getTime() / 60_000)} ${timezone}`
  const known = clocks.get(minute)
  if (known) return known
  if (clocks.size >= mostClocks) clocks.clear()
  const read = readClock(moment, timezone)
  clocks.set(minute, read)
  return read
}

function readClock(moment: Date, timezone: string): ShopTime {
  const [day = '', time = ''] = formatOf(timezone).format(moment).split(' ')
  const [hours, minutes] = time.split(':').map(Number)
  return { day, minutes: (hours ?? 0) * 60 + (minutes ?? 0) }
}

/**
 * The moment at which the clock on the shop's wall shows this. Of an hour that is shown twice it is the later one; one that is
 * left out in spring counts as the hour after.
 */
export function momentOf({ day, minutes }: ShopTime, timezone: string): Date {
  const wall = Date.parse(`${day}T00:00:00Z`) + minutes * 60_000
  const shown = (moment: number): number => {
    const time = shopTime(new Date(moment), timezone)
    return Date.parse(`${time.day}T00:00:00Z`) + time.minutes * 60_000
  }
  const first = wall - (shown(wall) - wall)
  return new Date(first - (shown(first) - wall))
}

export const isTimezone = (value: unknown): boolean => {
  try {
    return typeof value === 'string' && value !== '' && formatOf(value) !== undefined
  } catch {
    return false
  }
}
