import { sealTyped, typedFor, type TypedWords } from '#services/typed-words'
import { cookieNames, makeCookie } from './cookies'

/** Sent to the page of the form alone, which shows it once. */
export const typedCookie = (path: string, form: string, words: TypedWords): string =>
  makeCookie(cookieNames.typed, sealTyped(form, words), { maxAge: typedFor, path })

/** For the answer that shows it. */
export const dropTypedCookie = (path: string): string =>
  makeCookie(cookieNames.typed, '', { maxAge: 0, path })
