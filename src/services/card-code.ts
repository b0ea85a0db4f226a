import { createHash, randomBytes } from 'node:crypto'
import { cardCodeFrom, normalCardCode } from '#domain/credit'
import { open, seal } from './sealed'

/** The shop keeps the hash of a code alone: 100 random bits need no salt. */
export const cardCodeHash = (code: string): string =>
  createHash('sha256').update(`gift-card:${code}`).digest('hex')

export interface NewCode {
  /** In groups of four; shown once and mailed, never stored. */
  code: string
  hash: string
  last4: string
}

export function newCardCode(): NewCode {
  const code = cardCodeFrom(randomBytes(20))
  return { code, hash: cardCodeHash(normalCardCode(code) ?? ''), last4: code.slice(-4) }
}

/** For the outbox, until the mail has left: a stolen database opens no card. */
export const sealCode = (code: string): string => seal('gift card mail', code)

/** Throws when it was not sealed with this shop's secret. */
export const openCode = (sealed: string): string => open('gift card mail', sealed)
