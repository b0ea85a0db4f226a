import { deviceSeconds, knownDevice, makeMark } from '#services/known-device'
import { cookieNames, makeCookie } from './cookies'
import type { Call } from './route'

/**
 * Counts a try to sign in by password. A browser in which the account was opened before has tries of its own, which no
 * stranger uses up. Answers with whether it is one.
 */
export async function countSignIn(call: Pick<Call, 'cookie' | 'count'>, email: string): Promise<boolean> {
  const device = knownDevice('shop', email, call.cookie(cookieNames.device))
  await (device === undefined ? call.count('sign-in', email) : call.count('sign-in-known', device))
  return device !== undefined
}

/** For a browser in which somebody has signed in by password. */
export const deviceCookie = (email: string): string =>
  makeCookie(cookieNames.device, makeMark('shop', email), { maxAge: deviceSeconds, path: '/api/store' })
