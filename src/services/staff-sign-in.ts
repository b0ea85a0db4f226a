import { pbkdf2, randomBytes } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'
import { AuthenticationError, type PayloadRequest } from 'payload'
import { recordAudit } from './audit'
import { callerNetwork } from './client-address'
import { countCall } from './rate-limit'

/** As Payload hashes a password, so that a name nobody has takes as long as one that somebody has. */
export const passwordWork = { iterations: 600_000, keyLength: 32, digest: 'sha256' } as const

const spendAHash = (password: string) => {
  const { iterations, keyLength, digest } = passwordWork
  return promisify(pbkdf2)(password, randomBytes(32).toString('hex'), iterations, keyLength, digest)
}

async function canTry(req: PayloadRequest, email: string): Promise<boolean> {
  const user = await req.payload.db.findOne<{ id: string; lockUntil?: string | null }>({
    collection: 'users',
    where: { email: { equals: email } },
    select: { lockUntil: true },
    req,
  })
  return user !== null && !(user.lockUntil && new Date(user.lockUntil) > new Date())
}

/**
 * Lets a try to sign in through to the password, or answers as to a wrong one after the same work: an unknown
 * address, a locked account and a wrong password are not to be told apart.
 * Throws `rate.limited`, or Payload's AuthenticationError.
 */
export async function admitSignIn(
  req: PayloadRequest,
  data: { email?: unknown; password?: unknown },
): Promise<void> {
  const email = typeof data.email === 'string' ? data.email.toLowerCase().trim() : ''
  const password = typeof data.password === 'string' ? data.password : ''
  if (email === '' || password.trim() === '') return
  await countCall(req, 'staff-sign-in', { address: callerNetwork(req), subject: email })
  req.context.signInAs = email
  req.context.signInAt = performance.now()
  if (await canTry(req, email)) return
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
  await sleep(stroke - ((performance.now() - signInAt) % stroke))
}

/** Counts a wish for a reset mail, before anybody looks whether there is such an address. Throws `rate.limited`. */
export async function admitReset(req: PayloadRequest, email: unknown): Promise<void> {
  const subject = typeof email === 'string' ? email.toLowerCase().trim() : ''
  await countCall(req, 'staff-reset', { address: callerNetwork(req), subject })
}
