import crypto from 'node:crypto'
import { syncBuiltinESMExports } from 'node:module'
import { afterAll, beforeAll } from 'vitest'

/**
 * Hashing a password is slow on purpose, and nearly all tests that sign somebody in are about something else: here it
 * takes a hundredth of its rounds, for making and checking alike.
 */
const cheap = 100
const place = Symbol.for('test.password-cost')
const shared = globalThis as { [place]?: { divisor: number } }

function install(): { divisor: number } {
  const cost = { divisor: cheap }
  const real = crypto.pbkdf2
  crypto.pbkdf2 = (...[password, salt, rounds, ...rest]: Parameters<typeof real>) =>
    real(password, salt, Math.ceil(rounds / cost.divisor), ...rest)
  syncBuiltinESMExports()
  return cost
}
const cost = (shared[place] ??= install())

/** For a file about the time that it takes. */
export function passwordsAtFullCost(): void {
  beforeAll(() => {
    cost.divisor = 1
  })
  afterAll(() => {
    cost.divisor = cheap
  })
}
