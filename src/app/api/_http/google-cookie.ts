import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'
import { z } from 'zod'
import { env } from '#env'
import { makeCookie } from './cookies'

/** What a browser carries to Google and back, which nobody else may read or change. */
const carried = z.object({
  state: z.string(),
  nonce: z.string(),
  verifier: z.string(),
  next: z.string(),
  market: z.string(),
  /** Coming back is the other site's doing, so that our own cookies do not count then. */
  cart: z.string().optional(),
  wishes: z.string().optional(),
  until: z.number(),
})
export type Carried = z.infer<typeof carried>

export const googleCookieName = 'molini-google'
/** Seconds. */
const goodFor = 600
const path = '/api/store/google'

const key = () => Buffer.from(hkdfSync('sha256', env.PAYLOAD_SECRET, 'molini', 'google sign-in', 32))

/** Encrypted, good for ten minutes, and sent to the two addresses of this sign-in alone. */
export function googleCookie(what: Omit<Carried, 'until'>): string {
  const iv = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', key(), iv)
  const plain = JSON.stringify({ ...what, until: Date.now() + goodFor * 1000 })
  const sealed = Buffer.concat([iv, cipher.update(plain, 'utf8'), cipher.final(), cipher.getAuthTag()])
  return makeCookie(googleCookieName, sealed.toString('base64url'), { maxAge: goodFor, path })
}

export const dropGoogleCookie = (): string => makeCookie(googleCookieName, '', { maxAge: 0, path })

/** What was carried; nothing for what is not ours, was changed, or is too old. */
export function carriedIn(value: string | undefined): Carried | undefined {
  try {
    const bytes = Buffer.from(value ?? '', 'base64url')
    const decipher = createDecipheriv('aes-256-gcm', key(), bytes.subarray(0, 12))
    decipher.setAuthTag(bytes.subarray(-16))
    const plain = Buffer.concat([decipher.update(bytes.subarray(12, -16)), decipher.final()])
    const found = carried.parse(JSON.parse(plain.toString('utf8')))
    return found.until > Date.now() ? found : undefined
  } catch {
    return undefined
  }
}
