import type { PayloadRequest } from 'payload'
import { DomainError } from '#domain/errors'
import { recordAudit } from './audit'
import { callerNetwork } from './client-address'
import { onTheStroke } from './on-the-stroke'
import { countCall } from './rate-limit'
import {
  beginFactor,
  begunFactor,
  confirmFactor,
  dropFactor,
  factorOf,
  useFactor,
  type BegunFactor,
} from './second-factor'
import { endStaffSessions, factorStateOf, lockedStaff, requirePassword, tellStaff } from './staff-account'
import { openStaffSession } from './staff-session'
import { takeStep, tryStep } from './staff-steps'
import { inTransaction } from './transaction'

/** Who asks for a change of their own: signed in, in this session. */
export interface AskingStaff {
  userId: string
  sid: string
}

const counted = (req: PayloadRequest, action: 'second-factor' | 'second-step', subject: string) =>
  countCall(req, action, { address: callerNetwork(req), subject })

const auditOwn = (req: PayloadRequest, entityId: string, action: string): Promise<void> =>
  recordAudit(req, { action, entity: 'users', entityId })

/**
 * A member of staff begins a second factor by the password. Answers with what is shown once: the picture's text, the secret
 * and the codes for a lost device. Throws `session.bad-credentials` and `second-factor.exists`.
 */
export async function beginStaffFactor(
  req: PayloadRequest,
  { userId }: AskingStaff,
  password: string,
): Promise<BegunFactor> {
  await counted(req, 'second-factor', userId)
  const account = await requirePassword(req, userId, password)
  await beginFactor(req, { userId })
  const begun = await begunFactor(req, { userId }, { issuer: 'Molini admin', account })
  if (!begun) throw new DomainError('second-factor.exists')
  return begun
}

/**
 * The first code switches it on: whoever is signed in elsewhere by the password alone is signed out there. Throws
 * `second-factor.wrong`.
 */
export async function confirmStaffFactor(
  req: PayloadRequest,
  { userId, sid }: AskingStaff,
  code: string,
): Promise<void> {
  await counted(req, 'second-factor', userId)
  await inTransaction(req, async (tx) => {
    const staff = await lockedStaff(tx, userId)
    await confirmFactor(tx, { userId }, code)
    await endStaffSessions(tx, userId, sid)
    await tellStaff(tx, staff, 'staff-factor-on')
    await auditOwn(req, userId, 'second-factor.on')
  })
}

/**
 * A member of staff takes the own factor away by a code of it. Throws `second-factor.wrong`, and `second-factor.required`
 * where the shop asks their role for one.
 */
export async function dropStaffFactor(
  req: PayloadRequest,
  { userId }: AskingStaff,
  code: string,
): Promise<void> {
  await counted(req, 'second-factor', userId)
  await inTransaction(req, async (tx) => {
    const staff = await lockedStaff(tx, userId)
    await useFactor(tx, { userId }, code)
    await dropFactor(tx, { userId })
    if ((await factorStateOf(tx, userId)) === 'missing') throw new DomainError('second-factor.required')
    await tellStaff(tx, staff, 'staff-factor-off')
    await auditOwn(req, userId, 'second-factor.off')
  })
}

/**
 * An owner takes the factor of a colleague away who has lost phone and codes; the colleague is signed out everywhere and told
 * by mail. Repeating it changes nothing. Throws `staff.not-found`, and `access.denied` for the own one: that takes a code.
 */
export function resetStaffFactor(
  req: PayloadRequest,
  { userId, reason }: { userId: string; reason: string },
): Promise<{ id: string; dropped: boolean }> {
  if (req.user?.id === userId) throw new DomainError('access.denied')
  return inTransaction(req, async (tx) => {
    const staff = await lockedStaff(tx, userId)
    const dropped = await dropFactor(tx, { userId: staff.id })
    if (!dropped) return { id: staff.id, dropped }
    await endStaffSessions(tx, staff.id)
    await tellStaff(tx, staff, 'staff-factor-off')
    await recordAudit(req, { action: 'second-factor.off', entity: 'users', entityId: staff.id, reason })
    return { id: staff.id, dropped }
  })
}

/** How it stands with somebody's own factor, and how many codes for a lost device are left. */
export async function staffFactor(req: PayloadRequest, userId: string) {
  const [state, factor] = await Promise.all([factorStateOf(req, userId), factorOf(req, { userId })])
  return { state, codesLeft: factor?.codesLeft ?? 0 }
}

/** Milliseconds: answers of the second step come on a stroke of this clock, whatever was wrong. */
const stroke = 300

/**
 * The second step of staff: a code of the app or for a lost device, five tries for each first step. Answers with the token
 * for Payload's cookie, and whose it is. Throws `second-factor.wrong`, `rate.limited`, and `session.stale` when the first step is too long
 * ago, was used up or made by a password that has changed.
 */
export const takeSecondStep = (
  req: PayloadRequest,
  { step, code }: { step: string; code: string },
): Promise<{ token: string; email: string }> =>
  onTheStroke(stroke, async () => {
    const userId = await tryStep(req, step)
    if (!userId) throw new DomainError('session.stale')
    await counted(req, 'second-step', userId)
    try {
      return await inTransaction(req, async (tx) => {
        const { email } = await lockedStaff(tx, userId)
        await useFactor(tx, { userId }, code)
        const token = (await takeStep(tx, step)) && (await openStaffSession(req, tx, { userId, how: 'code' }))
        if (!token) throw new DomainError('session.stale')
        return { token, email }
      })
    } catch (error) {
      if (error instanceof DomainError) await auditOwn(req, userId, 'second-step-failed')
      throw error
    }
  })
