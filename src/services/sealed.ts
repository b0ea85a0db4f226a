import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'
import { env } from '#env'

const algorithm = 'aes-256-gcm'
const [keyLength, nonceLength, authTagLength] = [32, 12, 16]

/** What is sealed, each under a key of its own. A label that changes shuts every value that was sealed under it. */
export type SealLabel =
  'audit subject keys' | 'gift card mail' | 'google sign-in' | 'refused form' | 'second factor'

/** The key of a label, drawn from the shop's secret. Source: HKDF-SHA256, RFC 5869. */
export const sealKey = (label: SealLabel): Buffer =>
  Buffer.from(hkdfSync('sha256', env.PAYLOAD_SECRET, 'molini', label, keyLength))

/** A key that is drawn from nothing. */
export const newSealKey = (): Buffer => randomBytes(keyLength)

interface Lock {
  key: Buffer
  /** Never twice with one key. */
  nonce: Buffer
}

/** `plain` encrypted, with its tag behind it. Source: AES-256-GCM, NIST SP 800-38D. */
export function lock(plain: Buffer, { key, nonce }: Lock): Buffer {
  const cipher = createCipheriv(algorithm, key, nonce, { authTagLength })
  return Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()])
}

/** What `lock` was given. Throws when key or nonce is another one, or anything was changed or cut off. */
export function unlock(locked: Buffer, { key, nonce }: Lock): Buffer {
  const decipher = createDecipheriv(algorithm, key, nonce, { authTagLength })
  decipher.setAuthTag(locked.subarray(-authTagLength))
  return Buffer.concat([decipher.update(locked.subarray(0, -authTagLength)), decipher.final()])
}

/** `plain` under a nonce that is drawn for it and stands before it. */
export function sealBytes(plain: Buffer, key: Buffer): Buffer {
  const nonce = randomBytes(nonceLength)
  return Buffer.concat([nonce, lock(plain, { key, nonce })])
}

/** Throws as `unlock` does. */
export const openBytes = (sealed: Buffer, key: Buffer): Buffer =>
  unlock(sealed.subarray(nonceLength), { key, nonce: sealed.subarray(0, nonceLength) })

/** `text` for a row or a cookie, in base64url. */
export const seal = (label: SealLabel, text: string): string =>
  sealBytes(Buffer.from(text), sealKey(label)).toString('base64url')

/** What `seal` was given, in either alphabet of base64. Throws when it was not sealed under this label with this shop's secret. */
export const open = (label: SealLabel, sealed: string): string =>
  openBytes(Buffer.from(sealed, 'base64url'), sealKey(label)).toString('utf8')
