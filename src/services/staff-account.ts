import type { PayloadRequest } from 'payload'
import { DomainError } from '#domain/errors'
import type { FactorState } from '#domain/permissions'
import { isPassword, type KeptPassword } from './customer-password'
import { queueMail } from './queue-mail'
import { idOf, run, type Statement } from './statement'
import type { Transaction } from './transaction'

const lock: Statement = {
  name: 'staff-lock',
  text: `SELECT id, email, name FROM users WHERE id = ${idOf('$1')} FOR UPDATE`,
}
const kept: Statement = {
  name: 'staff-password',
  text: `SELECT email, hash, salt FROM users WHERE id = ${idOf('$1')}`,
}
const state: Statement = {
  name: 'staff-factor-state',
  text: `SELECT EXISTS (SELECT 1 FROM second_factors f WHERE f.user_id = u.id AND f.confirmed_at IS NOT NULL) AS "isOn",
      EXISTS (SELECT 1 FROM shop_settings_staff_second_factor_for r WHERE r.value::text = u.role::text) AS "isRequired"
    FROM users u WHERE u.id = ${idOf('$1')}`,
}
const endOthers: Statement = {
  name: 'staff-end-others',
  text: `DELETE FROM users_sessions WHERE _parent_id = $1 AND id IS DISTINCT FROM $2`,
}

export interface LockedStaff {
  id: string
  email: string
  name: string
}

/** The row of a member of staff, locked. Throws `staff.not-found`. */
export async function lockedStaff(tx: Transaction, userId: string): Promise<LockedStaff> {
  const [found] = await run<LockedStaff>(tx, lock, [userId])
  if (!found) throw new DomainError('staff.not-found')
  return found
}

/** How it stands with the second step of a member of staff, by what they have and what the shop asks of their role. */
export async function factorStateOf(
  runner: Transaction | PayloadRequest,
  userId: string,
): Promise<FactorState> {
  const [found] = await run<{ isOn: boolean; isRequired: boolean }>(runner, state, [userId])
  if (found?.isOn) return 'on'
  return found?.isRequired ? 'missing' : 'off'
}

/** Asks whoever is signed in for the password again. Throws `session.bad-credentials`. Answers with the address. */
export async function requirePassword(
  req: PayloadRequest,
  userId: string,
  password: string,
): Promise<string> {
  const [found] = await run<KeptPassword & { email: string }>(req, kept, [userId])
  if (!(await isPassword(password, found)) || !found) throw new DomainError('session.bad-credentials')
  return found.email
}

/** Ends the sessions of a member of staff, but for one that is kept. */
export const endStaffSessions = (tx: Transaction, userId: string, keep?: string): Promise<unknown> =>
  run(tx, endOthers, [userId, keep ?? null])

/** Tells a member of staff by mail what has changed in how they sign in, whoever did it. */
export const tellStaff = (
  tx: Transaction,
  { id, email, name }: LockedStaff,
  template: 'staff-factor-on' | 'staff-factor-off' | 'staff-google-linked',
): Promise<void> =>
  queueMail(tx, {
    ...{ template, entity: `staff:${id}:${Date.now()}`, recipient: email, locale: 'en' },
    data: { market: 'eu', path: '/admin/account', name },
  })
