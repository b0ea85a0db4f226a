import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from 'node:crypto'
import { env } from '#env'
import { cardCodeFrom, normalCardCode } from '#domain/credit'

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

const key = () => Buffer.from(hkdfSync('sha256', env.PAYLOAD_SECRET, 'molini', 'gift card mail', 32))

/** For the outbox, until the mail has left: a stolen database opens no card. */
export function sealCode(code: string): string {
  const iv = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', key(), iv)
  return Buffer.concat([iv, cipher.update(code, 'utf8'), cipher.final(), cipher.getAuthTag()]).toString(
    'base64url',
  )
}

/** Throws when it was not sealed with this shop's secret. */
export function openCode(sealed: string): string {
  const bytes = Buffer.from(sealed, 'base64url')
  const decipher = createDecipheriv('aes-256-gcm', key(), bytes.subarray(0, 12))
  decipher.setAuthTag(bytes.subarray(-16))
  return Buffer.concat([decipher.update(bytes.subarray(12, -16)), decipher.final()]).toString('utf8')
}
