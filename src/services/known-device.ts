import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import { env } from '#env'

/** Shoppers and staff are not the same people. */
type Door = 'shop' | 'admin'

/** Seconds for which a browser is known. */
export const deviceSeconds = 365 * 86_400

const sealOf = (door: Door, email: string, name: string): Buffer =>
  createHmac('sha256', `${env.PAYLOAD_SECRET}:known-device:${door}`).update(`${name} ${email}`).digest()

/**
 * The mark of a browser in which somebody has signed in to an account by password. It opens nothing: whoever has it is
 * counted apart from strangers, who could use up the tries of that account, and shut it, by guessing.
 * Source: OWASP, "Slow Down Online Guessing Attacks with Device Cookies".
 */
export function makeMark(door: Door, email: string): string {
  const name = randomBytes(12).toString('base64url')
  return `${name}.${sealOf(door, email, name).toString('base64url')}`
}

/** The name of the browser, where its mark is for this account. */
export function knownDevice(door: Door, email: string, mark: string | undefined): string | undefined {
  const [, name = '', seal = ''] = /^([\w-]{16})\.([\w-]{43})$/.exec(mark ?? '') ?? []
  const given = Buffer.from(seal, 'base64url')
  const right = sealOf(door, email, name)
  return given.length === right.length && timingSafeEqual(given, right) ? name : undefined
}
