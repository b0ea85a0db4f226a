import * as oidc from 'openid-client'
import { env } from '#env'
import { DomainError } from '#domain/errors'
import type { GoogleDoor } from './google-carried'

/** Seconds for one call to the provider. */
const timeout = 5
const issuer = () => env.GOOGLE_ISSUER ?? 'https://accounts.google.com'

export const hasGoogle = (): boolean => env.GOOGLE_CLIENT_ID !== undefined

const callbacks: Readonly<Record<GoogleDoor, string>> = {
  shop: '/api/store/google/callback',
  admin: '/api/users/google/callback',
}

/** Where the provider sends people back to, each registered there: shoppers to the shop, staff to the admin. */
export const googleCallback = (door: GoogleDoor = 'shop'): string =>
  `${env.NEXT_PUBLIC_APP_URL}${callbacks[door]}`

/** What each provider says of itself, by its address. */
const found = new Map<string, Promise<oidc.Configuration>>()

async function discover(address: URL): Promise<oidc.Configuration> {
  const config = await oidc.discovery(
    address,
    env.GOOGLE_CLIENT_ID ?? '',
    env.GOOGLE_CLIENT_SECRET,
    undefined,
    {
      timeout,
      execute: address.protocol === 'http:' ? [oidc.allowInsecureRequests] : [],
    },
  )
  // The signature of the id_token is checked against the provider's keys, also where TLS alone would do.
  oidc.enableNonRepudiationChecks(config)
  return config
}

/** The provider as it describes itself, read once; a failed reading is tried again the next time. */
function provider(): Promise<oidc.Configuration> {
  if (!hasGoogle()) throw new DomainError('resource.not-found')
  const address = issuer()
  const known = found.get(address) ?? discover(new URL(address))
  found.set(address, known)
  known.catch(() => found.delete(address))
  return known
}

/** What a browser carries between the two halves of a sign-in. */
export interface GoogleStep {
  state: string
  nonce: string
  verifier: string
}

const refused = (cause: unknown): DomainError => {
  const refusal = new DomainError('google.refused')
  refusal.cause = cause
  return refusal
}

/** The address to send somebody to, and what to remember until they are back. Throws `google.refused`. */
export async function googleAddress(door: GoogleDoor = 'shop'): Promise<GoogleStep & { address: string }> {
  const verifier = oidc.randomPKCECodeVerifier()
  const [state, nonce] = [oidc.randomState(), oidc.randomNonce()]
  const config = await provider().catch((error: unknown) => {
    throw error instanceof DomainError ? error : refused(error)
  })
  const address = oidc.buildAuthorizationUrl(config, {
    redirect_uri: googleCallback(door),
    scope: 'openid email profile',
    code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
    ...{ state, nonce, prompt: 'select_account' },
  })
  return { state, nonce, verifier, address: address.href }
}

export interface GooglePerson {
  sub: string
  email: string
  isEmailProven: boolean
  /** Google itself gives the address out, so that its word on it is good now, not only on the day it was confirmed. */
  isGoogles: boolean
  firstName?: string
  lastName?: string
}

/** Source: Google, "Verify the Google ID token": gmail.com, or the `hd` of a Workspace. */
const isGoogles = ({ email, hd }: { email: string; hd: unknown }): boolean =>
  /@(gmail|googlemail)\.com$/i.test(email) || (typeof hd === 'string' && hd !== '')

const word = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value.slice(0, 120) : undefined

/**
 * Who has come back: the code is exchanged with the verifier, and state, nonce, issuer, audience, time and signature of
 * the id_token are checked. Throws `google.refused` for whatever is not right, and when the provider does not answer.
 */
export async function googlePerson(
  returned: URL,
  { state, nonce, verifier, door = 'shop' }: GoogleStep & { door?: GoogleDoor },
): Promise<GooglePerson> {
  try {
    const config = await provider()
    const here = new URL(googleCallback(door))
    here.search = returned.search
    const tokens = await oidc.authorizationCodeGrant(config, here, {
      ...{ expectedState: state, expectedNonce: nonce, pkceCodeVerifier: verifier, idTokenExpected: true },
    })
    const claims = tokens.claims()
    const [sub, email] = [word(claims?.sub), typeof claims?.email === 'string' ? claims.email : undefined]
    if (!claims || !sub || !email || email.length > 254) throw new Error('The id_token names nobody')
    const isEmailProven = claims.email_verified === true
    return {
      ...{ sub, email, isEmailProven, isGoogles: isEmailProven && isGoogles({ email, hd: claims.hd }) },
      ...{ firstName: word(claims.given_name), lastName: word(claims.family_name) },
    }
  } catch (error) {
    throw error instanceof DomainError ? error : refused(error)
  }
}
