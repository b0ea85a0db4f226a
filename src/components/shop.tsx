import { formatMoney, type MoneyStyle } from '#domain/format-money'
import { dateFormat, numberFormat } from '#domain/formats'
import { marketPath, type Market } from '#domain/markets'
import type { Money } from '#domain/views'

/** Looks a phrase up by its key, with values for its places. */
export type Words = (key: string, values?: Record<string, string | number>) => string

/** What every component needs to know: whose prices and rules, and in which words. */
export interface Shop {
  market: Market
  t: Words
}

/** A path of the default market as a link in this one; other addresses stay as they are. */
export const hrefIn = ({ market }: Pick<Shop, 'market'>, href: string): string =>
  href.startsWith('/') ? marketPath(market.id, href) : href

export const moneyIn = ({ market }: Pick<Shop, 'market'>, money: Money, style: MoneyStyle = 'full'): string =>
  formatMoney(money, market.formatLocale, style)

/** A day of the calendar, `2026-12-01`, in short: `Tue 1 Dec`. */
export const dateIn = ({ market }: Pick<Shop, 'market'>, day: string): string =>
  dateFormat(market.formatLocale, {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    timeZone: 'UTC',
  }).format(new Date(`${day}T12:00:00Z`))

/** Basis points as a percentage: 2550 is `25.5%`. */
export const percentIn = ({ market }: Pick<Shop, 'market'>, rate: number): string =>
  numberFormat(market.formatLocale, { style: 'percent', maximumFractionDigits: 2 }).format(rate / 10_000)

/** A day in words: `22 November 2026`. */
export const dayIn = ({ market }: Pick<Shop, 'market'>, at: string): string =>
  dateFormat(market.formatLocale, { dateStyle: 'long', timeZone: 'Europe/Rome' }).format(new Date(at))

/** A time of day in words: `14:30`. */
export const timeIn = ({ market }: Pick<Shop, 'market'>, at: string): string =>
  dateFormat(market.formatLocale, { timeStyle: 'short', timeZone: 'Europe/Rome' }).format(new Date(at))

/** Markets away from the shop's own clock are told whose it is. */
const elsewhere = ['uk', 'us']

/** A moment on the shop's clock: `Mon 30 Nov, 14:00`. */
export const momentIn = ({ market }: Pick<Shop, 'market'>, at: string, timezone: string): string =>
  dateFormat(market.formatLocale, {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
    timeZone: timezone,
    ...(elsewhere.includes(market.id) && { timeZoneName: 'short' }),
  }).format(new Date(at))

/** When a launch is, `5 December at 10:00 CET`: on the shop's clock, which is named, since it concerns people everywhere. */
export const launchIn = ({ market }: Pick<Shop, 'market'>, at: string, timezone = 'Europe/Rome'): string =>
  dateFormat(market.formatLocale, {
    day: 'numeric',
    month: 'long',
    hour: '2-digit',
    minute: '2-digit',
    timeZone: timezone,
    timeZoneName: 'short',
  }).format(new Date(at))
