/**
 * Gift cards and store credit: what the shop owes to whoever has a code, or to a customer. Both are a balance that only its
 * ledger moves. Minor units of one currency.
 */
export const creditKinds = ['gift-card', 'store-credit'] as const
export type CreditKind = (typeof creditKinds)[number]

export const creditStatuses = ['active', 'void', 'expired'] as const
export type CreditStatus = (typeof creditStatuses)[number]

/**
 * Why a balance moved. Up: `issue` (a new card), `grant` (staff), `refund` (money of an order sent here), `give-back` (what an order
 * took). Down: `spend`, `take` (staff), `void`, `expire`.
 */
export const creditEntryKinds = [
  'issue',
  'grant',
  'refund',
  'give-back',
  'spend',
  'take',
  'void',
  'expire',
] as const
export type CreditEntryKind = (typeof creditEntryKinds)[number]

/** Why a card does not pay. `unknown` also for a code that is not one. */
export type CreditReason = 'unknown' | 'void' | 'expired' | 'currency' | 'empty' | 'given' | 'too-many'

/** Cards on one order. */
export const mostCards = 10
/** Minor units on one card or in one grant: more is a slip of the hand. */
export const mostCredit = 1_000_000
/** How long money that comes back to a card past its date stays good, in days. */
export const graceDays = 90

/** 32 characters that nobody takes for one another. */
const alphabet = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'
const symbols = 20

/** A code of 100 random bits from 20 random bytes, in groups of four: `7H2K-...`. The last group may be shown, and leaves 80. */
export const cardCodeFrom = (bytes: Uint8Array): string =>
  [...bytes.subarray(0, symbols)]
    .map((byte, index) => (index > 0 && index % 4 === 0 ? '-' : '') + (alphabet[byte & 31] ?? ''))
    .join('')

/** A code as it is compared, however it was typed; undefined for what cannot be one. */
export function normalCardCode(typed: string): string | undefined {
  const code = typed.replace(/[\s-]/g, '').toUpperCase()
  return code.length === symbols && [...code].every((symbol) => alphabet.includes(symbol)) ? code : undefined
}

export interface Usable {
  id: string
  /** Minor units. */
  balance: number
}

interface Standing {
  kind: CreditKind
  status: CreditStatus
  balance: number
}

export const isUsable = ({ status, balance }: Standing): boolean => status === 'active' && balance > 0

/** Why a credit pays nothing. An empty store credit is no problem: there is simply none. */
export function problemOfCredit({
  kind,
  status,
  balance,
}: Standing): Exclude<CreditStatus, 'active'> | 'empty' | undefined {
  if (status !== 'active') return status
  return balance > 0 || kind === 'store-credit' ? undefined : 'empty'
}

export interface CreditPart<Of extends Usable = Usable> {
  credit: Of
  /** Minor units. */
  amount: number
}

/**
 * What each credit pays of `total`, in the order given, and what is left to pay otherwise. Parts and rest add up to the total; no
 * part is above its balance or zero. Minor units.
 */
export function coverTotal<Of extends Usable>(
  total: number,
  credits: readonly Of[],
): { parts: CreditPart<Of>[]; rest: number } {
  let rest = total
  const parts = credits.flatMap((credit) => {
    const amount = Math.min(rest, Math.max(0, credit.balance))
    rest -= amount
    return amount > 0 ? [{ credit, amount }] : []
  })
  return { parts, rest }
}
