import { TOTP, type Secret } from 'otpauth'
import { afterEach, beforeEach, vi } from 'vitest'

/** Milliseconds for which an app shows one code. The shop takes those of the steps before and after, too. */
const step = 30_000

/** What the app of whoever has this secret shows so many steps from now. */
export const codeAt = (secret: Secret, steps = 0): string =>
  TOTP.generate({ secret, timestamp: Date.now() + steps * step })

/** Those that count now, and those that may when the shop looks: a step can begin before it does. */
export const codesNear = (secret: Secret): string[] => [-2, -1, 0, 1, 2].map((steps) => codeAt(secret, steps))

/** A code that is surely wrong: of a million, three are right at any time. */
export function wrongCode(secret: Secret): string {
  const right = codesNear(secret)
  const codes = Array.from({ length: right.length + 1 }, (_, index) => String(index).padStart(6, '0'))
  return codes.find((code) => !right.includes(code)) ?? ''
}

/**
 * The clock of each test of a file stands in the middle of a step: what counts, or is used up, stays so to its end. That
 * of Postgres goes on, at most 15 seconds away.
 */
export function standStillMidStep(): void {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['Date'], now: (Math.floor(Date.now() / step) + 0.5) * step })
  })
  afterEach(() => {
    vi.useRealTimers()
  })
}
