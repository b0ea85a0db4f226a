import type { PayloadRequest } from 'payload'
import { DomainError } from '#domain/errors'
import { makeKey, takeKey, tryKey } from './account-keys'
import { factorOf, useFactor } from './second-factor'
import { openSession } from './sign-in-session'
import { inTransaction, type Transaction } from './transaction'

/** Minutes between the first step and the second. */
export const stepMinutes = 10
/** Codes that are tried in one sign-in. */
const tries = 5

/** A session's token, or, where the account has a second factor, the token of the step before it. */
export type Opened = { token: string; step?: undefined } | { token?: undefined; step: string }

/** Whoever has shown who they are gets a session, or is asked for the second factor of the account. */
export async function openAccount(tx: Transaction, customerId: string, device = ''): Promise<Opened> {
  if (!(await factorOf(tx, { customerId }))) return { token: await openSession(tx, customerId, device) }
  const { token } = await makeKey(tx, { kind: 'second-step', customerId, minutes: stepMinutes })
  return { step: token }
}

/** Whoever has shown both factors at once, by a passkey that has verified its user, gets a session. */
export const openByBothFactors = async (
  tx: Transaction,
  customerId: string,
  device = '',
): Promise<Opened> => ({ token: await openSession(tx, customerId, device) })

/**
 * The second step of signing in: a code of the app or for a lost device, five tries for each first step. Throws
 * `second-factor.wrong`, and `session.stale` when the first step is too long ago or was used up.
 */
export async function openBySecondStep(
  req: PayloadRequest,
  {
    step,
    code,
    device,
    count,
  }: {
    step: string
    code: string
    device?: string
    /** Counts the try against the account. */
    count: (customerId: string) => Promise<void>
  },
): Promise<{ customerId: string; token: string }> {
  const found = await tryKey(req, { kind: 'second-step', token: step, atMost: tries })
  if (!found) throw new DomainError('session.stale')
  const { customerId } = found
  await count(customerId)
  return inTransaction(req, async (tx) => {
    await useFactor(tx, { customerId }, code)
    if (!(await takeKey(tx, 'second-step', step))) throw new DomainError('session.stale')
    return { customerId, token: await openSession(tx, customerId, device) }
  })
}
