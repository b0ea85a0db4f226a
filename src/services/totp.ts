import { createHmac, timingSafeEqual } from 'node:crypto'

/** Seconds of one step. */
const period = 30
const digits = 6
const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

/** Bytes as apps take them. Source: RFC 4648, base32 without padding. */
export function base32(bytes: Uint8Array): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('')
  return (bits.match(/.{1,5}/g) ?? []).map((five) => alphabet[parseInt(five.padEnd(5, '0'), 2)]).join('')
}

/** The number of the step that `now` is in. Source: RFC 6238, 4.2. */
export const stepAt = (now: Date): number => Math.floor(now.getTime() / 1000 / period)

/** The code of a step: HMAC-SHA-1, six digits. Source: RFC 4226, 5.3. */
export function codeOfStep(secret: Buffer, step: number): string {
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(step))
  const mac = createHmac('sha1', secret).update(counter).digest()
  const at = (mac.at(-1) ?? 0) & 0x0f
  const number = (mac.readUInt32BE(at) & 0x7fffffff) % 10 ** digits
  return String(number).padStart(digits, '0')
}

/**
 * The step whose code this is, looked for one step before and after, since clocks differ. Undefined when it is none of
 * them. Source: RFC 6238, 5.2.
 */
export function stepOfCode(secret: Buffer, code: string, now: Date): number | undefined {
  if (!/^\d{6}$/.test(code)) return undefined
  const given = Buffer.from(code)
  const step = stepAt(now)
  const right = [step - 1, step, step + 1].filter((one) =>
    timingSafeEqual(Buffer.from(codeOfStep(secret, one)), given),
  )
  return right.at(-1)
}

/** What an app reads from the picture. Source: Key Uri Format of Google Authenticator. */
export function totpUri(secret: Buffer, { issuer, account }: { issuer: string; account: string }): string {
  const label = `${encodeURIComponent(issuer)}:${encodeURIComponent(account)}`
  const query = new URLSearchParams({ secret: base32(secret), issuer, period: String(period) })
  return `otpauth://totp/${label}?${query}`
}
