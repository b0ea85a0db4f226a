import { createHash, randomUUID } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import { startMisbehaving, type Answer, type Misbehaving } from './misbehaviour'
import { faultOfSignature, type Credentials } from './sigv4'

interface Held {
  bytes: Buffer
  type: string
  at: Date
}

export interface S3Double extends Misbehaving {
  readonly settings: Credentials & { bucket: string; endpoint: string }
  readonly files: Map<string, Held>
  /** Uploads in parts that were neither finished nor given up. */
  readonly open: ReadonlyMap<string, unknown>
}

interface InParts {
  method: string
  key: string
  query: URLSearchParams
  body: Buffer
  type: string
}

const tagOf = (bytes: Buffer): string => `"${createHash('md5').update(bytes).digest('hex')}"`
const xml = (status: number, body: string): Answer => ({
  status,
  headers: { 'content-type': 'application/xml' },
  body: `<?xml version="1.0" encoding="UTF-8"?>\n${body}`,
})
const refusal = (status: number, code: string): Answer =>
  xml(status, `<Error><Code>${code}</Code><Message>no</Message></Error>`)

/** A bucket in memory that lets in only what is well signed. `pageSize` files are listed at once. */
export async function startS3Double({ pageSize = 2 } = {}): Promise<S3Double> {
  const credentials: Credentials = {
    accessKeyId: 'AKIDEXAMPLE',
    secretAccessKey: 'a-secret-of-the-double-alone',
    region: 'eu-south-1',
  }
  const bucket = 'shop-files'
  const files = new Map<string, Held>()
  const open = new Map<string, { type: string; parts: Map<number, Buffer> }>()

  function list(query: URLSearchParams): Answer {
    const keys = [...files.keys()].filter((key) => key.startsWith(query.get('prefix') ?? '')).sort()
    const from = Number(query.get('continuation-token') ?? 0)
    const page = keys.slice(from, from + pageSize).map((key) => {
      const { bytes, at } = files.get(key) as Held
      return `<Contents><Key>${key}</Key><LastModified>${at.toISOString()}</LastModified><Size>${bytes.byteLength}</Size></Contents>`
    })
    const isCut = from + pageSize < keys.length
    const next = isCut ? `<NextContinuationToken>${from + pageSize}</NextContinuationToken>` : ''
    return xml(
      200,
      `<ListBucketResult xmlns="http://s3.amazonaws.com/doc/2006-03-01/"><IsTruncated>${isCut}</IsTruncated>${page.join('')}${next}</ListBucketResult>`,
    )
  }

  function inParts({ method, key, query, body, type }: InParts): Answer {
    const id = query.get('uploadId')
    if (method === 'POST' && id === null) {
      const uploadId = randomUUID()
      open.set(uploadId, { type, parts: new Map() })
      return xml(
        200,
        `<InitiateMultipartUploadResult><UploadId>${uploadId}</UploadId></InitiateMultipartUploadResult>`,
      )
    }
    const upload = open.get(id ?? '')
    if (!upload) return refusal(404, 'NoSuchUpload')
    if (method === 'PUT') {
      upload.parts.set(Number(query.get('partNumber')), body)
      return { status: 200, headers: { etag: tagOf(body) } }
    }
    open.delete(id ?? '')
    if (method === 'DELETE') return { status: 204 }
    const named = [...body.toString().matchAll(/<PartNumber>(\d+)<\/PartNumber><ETag>([^<]+)<\/ETag>/g)]
    const parts = named.map(([, number, tag]) => {
      const bytes = upload.parts.get(Number(number))
      return bytes && tagOf(bytes) === tag ? bytes : undefined
    })
    if (parts.length !== upload.parts.size || parts.some((part) => !part)) return refusal(400, 'InvalidPart')
    files.set(key, { bytes: Buffer.concat(parts as Buffer[]), type: upload.type, at: new Date() })
    return xml(200, '<CompleteMultipartUploadResult></CompleteMultipartUploadResult>')
  }

  function serve(request: IncomingMessage, body: Buffer, refused: string[]): Answer {
    const { method = '', url = '' } = request
    const headers = request.headers as Record<string, string | undefined>
    const fault = faultOfSignature({ method, target: url, headers, body }, credentials)
    if (fault) refused.push(fault)
    if (fault) return refusal(403, fault)
    const { pathname, searchParams: query } = new URL(url, 'http://double')
    const [, name = '', ...rest] = pathname.split('/')
    const key = rest.join('/')
    if (name !== bucket) return refusal(404, 'NoSuchBucket')
    if (key === '') return list(query)
    if (query.has('uploads') || query.has('uploadId'))
      return inParts({ method, key, query, body, type: headers['content-type'] ?? '' })
    if (method === 'PUT') {
      files.set(key, { bytes: body, type: headers['content-type'] ?? '', at: new Date() })
      return { status: 200, headers: { etag: tagOf(body) } }
    }
    if (method === 'DELETE') {
      files.delete(key)
      return { status: 204 }
    }
    const held = files.get(key)
    if (!held) return refusal(404, 'NoSuchKey')
    const told = { 'content-type': held.type, 'content-length': String(held.bytes.byteLength) }
    return { status: 200, headers: told, body: method === 'HEAD' ? '' : held.bytes }
  }

  const server = await startMisbehaving(serve)
  return { ...server, settings: { ...credentials, bucket, endpoint: server.url }, files, open }
}
