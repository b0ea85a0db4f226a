import { dateFormat } from '#domain/formats'
const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

/** How long ago, in the largest whole unit: `now`, `5 min`, `2 h`, `3 d`, `9 wk`. A time to come counts as now. */
export function ageOf(then: Date, now: Date): string {
  const passed = now.getTime() - then.getTime()
  if (passed < minute) return 'now'
  if (passed < hour) return `${Math.floor(passed / minute)} min`
  if (passed < 2 * day) return `${Math.floor(passed / hour)} h`
  if (passed < 60 * day) return `${Math.floor(passed / day)} d`
  return `${Math.floor(passed / (7 * day))} wk`
}

/** How much is left until a time to come: `under a minute`, `12 min`, `1 h 35 min`; undefined once it has come. */
export function leftUntil(then: Date, now: Date): string | undefined {
  const left = then.getTime() - now.getTime()
  if (left <= 0) return undefined
  if (left < minute) return 'under a minute'
  const [hours, minutes] = [Math.floor(left / hour), Math.floor((left % hour) / minute)]
  return [hours > 0 && `${hours} h`, minutes > 0 && `${minutes} min`].filter(Boolean).join(' ')
}

/** Day and time in the zone of the shop, as staff write it: `22 Nov 2026, 14:05`. */
export const shopTime = (then: Date, timezone: string): string =>
  dateFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short', timeZone: timezone }).format(then)

export const shopDay = (then: Date, timezone: string): string =>
  dateFormat('en-GB', { dateStyle: 'medium', timeZone: timezone }).format(then)
