import { carriedFor, openCarried, sealCarried, type Carried } from '#services/google-carried'
import { makeCookie } from './cookies'

export const googleCookieName = 'molini-google'
const path = '/api/store/google'

/** Encrypted, good for ten minutes, and sent to the two addresses of this sign-in alone. */
export const googleCookie = (what: Omit<Carried, 'until' | 'door'>): string =>
  makeCookie(googleCookieName, sealCarried({ ...what, door: 'shop' }), { maxAge: carriedFor, path })

export const dropGoogleCookie = (): string => makeCookie(googleCookieName, '', { maxAge: 0, path })

/** What was carried; nothing for what is not ours, was changed, or is too old. */
export const carriedIn = (value: string | undefined): Carried | undefined => openCarried(value, 'shop')
