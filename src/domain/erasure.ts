import type { FulfilmentStatus } from './order-state'

/** What an order says about whether anything of it is still to be done. */
export interface OrderFacts {
  fulfilmentStatus: FulfilmentStatus
  /** When its last parcel left. */
  shippedAt?: Date
  /** Payments that a provider may still take, or has put a hold on. */
  openPayments: number
  /** Minor units promised back and not yet sent, and those held of a card or credit. */
  owed: number
  held: number
  dispute?: string
  /** Returns that are neither done, refused nor called off. */
  openReturns: number
}

export const openMatters = ['delivery', 'payment', 'return', 'credit'] as const
export type OpenMatter = (typeof openMatters)[number]

/** Days after which a parcel that nobody marked as delivered counts as delivered. */
export const deliveredAfterDays = 30
/** Years for which tax law wants the buyer of a sale known. Source: Codice civile Art. 2220; Regulation (EU) 282/2011 Art. 63c. */
export const taxYears = 10

const day = 86_400_000

function awaitsParcel({ fulfilmentStatus, shippedAt }: OrderFacts, now: Date): boolean {
  if (fulfilmentStatus === 'delivered' || fulfilmentStatus === 'cancelled') return false
  if (fulfilmentStatus !== 'fulfilled' || !shippedAt) return true
  return now.getTime() - shippedAt.getTime() < deliveredAfterDays * day
}

/** Why the person of an order cannot be forgotten yet; empty when nothing is open. */
export function mattersOf(order: OrderFacts, now: Date): OpenMatter[] {
  const { openPayments, owed, held, dispute, openReturns } = order
  return [
    ...(awaitsParcel(order, now) ? ['delivery' as const] : []),
    ...(openPayments > 0 || owed > 0 || held > 0 || dispute === 'open' ? ['payment' as const] : []),
    ...(openReturns > 0 ? ['return' as const] : []),
  ]
}

/** The address that stands where one was erased; nothing is ever mailed to it. Source: RFC 2606, `.invalid`. */
export const erasedEmail = (id: string): string => `erased-${id}@erased.invalid`

export const isErasedEmail = (email: string): boolean => email.endsWith('@erased.invalid')

/** Who wrote a review, once its author is forgotten. */
export const someBuyer = {
  en: 'A buyer',
  it: 'Chi le ha comprate',
  de: 'Jemand, der sie gekauft hat',
} as const

const sign = /[.*+?^${}()|[\]\\]/g
const literally = (word: string): string => word.replace(sign, '\\$&')

/**
 * A regular expression of Postgres for these words wherever they stand alone in a text, whatever their case; undefined when
 * there are none. Words of less than three letters would hit others, so they stay.
 */
export function wordsPattern(words: readonly string[]): string | undefined {
  const known = [...new Set(words.map((word) => word.trim()).filter((word) => word.length >= 3))]
  if (known.length === 0) return undefined
  const longestFirst = known.sort((a, b) => b.length - a.length)
  return `(?<![[:alnum:]])(?:${longestFirst.map(literally).join('|')})(?![[:alnum:]])`
}
