import { generateKeyPairSync, randomBytes, sign } from 'node:crypto'

/** The little of DER that a certificate is made of. Source: X.690, RFC 5280. */
const tagged = (tag, ...parts) => {
  const body = Buffer.concat(parts)
  const length =
    body.length < 128
      ? [body.length]
      : body.length < 256
        ? [0x81, body.length]
        : [0x82, body.length >> 8, body.length & 255]
  return Buffer.concat([Buffer.from([tag, ...length]), body])
}
const sequence = (...parts) => tagged(0x30, ...parts)
const oid = (hex) => tagged(0x06, Buffer.from(hex, 'hex'))
const named = (name) => sequence(tagged(0x31, sequence(oid('550403'), tagged(0x0c, Buffer.from(name)))))
const ecdsaWithSha256 = sequence(oid('2a8648ce3d040302'))
const yes = tagged(0x01, Buffer.from([255]))
const time = (date) => tagged(0x18, Buffer.from(`${date.toISOString().replace(/[-:T]/g, '').slice(0, 14)}Z`))
const day = 86_400_000

function certificate({ issuer, subject, publicKey, signer, extension, until }) {
  const serial = tagged(0x02, Buffer.from([1]), randomBytes(8))
  const validity = sequence(time(new Date(Date.now() - 2 * day)), time(until))
  const key = publicKey.export({ type: 'spki', format: 'der' })
  const version = tagged(0xa0, tagged(0x02, Buffer.from([2])))
  const extensions = tagged(0xa3, sequence(extension))
  const body = sequence(
    version,
    serial,
    ecdsaWithSha256,
    named(issuer),
    validity,
    named(subject),
    key,
    extensions,
  )
  const signature = tagged(0x03, Buffer.from([0]), sign('sha256', body, signer))
  const lines = sequence(body, ecdsaWithSha256, signature)
    .toString('base64')
    .match(/.{1,64}/g)
  return `-----BEGIN CERTIFICATE-----\n${lines.join('\n')}\n-----END CERTIFICATE-----\n`
}

const keys = () => generateKeyPairSync('ec', { namedCurve: 'P-256' })

/** An authority of its own: its certificate, and `issue(host)` for those that it vouches for. */
export function makeAuthority(name) {
  const { publicKey, privateKey } = keys()
  const isAuthority = sequence(oid('551d13'), yes, tagged(0x04, sequence(yes)))
  const until = new Date(Date.now() + 30 * day)
  const common = { issuer: name, signer: privateKey }
  return {
    certificate: certificate({ ...common, subject: name, publicKey, extension: isAuthority, until }),
    issue(host, { days = 30 } = {}) {
      const own = keys()
      const names = sequence(tagged(0x82, Buffer.from(host)))
      const extension = sequence(oid('551d11'), tagged(0x04, names))
      return {
        certificate: certificate({
          ...common,
          subject: host,
          publicKey: own.publicKey,
          extension,
          until: new Date(Date.now() + days * day),
        }),
        key: own.privateKey.export({ type: 'pkcs8', format: 'pem' }),
      }
    },
  }
}
