import { isIP } from 'node:net'
import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
  type AuthenticationResponseJSON,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  type RegistrationResponseJSON,
} from '@simplewebauthn/server'
import { env } from '#env'
import { DomainError } from '#domain/errors'
import { challengeMinutes } from './passkey-challenges'

/** Milliseconds that a browser waits for its user. */
const timeout = challengeMinutes * 60_000

/** The name that passkeys of this deployment are bound to, and the one origin they answer: a preview has its own. */
export function passkeySite(): { rpId: string; origin: string } {
  const { hostname, origin } = new URL(env.NEXT_PUBLIC_APP_URL)
  return { rpId: hostname, origin }
}

/** Browsers know passkeys for names over https and for localhost, and never for an address of figures. */
export function hasPasskeys(): boolean {
  const { hostname, protocol } = new URL(env.NEXT_PUBLIC_APP_URL)
  if (hostname === 'localhost') return true
  return protocol === 'https:' && isIP(hostname.replace(/^\[|\]$/g, '')) === 0
}

export function requirePasskeys(): void {
  if (!hasPasskeys()) throw new DomainError('resource.not-found')
}

/** A passkey as far as a ceremony needs it. */
export interface KnownPasskey {
  credentialId: string
  publicKey: string
  counter: number
  /** As the browser told them, by commas. */
  transports: string
}

const described = ({ credentialId, transports }: Pick<KnownPasskey, 'credentialId' | 'transports'>) => ({
  id: credentialId,
  transports: transports.split(',').filter(Boolean),
})

/** What an authenticator keeps to name the account: the bytes of its id, which say nothing of a person. */
const bytesOf = (customerId: string): Buffer<ArrayBuffer> =>
  Buffer.from(customerId.replaceAll('-', ''), 'hex')
export const handleOf = (customerId: string): string => bytesOf(customerId).toString('base64url')

interface Owner {
  customerId: string
  email: string
  name: string
}

/** What a browser is asked to make: a passkey that names its account by itself and verifies its user. */
export const creationOptions = (
  { customerId, email, name }: Owner,
  known: readonly Pick<KnownPasskey, 'credentialId' | 'transports'>[],
): Promise<PublicKeyCredentialCreationOptionsJSON> =>
  generateRegistrationOptions({
    ...{ rpName: 'Molini', rpID: passkeySite().rpId, timeout, attestationType: 'none' },
    ...{ userID: bytesOf(customerId), userName: email, userDisplayName: name },
    excludeCredentials: known.map(described),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  })

/** What a browser is asked to sign: any passkey of the shop, or one of those that are known. */
export const requestOptions = (
  known: readonly Pick<KnownPasskey, 'credentialId' | 'transports'>[] = [],
): Promise<PublicKeyCredentialRequestOptionsJSON> =>
  generateAuthenticationOptions({
    ...{ rpID: passkeySite().rpId, timeout, userVerification: 'required' },
    ...(known.length > 0 && { allowCredentials: known.map(described) }),
  })

export function passkeyRefused(cause?: unknown): DomainError {
  const refusal = new DomainError('passkey.refused')
  if (cause) refusal.cause = cause
  return refusal
}

/** No page of ours is ever in a frame of another's. */
function refuseFrames(clientDataJSON: string): void {
  const said = JSON.parse(Buffer.from(clientDataJSON, 'base64url').toString()) as { crossOrigin?: unknown }
  if (said.crossOrigin === true) throw new Error('Answered from a frame on another site')
}

const expected = (challenge: string) => ({
  ...{ expectedChallenge: challenge, expectedOrigin: passkeySite().origin, expectedRPID: passkeySite().rpId },
  requireUserVerification: true,
})

export interface MadePasskey extends KnownPasskey {
  /** Kept by a service of its owner, and so on several devices. */
  isSynced: boolean
}

/**
 * The passkey that a browser has made: challenge, origin, site and verification of the user are checked. Throws
 * `passkey.refused`. Source: WebAuthn Level 3, 7.1.
 */
export async function madePasskey(
  response: RegistrationResponseJSON,
  challenge: string,
): Promise<MadePasskey> {
  try {
    refuseFrames(response.response.clientDataJSON)
    const { verified, registrationInfo } = await verifyRegistrationResponse({
      response,
      ...expected(challenge),
    })
    if (!verified) throw new Error('The passkey was not verified')
    const { credential, credentialBackedUp } = registrationInfo
    return {
      ...{ credentialId: credential.id, counter: credential.counter, isSynced: credentialBackedUp },
      publicKey: Buffer.from(credential.publicKey).toString('base64url'),
      transports: (credential.transports ?? []).join(','),
    }
  } catch (error) {
    throw passkeyRefused(error)
  }
}

/**
 * What an answer of this passkey says: challenge, origin, site, signature, verification of the user and a counter that has
 * gone up are checked. Throws `passkey.refused`. Source: WebAuthn Level 3, 7.2.
 */
export async function answeredPasskey(
  response: AuthenticationResponseJSON,
  { challenge, passkey }: { challenge: string; passkey: KnownPasskey },
): Promise<{ counter: number; isSynced: boolean }> {
  try {
    refuseFrames(response.response.clientDataJSON)
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      ...{ response, ...expected(challenge) },
      credential: {
        ...described(passkey),
        publicKey: new Uint8Array(Buffer.from(passkey.publicKey, 'base64url')),
        counter: passkey.counter,
      },
    })
    if (!verified) throw new Error('The signature is not that of the passkey')
    const { newCounter, credentialBackedUp } = authenticationInfo
    return { counter: newCounter, isSynced: credentialBackedUp }
  } catch (error) {
    throw passkeyRefused(error)
  }
}
