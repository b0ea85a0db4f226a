import {
  Forbidden,
  ValidationError,
  type CollectionAfterLoginHook,
  type CollectionAfterLogoutHook,
  type CollectionAfterOperationHook,
  type CollectionBeforeLoginHook,
  type CollectionBeforeOperationHook,
  type CollectionConfig,
  type Endpoint,
  type PayloadRequest,
} from 'payload'
import { DomainError } from '#domain/errors'
import { passwordLength, type PasswordFault } from '#domain/password'
import { env } from '#env'
import { recordAudit } from '#services/audit'
import { findPasswordFault } from '#services/known-passwords'
import { endStaffSessions, factorStateOf, lockedStaff } from '#services/staff-account'
import { holdStaffSession, noteStaffDevice } from '#services/staff-sessions'
import { admitReset, admitSignIn } from '#services/staff-sign-in'
import { connectionOf } from '#services/transaction'

type Data = Readonly<Record<string, unknown>>

const words: Readonly<Record<PasswordFault, string>> = {
  'too-short': `A password has at least ${passwordLength.min} characters.`,
  'too-long': `A password has at most ${passwordLength.max} characters.`,
  'too-common': 'This password is among the first that anybody would guess.',
}

/** The first owner is made from what the operator set, who knows the length rule; everybody else meets the whole rule. */
async function checkPassword({ password, email, name }: Data, bySystem: boolean): Promise<void> {
  if (password === undefined || password === null) return
  const own = [email, name].filter((word): word is string => typeof word === 'string')
  const fault = typeof password === 'string' ? await findPasswordFault(password, own) : 'too-short'
  if (!fault || (bySystem && fault === 'too-common')) return
  throw new ValidationError({ collection: 'users', errors: [{ message: words[fault], path: 'password' }] })
}

/** A session goes on while nobody ends it: of one that was ended a moment ago Payload would not know, and answer 500. */
async function requireOpen(req: PayloadRequest): Promise<void> {
  const { user } = req
  if (user?.collection !== 'users') return
  const tx = await connectionOf(req)
  if (!tx) throw new Error('Payload makes a session longer outside of a transaction')
  const { _sid: sid } = user as { _sid?: string }
  if (!sid || !(await holdStaffSession(tx, { userId: String(user.id), sid }))) throw new Forbidden(req.t)
}

/** Before anything else of an operation on staff: who may try to sign in, how often, and with which new password. */
export const guardStaffAuth: CollectionBeforeOperationHook = async ({
  args,
  operation,
  overrideAccess,
  req,
}) => {
  const data = ((args as { data?: Data }).data ?? {}) as Data
  if (operation === 'login' || operation === 'resetPassword') req.context.signsInBy = operation
  if (operation === 'login') await admitSignIn(req, data)
  if (operation === 'refresh') await requireOpen(req)
  if (operation === 'forgotPassword') await admitReset(req, data.email)
  if (['create', 'update', 'resetPassword'].includes(operation)) {
    await checkPassword(data, overrideAccess === true && !req.user)
    if (data.password) req.context.passwordSet = operation
    // Null takes the key away.
    if (data.apiKey !== undefined) req.context.apiKeySet = operation
  }
  return args
}

/**
 * Before Payload's transaction of signing in ends: with a second factor the password opens nothing, over REST, GraphQL and the
 * Local API. A new password by mail is kept, and the session that Payload has begun for it is not.
 */
export const askForSecondStep: CollectionBeforeLoginHook = async ({ req, user }) => {
  const tx = await connectionOf(req)
  if (!tx) throw new Error('Payload signs in outside of a transaction')
  const userId = String(user.id)
  req.context.withoutSession = false
  if ((await factorStateOf(tx, userId)) !== 'on') return user
  if (req.context.signsInBy === 'resetPassword') {
    await endStaffSessions(tx, userId)
    req.context.withoutSession = true
    return user
  }
  req.context.stepOf = userId
  throw new DomainError('second-factor.needed')
}

/** What a new password by mail answers where a second factor is on: nobody is signed in by it. */
export const answerWithoutSession: CollectionAfterOperationHook = ({ operation, req, result }) =>
  operation === 'resetPassword' && req.context.withoutSession === true
    ? ({ token: undefined, user: null } as unknown as typeof result)
    : result

/** The id of the session that a token of Payload's stands for. */
const sessionOf = (token: string): string =>
  (JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()) as { sid: string }).sid

/** A new password by the link of a mail signs in as well: the chain says which of the two it was. */
export const recordSignIn: CollectionAfterLoginHook = async ({ req, token, user }) => {
  await noteStaffDevice((await connectionOf(req)) ?? req, {
    ...{ userId: String(user.id), sid: sessionOf(token), userAgent: req.headers.get('user-agent') },
  })
  const action = req.context.passwordSet === 'resetPassword' ? 'password-reset' : 'sign-in'
  await recordAudit(req, { action, entity: 'users', entityId: String(user.id) })
}

/** Whoever signs in has their row before the chain: in the other order the two would wait for each other. */
export const recordSignOut: CollectionAfterLogoutHook = async ({ req }) => {
  const tx = await connectionOf(req)
  if (!tx) throw new Error('Payload signs out outside of a transaction')
  await lockedStaff(tx, String(req.user?.id))
  await recordAudit(req, { action: 'sign-out', entity: 'users', entityId: String(req.user?.id) })
}

const nothingHere: Endpoint['handler'] = () =>
  Response.json({ errors: [{ message: 'There is nothing here.' }] }, { status: 404 })

/**
 * Nobody becomes the first member of staff over the network, and nobody learns whether there is one. The request
 * guard refuses these addresses already; this is the second line, for a caller that does not pass it.
 */
export const closedAuthEndpoints: Endpoint[] = [
  { path: '/first-register', method: 'post', handler: nothingHere },
  { path: '/init', method: 'get', handler: nothingHere },
]

type Cookies = NonNullable<Exclude<CollectionConfig['auth'], boolean | undefined>['cookies']>

/** Secure wherever the shop is reached by https; a plain loopback address could not send it back. */
export const cookiesFor = (address: string): Cookies => ({
  secure: new URL(address).protocol === 'https:',
  sameSite: 'Lax',
})

export const staffCookies = cookiesFor(env.NEXT_PUBLIC_APP_URL)
