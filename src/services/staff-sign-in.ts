import { pbkdf2, randomBytes } from 'node:crypto'
import { promisify } from 'node:util'
import { AuthenticationError, type PayloadRequest } from 'payload'
import { parseCookies } from 'payload/shared'
import { recordAudit } from './audit'
import { callerNetwork } from './client-address'
import { knownDevice, makeMark } from './known-device'
import { untilTheStroke } from './on-the-stroke'
import { countCall } from './rate-limit'
import { run, type Statement } from './statement'

/** As Payload hashes a password, so that a name nobody has takes as long as one that somebody has. */
export const passwordWork = { iterations: 600_000, keyLength: 32, digest: 'sha256' } as const

const spendAHash = (password: string) => {
  const { iterations, keyLength, digest } = passwordWork
  return promisify(pbkdf2)(password, randomBytes(32).toString('hex'), iterations, keyLength, digest)
}

const forgive: Statement = {
  name: 'staff-sign-in-forgive',
  text: 'UPDATE users SET login_attempts = 0, lock_until = NULL WHERE id = $1',
}

/** What strangers have missed does not shut an account where it was opened before: there it is tried as if it were open. */
async function canTry(req: PayloadRequest, email: string, isKnown: boolean): Promise<boolean> {
  const user = await req.payload.db.findOne<{ id: string; lockUntil?: string | null }>({
    collection: 'users',
    where: { email: { equals: email } },
    select: { lockUntil: true },
    req,
  })
  const isLocked = Boolean(user?.lockUntil && new Date(user.lockUntil) > new Date())
  if (user && isLocked && isKnown) await run(req, forgive, [user.id])
  return user !== null && (!isLocked || isKnown)
}

export const staffDeviceCookie = 'molini-staff-device'

const deviceOf = (req: PayloadRequest, email: string): string | undefined =>
  knownDevice('admin', email, parseCookies(req.headers).get(staffDeviceCookie))

const tidy = (email: unknown): string => (typeof email === 'string' ? email.toLowerCase().trim() : '')

/** The mark for a browser in which somebody has signed in by password. */
export const staffMark = (email: unknown): string => makeMark('admin', tidy(email))

/**
 * Lets a try to sign in through to the password, or answers as to a wrong one after the same work: an unknown
 * address, a locked account and a wrong password are not to be told apart.
 * Throws `rate.limited`, or Payload's AuthenticationError.
 */
export async function admitSignIn(
  req: PayloadRequest,
  data: { email?: unknown; password?: unknown },
): Promise<void> {
  const email = tidy(data.email)
  const password = typeof data.password === 'string' ? data.password : ''
  if (email === '' || password.trim() === '') return
  const device = deviceOf(req, email)
  const action = device === undefined ? 'staff-sign-in' : 'staff-sign-in-known'
  await countCall(req, action, { address: callerNetwork(req), subject: device ?? email })
  req.context.signInAs = email
  req.context.signInAt = performance.now()
  if (await canTry(req, email, device !== undefined)) return
  await spendAHash(password)
  throw new AuthenticationError(req.t)
}

/** Failures are answered on the stroke of this many milliseconds, whatever was done until then. */
const stroke = 500

/** Writes down that somebody failed to sign in, when that is what this request was about, and takes its time. */
export async function recordFailedSignIn(req: PayloadRequest): Promise<void> {
  const { signInAs, signInAt } = req.context
  if (typeof signInAs !== 'string' || typeof signInAt !== 'number') return
  req.context.signInAs = undefined
  await recordAudit(req, { action: 'sign-in-failed', entity: 'users', after: { email: signInAs } })
  await untilTheStroke(signInAt, stroke)
}

/** Counts a wish for a reset mail, before anybody looks whether there is such an address. Throws `rate.limited`. */
export async function admitReset(req: PayloadRequest, email: unknown): Promise<void> {
  await countCall(req, 'staff-reset', { address: callerNetwork(req), subject: tidy(email) })
}
