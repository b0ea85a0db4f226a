import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto'
import { env } from '#env'

/** What an authenticator or a thief may do otherwise than is right. */
export interface Otherwise {
  origin?: string
  rpId?: string
  challenge?: string
  counter?: number
  type?: string
  crossOrigin?: boolean
  isVerified?: boolean
  isPresent?: boolean
  isSynced?: boolean
  userHandle?: string | null
  signature?: 'tampered' | 'of another key'
}

interface Options {
  challenge: string
}

const sha256 = (bytes: Uint8Array | string): Buffer => createHash('sha256').update(bytes).digest()
const base64url = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64url')
const hex = (text: string): Buffer => Buffer.from(text.replaceAll(' ', ''), 'hex')
const site = new URL(env.NEXT_PUBLIC_APP_URL)

const flagsOf = ({ isVerified = true, isPresent = true, isSynced = false }: Otherwise): number =>
  (isPresent ? 0x01 : 0) | (isVerified ? 0x04 : 0) | (isSynced ? 0x18 : 0)

const clientData = (type: string, { challenge }: Options, otherwise: Otherwise): Buffer =>
  Buffer.from(
    JSON.stringify({
      type: otherwise.type ?? type,
      challenge: otherwise.challenge ?? challenge,
      origin: otherwise.origin ?? site.origin,
      crossOrigin: otherwise.crossOrigin ?? false,
    }),
  )

function authenticatorData(flags: number, counter: number, rpId = site.hostname): Buffer {
  const head = Buffer.alloc(5)
  head.writeUInt8(flags, 0)
  head.writeUInt32BE(counter, 1)
  return Buffer.concat([sha256(rpId), head])
}

const newKeys = () => generateKeyPairSync('ec', { namedCurve: 'P-256' })

/** A software authenticator with one key on P-256, as WebAuthn describes it: it signs whatever it is told to. */
export function makeAuthenticator() {
  const [keys, strangers] = [newKeys(), newKeys()]
  const { x = '', y = '' } = keys.publicKey.export({ format: 'jwk' })
  // COSE: kty EC2, alg ES256, crv P-256, x, y.
  const cose = Buffer.concat([
    ...[hex('a5 01 02 03 26 20 01 21 5820'), Buffer.from(x, 'base64url')],
    ...[hex('22 5820'), Buffer.from(y, 'base64url')],
  ])
  const rawId = randomBytes(32)
  const id = base64url(rawId)
  let count = 0
  let handle: string | undefined
  const credential = { id, rawId: id, type: 'public-key' as const, clientExtensionResults: {} }

  return {
    id,
    /** Makes the passkey. */
    register(options: Options & { user: { id: string } }, otherwise: Otherwise = {}) {
      handle = options.user.id
      const attested = Buffer.concat([Buffer.alloc(16), hex('0020'), rawId, cose])
      const data = Buffer.concat([
        authenticatorData(flagsOf(otherwise) | 0x40, otherwise.counter ?? count, otherwise.rpId),
        attested,
      ])
      // CBOR: { fmt: 'none', attStmt: {}, authData }.
      const attestation = Buffer.concat([
        ...[
          hex('a3 63'),
          Buffer.from('fmt'),
          hex('64'),
          Buffer.from('none'),
          hex('67'),
          Buffer.from('attStmt'),
        ],
        ...[hex('a0 68'), Buffer.from('authData'), hex('58'), Buffer.from([data.length]), data],
      ])
      return {
        ...credential,
        response: {
          clientDataJSON: base64url(clientData('webauthn.create', options, otherwise)),
          attestationObject: base64url(attestation),
          transports: ['internal'],
        },
      }
    },
    /** Signs a challenge; its counter goes up each time. */
    answer(options: Options, otherwise: Otherwise = {}) {
      count = otherwise.counter ?? count + 1
      const client = clientData('webauthn.get', options, otherwise)
      const data = authenticatorData(flagsOf(otherwise), count, otherwise.rpId)
      const key = otherwise.signature === 'of another key' ? strangers.privateKey : keys.privateKey
      const signature = sign('sha256', Buffer.concat([data, sha256(client)]), key)
      if (otherwise.signature === 'tampered') signature.writeUInt8(signature.readUInt8(12) ^ 1, 12)
      const userHandle = otherwise.userHandle === undefined ? handle : otherwise.userHandle
      return {
        ...credential,
        response: {
          clientDataJSON: base64url(client),
          authenticatorData: base64url(data),
          signature: base64url(signature),
          ...(userHandle && { userHandle }),
        },
      }
    },
  }
}

export type Authenticator = ReturnType<typeof makeAuthenticator>
