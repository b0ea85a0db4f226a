import { createHash, createHmac, timingSafeEqual } from 'node:crypto'

/**
 * Checks a request's Signature Version 4, written from the specification and not with the client's library.
 * Source: Amazon S3 API Reference, "Authenticating Requests (AWS Signature Version 4)".
 */
export interface SignedRequest {
  readonly method: string
  /** Path and query, as they came. */
  readonly target: string
  readonly headers: Readonly<Record<string, string | undefined>>
  readonly body: Buffer
}

export interface Credentials {
  readonly accessKeyId: string
  readonly secretAccessKey: string
  readonly region: string
}

const sha256 = (data: Buffer | string): string => createHash('sha256').update(data).digest('hex')
const hmac = (key: Buffer | string, data: string): Buffer => createHmac('sha256', key).update(data).digest()

const encoded = (text: string): string =>
  encodeURIComponent(text).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)

const canonicalQuery = (query: URLSearchParams): string =>
  [...query]
    .filter(([name]) => name !== 'X-Amz-Signature')
    .map(([name, value]) => `${encoded(name)}=${encoded(value)}`)
    .sort()
    .join('&')

/** `20130524T000000Z` in milliseconds. */
const timeOf = (stamp: string): number =>
  Date.parse(stamp.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z'))

interface Claim {
  credential: string
  signedHeaders: string[]
  signature: string
  stamp: string
  payloadHash: string
  /** Milliseconds from the stamp on. */
  lasts: number
}

function claimOf({ headers, body }: SignedRequest, query: URLSearchParams): Claim | undefined {
  if (query.has('X-Amz-Signature'))
    return {
      credential: query.get('X-Amz-Credential') ?? '',
      signedHeaders: (query.get('X-Amz-SignedHeaders') ?? '').split(';'),
      signature: query.get('X-Amz-Signature') ?? '',
      stamp: query.get('X-Amz-Date') ?? '',
      payloadHash: 'UNSIGNED-PAYLOAD',
      lasts: Number(query.get('X-Amz-Expires')) * 1000,
    }
  const [, credential, names, signature] =
    /^AWS4-HMAC-SHA256 Credential=([^,\s]+),\s*SignedHeaders=([^,\s]+),\s*Signature=([0-9a-f]{64})$/.exec(
      headers.authorization ?? '',
    ) ?? []
  if (!credential || !names || !signature) return undefined
  const payloadHash = headers['x-amz-content-sha256'] ?? ''
  if (payloadHash !== sha256(body)) return undefined
  return {
    credential,
    signedHeaders: names.split(';'),
    signature,
    stamp: headers['x-amz-date'] ?? '',
    payloadHash,
    lasts: 15 * 60_000,
  }
}

/** The reason for which S3 would refuse the request, by its own code; undefined when it is well signed and of now. */
export function faultOfSignature(
  request: SignedRequest,
  { accessKeyId, secretAccessKey, region }: Credentials,
  now = Date.now(),
): string | undefined {
  const [path = '/', search = ''] = request.target.split('?', 2)
  const query = new URLSearchParams(search)
  const claim = claimOf(request, query)
  if (!claim) return 'AccessDenied'
  const day = claim.stamp.slice(0, 8)
  const scope = `${day}/${region}/s3/aws4_request`
  if (claim.credential !== `${accessKeyId}/${scope}`) return 'InvalidAccessKeyId'
  const needed = query.has('X-Amz-Signature') ? ['host'] : ['host', 'x-amz-content-sha256', 'x-amz-date']
  if (!needed.every((name) => claim.signedHeaders.includes(name))) return 'AccessDenied'
  const canonical = [
    request.method,
    path,
    canonicalQuery(query),
    ...claim.signedHeaders.map(
      (name) => `${name}:${(request.headers[name] ?? '').trim().replace(/\s+/g, ' ')}`,
    ),
    '',
    claim.signedHeaders.join(';'),
    claim.payloadHash,
  ].join('\n')
  const toSign = ['AWS4-HMAC-SHA256', claim.stamp, scope, sha256(canonical)].join('\n')
  const key = [region, 's3', 'aws4_request'].reduce(hmac, hmac(`AWS4${secretAccessKey}`, day))
  const right = Buffer.from(hmac(key, toSign).toString('hex'))
  const given = Buffer.from(claim.signature)
  if (given.length !== right.length || !timingSafeEqual(given, right)) return 'SignatureDoesNotMatch'
  const age = now - timeOf(claim.stamp)
  return age < -15 * 60_000 || age > claim.lasts ? 'RequestTimeTooSkewed' : undefined
}
