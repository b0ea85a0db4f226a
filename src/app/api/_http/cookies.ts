import { env } from '#env'

/** Seconds. */
const day = 86_400

export const cookieNames = {
  cart: 'molini-cart',
  customer: 'molini-customer',
  order: 'molini-order',
  wishlist: 'molini-wishlist',
  step: 'molini-step',
  passkey: 'molini-passkey',
  device: 'molini-device',
  typed: 'molini-typed',
} as const

const isSecure = new URL(env.NEXT_PUBLIC_APP_URL).protocol === 'https:' || !env.isLoopback

/** Every cookie of a request; of two with one name the first counts, as browsers send the more exact one first. */
export function readCookies(headers: Headers): Map<string, string> {
  const cookies = new Map<string, string>()
  for (const pair of (headers.get('cookie') ?? '').split(';')) {
    const at = pair.indexOf('=')
    const name = pair.slice(0, at).trim()
    if (at > 0 && !cookies.has(name)) cookies.set(name, pair.slice(at + 1).trim())
  }
  return cookies
}

interface CookieOptions {
  maxAge: number
  /** Read by our own scripts, so not httpOnly: a choice of display and never a secret. */
  open?: boolean
  path?: string
}

export function makeCookie(name: string, value: string, { maxAge, open, path = '/' }: CookieOptions): string {
  const parts = [`${name}=${value}`, `Path=${path}`, `Max-Age=${maxAge}`, 'SameSite=Lax']
  if (!open) parts.push('HttpOnly')
  if (isSecure) parts.push('Secure')
  return parts.join('; ')
}

export const dropCookie = (name: string): string => makeCookie(name, '', { maxAge: 0 })

export const cartCookie = (token: string): string => makeCookie(cookieNames.cart, token, { maxAge: 60 * day })
export const customerCookie = (token: string, maxAge: number): string =>
  makeCookie(cookieNames.customer, token, { maxAge })
/** Between the first step of signing in and the second. */
export const stepCookie = (token: string, maxAge: number): string =>
  makeCookie(cookieNames.step, token, { maxAge })
/** The browser that a passkey was asked of, until it has answered; sent to the two addresses of that sign-in alone. */
export const passkeyCookie = (token: string, maxAge: number): string =>
  makeCookie(cookieNames.passkey, token, { maxAge, path: '/api/store/session/passkey' })
/** One order's key stands under its number, so that two orders can be open at once. */
export const orderCookieName = (number: string): string => `${cookieNames.order}-${number}`
export const orderCookie = (number: string, token: string): string =>
  makeCookie(orderCookieName(number), token, { maxAge: 180 * day })
