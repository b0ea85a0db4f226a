import type { PublicKeyCredentialCreationOptionsJSON, RegistrationResponseJSON } from '@simplewebauthn/server'
import type { PayloadRequest } from 'payload'
import { DomainError } from '#domain/errors'
import { lockedAccount, tellAccount } from './account-notice'
import { auditByCustomer } from './audit-by-customer'
import { confirmedAccount, type Asking } from './change-email'
import {
  creationOptions,
  madePasskey,
  passkeyRefused,
  passkeySite,
  requirePasskeys,
} from './passkey-ceremony'
import { keepChallenge, takeChallenge } from './passkey-challenges'
import {
  deletePasskey,
  insertPasskey,
  mostPasskeys,
  namedPasskeys,
  listPasskeys,
  renamePasskeyRow,
  type PasskeyView,
} from './passkeys'
import { inTransaction } from './transaction'
import { opensBy, waysIn } from './ways-in'

const full = () => new DomainError('conflict', { reason: 'passkeys-full' })

/**
 * A shopper begins a passkey: what their browser is to make. The challenge is bound to the session. Throws as
 * `confirmedAccount` does, and `conflict` with `passkeys-full` beyond twenty.
 */
export async function beginPasskey(
  req: PayloadRequest,
  asking: Asking,
): Promise<PublicKeyCredentialCreationOptionsJSON> {
  requirePasskeys()
  const { customerId, session } = asking
  const { email, name } = await confirmedAccount(req, asking)
  if ((await listPasskeys(req, customerId)).length >= mostPasskeys) throw full()
  const known = await namedPasskeys(req, customerId, passkeySite().rpId)
  const options = await creationOptions({ customerId, email, name: name ?? email }, known)
  await keepChallenge(req, { holder: session, kind: 'register', challenge: options.challenge })
  return options
}

interface NewPasskey {
  customerId: string
  /** Of the session that began it. */
  session: string
  credential: RegistrationResponseJSON
  name: string
}

/**
 * The passkey that the browser has made opens the account from now on; its owner is told by mail. Throws `passkey.refused`
 * for an answer that is not right or was not asked for, `passkey.exists`, and `conflict` with `passkeys-full`.
 */
export async function addPasskey(
  req: PayloadRequest,
  { customerId, session, credential, name }: NewPasskey,
): Promise<PasskeyView> {
  requirePasskeys()
  const challenge = await takeChallenge(req, { holder: session, kind: 'register' })
  if (!challenge) throw passkeyRefused()
  const made = await madePasskey(credential, challenge)
  return inTransaction(req, async (tx) => {
    const account = await lockedAccount(tx, customerId)
    const { rpId } = passkeySite()
    const added = await insertPasskey(tx, customerId, { ...made, name, rpId })
    if (!added)
      throw (await listPasskeys(tx, customerId)).length < mostPasskeys
        ? new DomainError('passkey.exists')
        : full()
    await tellAccount(tx, account, 'passkey-added')
    await auditByCustomer(req, customerId, { action: 'passkey.add' })
    return added
  })
}

/** Gives a passkey another name. Throws `passkey.not-found`. */
export async function renamePasskey(
  req: PayloadRequest,
  customerId: string,
  named: { id: string; name: string },
): Promise<PasskeyView> {
  const renamed = await renamePasskeyRow(req, customerId, named)
  if (!renamed) throw new DomainError('passkey.not-found')
  return renamed
}

/**
 * Takes a passkey away, and tells the owner by mail. Throws as `confirmedAccount` does, `passkey.not-found`, and
 * `passkey.only-way` when nothing else would open the account.
 */
export async function removePasskey(
  req: PayloadRequest,
  { id, ...asking }: Asking & { id: string },
): Promise<void> {
  const { customerId } = asking
  await confirmedAccount(req, asking)
  await inTransaction(req, async (tx) => {
    const ways = await waysIn(tx, customerId, id)
    if (!(await deletePasskey(tx, customerId, id))) throw new DomainError('passkey.not-found')
    if (!opensBy(ways)) throw new DomainError('passkey.only-way')
    await tellAccount(tx, await lockedAccount(tx, customerId), 'passkey-removed')
    await auditByCustomer(req, customerId, { action: 'passkey.remove' })
  })
}
