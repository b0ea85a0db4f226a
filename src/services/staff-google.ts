import type { PayloadRequest } from 'payload'
import { DomainError } from '#domain/errors'
import { recordAudit } from './audit'
import { tidyEmail } from './customer-register'
import type { GooglePerson } from './google-client'
import { factorStateOf, lockedStaff, requirePassword, tellStaff, type LockedStaff } from './staff-account'
import { openStaffSession } from './staff-session'
import { makeStep } from './staff-steps'
import { idOf, run, type Statement } from './statement'
import { inTransaction, sqlStateOf, type Transaction } from './transaction'

/** Minutes after which a session is too old to link by. */
const freshMinutes = 15

const bySub: Statement = {
  name: 'staff-google-by-sub',
  text: 'SELECT id FROM users WHERE google_sub = $1 FOR UPDATE',
}
const byEmail: Statement = {
  name: 'staff-google-by-email',
  text: `SELECT id FROM users WHERE lower(email) = $1 AND google_allowed AND google_sub IS NULL FOR UPDATE`,
}
const ofSession: Statement = {
  name: 'staff-google-session',
  text: `SELECT u.id, lower(u.email) AS email, u.google_sub AS sub FROM users_sessions s JOIN users u ON u.id = s._parent_id
    WHERE s.id = $1 AND s.expires_at > now() AND s.created_at > now() - make_interval(mins => ${freshMinutes}) FOR UPDATE OF u`,
}
const link: Statement = {
  name: 'staff-google-link',
  text: 'UPDATE users SET google_sub = $2 WHERE id = $1 AND google_sub IS NULL RETURNING id',
}
const unlink: Statement = {
  name: 'staff-google-unlink',
  text: 'UPDATE users SET google_sub = NULL, google_allowed = false WHERE id = $1 AND google_sub IS NOT NULL RETURNING id',
}
const isOn: Statement = {
  name: 'staff-google-on',
  text: `SELECT 1 FROM users WHERE id = ${idOf('$1')} AND google_sub IS NOT NULL`,
}

/** Whether the admin opens to a member of staff by Google. */
export const isStaffLinked = async (req: PayloadRequest, userId: string): Promise<boolean> =>
  (await run(req, isOn, [userId])).length > 0

const named = (req: PayloadRequest, { id, name, email }: LockedStaff): PayloadRequest =>
  ({ ...req, headers: req.headers, user: { id, name, email, collection: 'users' } }) as PayloadRequest

async function writeLink(req: PayloadRequest, tx: Transaction, userId: string, sub: string): Promise<void> {
  const staff = await lockedStaff(tx, userId)
  const [linked] = await run(tx, link, [userId, sub])
  if (!linked) throw new DomainError('google.other-account')
  await tellStaff(tx, staff, 'staff-google-linked')
  await recordAudit(named(req, staff), { action: 'google.link', entity: 'users', entityId: userId })
}

/**
 * Whom of the staff a person of Google is. Found by Google's own id first. By address only if Google gives that address out,
 * and an owner has allowed it for that member of staff. Nobody is made, and one answer for all others tells no stranger who
 * is staff.
 */
async function staffOf(req: PayloadRequest, tx: Transaction, person: GooglePerson): Promise<string> {
  const [known] = await run<{ id: string }>(tx, bySub, [person.sub])
  if (known) return known.id
  if (!person.isEmailProven) throw new DomainError('google.unproven')
  const [held] = await run<{ id: string }>(tx, byEmail, [tidyEmail(person.email)])
  if (!held || !person.isGoogles) throw new DomainError('google.password-first')
  await writeLink(req, tx, held.id, person.sub)
  return held.id
}

/** A session's token, or that of the step before it where the second factor is on. */
export type OpenedStaff = { token: string; step?: undefined } | { token?: undefined; step: string }

/**
 * Signs in a member of staff whom Google knows. Throws `google.unproven`, `google.password-first` for whoever is not staff,
 * not allowed or linked otherwise, and `google.refused` while the account is locked. Source: RELIABILITY 1.3.
 */
export const signInStaffByGoogle = (req: PayloadRequest, person: GooglePerson): Promise<OpenedStaff> =>
  inTransaction(req, async (tx) => {
    const userId = await staffOf(req, tx, person)
    if ((await factorStateOf(tx, userId)) === 'on') return { step: await makeStep(tx, userId) }
    const token = await openStaffSession(req, tx, { userId, how: 'google' })
    if (!token) throw new DomainError('google.refused')
    return { token }
  })

/**
 * Whoever has signed in a short while ago links the Google account of the same address. Throws `session.stale`,
 * `google.unproven`, `google.other-address`, and `google.other-account` when either side is linked already.
 */
export async function linkStaffGoogle(
  req: PayloadRequest,
  { person, sid }: { person: GooglePerson; sid: string },
): Promise<void> {
  try {
    await inTransaction(req, async (tx) => {
      const [found] = await run<{ id: string; email: string; sub: string | null }>(tx, ofSession, [sid])
      if (!found) throw new DomainError('session.stale')
      if (found.sub === person.sub) return
      if (!person.isEmailProven) throw new DomainError('google.unproven')
      if (tidyEmail(person.email) !== found.email) throw new DomainError('google.other-address')
      await writeLink(req, tx, found.id, person.sub)
    })
  } catch (error) {
    if (sqlStateOf(error) === '23505') throw new DomainError('google.other-account')
    throw error
  }
}

/** Whoever is signed in takes the link away by the password; an owner's leave goes with it. Repeating it changes nothing. */
export async function unlinkStaffGoogle(
  req: PayloadRequest,
  { userId, password }: { userId: string; password: string },
): Promise<void> {
  await requirePassword(req, userId, password)
  await inTransaction(req, (tx) => dropLink(req, tx, userId))
}

/** An owner takes the link of a colleague away, with a reason. Repeating it changes nothing. Throws `staff.not-found`. */
export const resetStaffGoogle = (
  req: PayloadRequest,
  { userId, reason }: { userId: string; reason: string },
): Promise<{ id: string; dropped: boolean }> =>
  inTransaction(req, async (tx) => ({ id: userId, dropped: await dropLink(req, tx, userId, reason) }))

async function dropLink(req: PayloadRequest, tx: Transaction, userId: string, reason?: string) {
  const staff = await lockedStaff(tx, userId)
  const [gone] = await run(tx, unlink, [staff.id])
  if (!gone) return false
  await recordAudit(req, {
    ...{ action: 'google.unlink', entity: 'users', entityId: staff.id },
    ...(reason && { reason }),
  })
  return true
}
