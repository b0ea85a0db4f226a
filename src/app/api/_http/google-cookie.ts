import { z } from 'zod'
import { open, seal } from '#services/sealed'
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
  /** The session of somebody who links Google to their account, and does not sign in by it. */
  session: z.string().optional(),
  until: z.number(),
})
export type Carried = z.infer<typeof carried>

export const googleCookieName = 'molini-google'
/** Seconds. */
const goodFor = 600
const path = '/api/store/google'

/** Encrypted, good for ten minutes, and sent to the two addresses of this sign-in alone. */
export function googleCookie(what: Omit<Carried, 'until'>): string {
  const sealed = seal('google sign-in', JSON.stringify({ ...what, until: Date.now() + goodFor * 1000 }))
  return makeCookie(googleCookieName, sealed, { maxAge: goodFor, path })
}

export const dropGoogleCookie = (): string => makeCookie(googleCookieName, '', { maxAge: 0, path })

/** What was carried; nothing for what is not ours, was changed, or is too old. */
export function carriedIn(value: string | undefined): Carried | undefined {
  try {
    const found = carried.parse(JSON.parse(open('google sign-in', value ?? '')))
    return found.until > Date.now() ? found : undefined
  } catch {
    return undefined
  }
}
