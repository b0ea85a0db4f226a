import { HOTP, Secret, TOTP } from 'otpauth'

/** The key of RFC 4226, 4: 160 bits. */
const secretBytes = 20
/** What every app takes as given: HMAC-SHA-1, six digits, steps of 30 seconds. */
const form = { algorithm: 'SHA1', digits: 6, period: 30 }

export const newSecret = (): Secret => new Secret({ size: secretBytes })

/**
 * The step whose code this is, looked for one step before and after, since clocks differ. Undefined when it is none of
 * them. Source: RFC 6238, 5.2.
 */
export function stepOfCode(secret: Secret, code: string, now: Date): number | undefined {
  if (!/^\d{6}$/.test(code)) return undefined
  const counter = TOTP.counter({ period: form.period, timestamp: now.getTime() })
  const away = HOTP.validate({ ...form, secret, counter, token: code, window: 1 })
  return away === null ? undefined : counter + away
}

/** What an app reads from the picture. Source: Key Uri Format of Google Authenticator. */
export const totpUri = (secret: Secret, { issuer, account }: { issuer: string; account: string }): string =>
  new TOTP({ ...form, secret, issuer, label: account }).toString()
