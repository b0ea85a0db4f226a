import { randomBytes } from 'node:crypto'
import type {
  AuthenticationResponseJSON,
  PublicKeyCredentialRequestOptionsJSON,
} from '@simplewebauthn/server'
import type { PayloadRequest } from 'payload'
import { DomainError } from '#domain/errors'
import { takeKey, peekKey } from './account-keys'
import { openByBothFactors, type Opened } from './open-account'
import {
  answeredPasskey,
  handleOf,
  hasPasskeys,
  passkeyRefused,
  passkeySite,
  requestOptions,
  requirePasskeys,
} from './passkey-ceremony'
import { keepChallenge, takeChallenge } from './passkey-challenges'
import { findPasskey, namedPasskeys, usePasskey } from './passkeys'
import { inTransaction } from './transaction'

/** Whether a passkey of this site may take the place of the code after this first step. */
export async function stepTakesPasskey(req: PayloadRequest, step: string): Promise<boolean> {
  const account = hasPasskeys() ? await peekKey(req, 'second-step', step) : undefined
  if (!account) return false
  return (await namedPasskeys(req, account.customerId, passkeySite().rpId)).length > 0
}

/**
 * What a browser is to sign, and the token by which it alone may answer. Nobody is named, and so nobody is found out; as
 * the second step of a sign-in (`step`) it is one of the account's own. Throws `session.stale` for a step that is over.
 */
export async function beginPasskeySignIn(
  req: PayloadRequest,
  step?: string,
): Promise<{ options: PublicKeyCredentialRequestOptionsJSON; token: string }> {
  requirePasskeys()
  const account = step === undefined ? undefined : await peekKey(req, 'second-step', step)
  if (step !== undefined && !account) throw new DomainError('session.stale')
  const known = account && (await namedPasskeys(req, account.customerId, passkeySite().rpId))
  if (known?.length === 0) throw passkeyRefused()
  const options = await requestOptions(known)
  const token = randomBytes(32).toString('base64url')
  await keepChallenge(req, { holder: token, kind: 'sign-in', challenge: options.challenge })
  return { options, token }
}

interface Answer {
  credential: AuthenticationResponseJSON
  /** Of the browser that was asked. */
  token: string
  /** Of the first step, where the passkey is the second. */
  step?: string
  device?: string
}

/**
 * Signs in by a passkey. It has verified its user, so that it counts as both factors. Whatever is not right answers the
 * same: `passkey.refused`; a first step that is over, or of another account, `session.stale`.
 */
export async function signInByPasskey(
  req: PayloadRequest,
  { credential, token, step, device }: Answer,
): Promise<{ customerId: string } & Opened> {
  requirePasskeys()
  const challenge = await takeChallenge(req, { holder: token, kind: 'sign-in' })
  if (!challenge) throw passkeyRefused()
  const passkey = await findPasskey(req, credential.id, passkeySite().rpId)
  if (!passkey) throw passkeyRefused()
  const { customerId } = passkey
  const { userHandle } = credential.response
  // Who was named beforehand need not be named again.
  if (userHandle === undefined ? step === undefined : userHandle !== handleOf(customerId))
    throw passkeyRefused()
  const answered = await answeredPasskey(credential, { challenge, passkey })
  return inTransaction(req, async (tx) => {
    if (step !== undefined && (await takeKey(tx, 'second-step', step))?.customerId !== customerId)
      throw new DomainError('session.stale')
    if (!(await usePasskey(tx, passkey.id, answered))) throw passkeyRefused()
    return { customerId, ...(await openByBothFactors(tx, customerId, device)) }
  })
}
