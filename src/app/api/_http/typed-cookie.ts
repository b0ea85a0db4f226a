import { typedFor } from '#services/typed-words'
import { cookieNames, makeCookie } from './cookies'

/** Sent to the page of the form alone, which shows it once. `sealed`: what `sealTyped` answers with. */
export const typedCookie = (path: string, sealed: string): string =>
  makeCookie(cookieNames.typed, sealed, { maxAge: typedFor, path })

/** For the answer that shows it. */
export const dropTypedCookie = (path: string): string =>
  makeCookie(cookieNames.typed, '', { maxAge: 0, path })
