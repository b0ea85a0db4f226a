import { numberFormat } from './formats'
import { choiceCookies, offlineCache, storageKeys } from './kept-keys'

export interface KeptInBrowser {
  /** As browsers list it; the phrases `cookies.kept.<id>` and, without an age, `cookies.until.<id>` are about it. */
  id: string
  /** `…` stands for what differs. */
  name: string
  place: 'cookie' | 'storage' | 'cache'
  /** Comes with what is done here, with a choice that is kept, or with the one about being counted. */
  group: 'needed' | 'chosen' | 'counting'
  /** Seconds; what has none ends otherwise. */
  age?: number
  /** It is there where the shop has this, and nowhere else. */
  only?: 'counting' | 'google' | 'offline' | 'stripe'
}

const minute = 60
const day = 86_400
const year = 365 * day

/**
 * All that this shop keeps in a shopper's browser. `/cookies` and the demo's privacy page are drawn from here; tests hold
 * against it what the code writes.
 */
export const keptInBrowser: readonly KeptInBrowser[] = [
  { id: 'cart', name: 'molini-cart', place: 'cookie', group: 'needed', age: 60 * day },
  { id: 'wishlist', name: 'molini-wishlist', place: 'cookie', group: 'needed', age: 180 * day },
  { id: 'order', name: 'molini-order-…', place: 'cookie', group: 'needed', age: 180 * day },
  { id: 'customer', name: 'molini-customer', place: 'cookie', group: 'needed', age: 30 * day },
  { id: 'step', name: 'molini-step', place: 'cookie', group: 'needed', age: 10 * minute },
  { id: 'device', name: 'molini-device', place: 'cookie', group: 'needed', age: year },
  { id: 'passkey', name: 'molini-passkey', place: 'cookie', group: 'needed', age: 5 * minute },
  { id: 'typed', name: 'molini-typed', place: 'cookie', group: 'needed', age: 5 * minute },
  { id: 'google', name: 'molini-google', place: 'cookie', group: 'needed', age: 10 * minute, only: 'google' },
  { id: 'stripeMid', name: '__stripe_mid', place: 'cookie', group: 'needed', age: year, only: 'stripe' },
  {
    id: 'stripeSid',
    name: '__stripe_sid',
    place: 'cookie',
    group: 'needed',
    age: 30 * minute,
    only: 'stripe',
  },
  { id: 'offline', name: `${offlineCache}…`, place: 'cache', group: 'needed', only: 'offline' },
  { id: 'theme', name: choiceCookies.theme, place: 'cookie', group: 'chosen', age: year },
  { id: 'sizes', name: choiceCookies.sizes, place: 'cookie', group: 'chosen', age: year },
  { id: 'size', name: storageKeys.size, place: 'storage', group: 'chosen' },
  { id: 'last', name: storageKeys.last, place: 'storage', group: 'chosen', only: 'offline' },
  { id: 'seen', name: storageKeys.seen, place: 'storage', group: 'chosen' },
  {
    id: 'consent',
    name: 'molini-consent',
    place: 'cookie',
    group: 'counting',
    age: 180 * day,
    only: 'counting',
  },
]

const units = [
  ['year', year],
  ['day', day],
  ['minute', minute],
] as const

/** An age in seconds in words of a locale (BCP 47), in the largest unit that it is some of: `60 days`, `1 year`. */
export function ageInWords(age: number, locale: string): string {
  const [unit, seconds] = units.find(([, one]) => age >= one) ?? (['minute', minute] as const)
  return numberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' }).format(Math.round(age / seconds))
}
