import { createHash } from 'node:crypto'
import { AwsClient } from 'aws4fetch'
import {
  StoreFault,
  checkingKeys,
  gather,
  type FileContent,
  type FileKey,
  type FileStore,
} from './file-store'
import { bytesOf, patiently, usualPatience, type Patience } from './patience'
import { parts as partsOf } from './parts'
import { readListing, textOf } from './s3-xml'

export interface S3Settings {
  readonly bucket: string
  readonly region: string
  /** Unset: Amazon's own. Any other is spoken to by path, which all of them understand. */
  readonly endpoint?: string
  readonly accessKeyId: string
  readonly secretAccessKey: string
  readonly patience?: Patience
  /** Bytes of one part of a large file; S3 wants five million and more. */
  readonly partSize?: number
}

/** A refusal that stays one: a wrong key, no right, no bucket. */
const isFinal = (status: number): boolean =>
  status >= 400 && status < 500 && ![408, 425, 429].includes(status)

/**
 * Files in a bucket of S3, or of anything that speaks its language. Requests are signed in the header over their whole
 * body, so that what was changed on the way is refused; the bucket is private and addresses are signed (Signature Version 4).
 */
export function s3Store(settings: S3Settings): FileStore {
  const { bucket, region, endpoint, patience = usualPatience, partSize = 8_388_608 } = settings
  const signer = new AwsClient({
    accessKeyId: settings.accessKeyId,
    secretAccessKey: settings.secretAccessKey,
    service: 's3',
    region,
    retries: 0,
  })
  const base = endpoint
    ? `${endpoint.replace(/\/+$/, '')}/${bucket}`
    : `https://${bucket}.s3.${region}.amazonaws.com`
  const addressOf = (key: FileKey, query: Readonly<Record<string, string>> = {}): URL => {
    const url = new URL(key ? `${base}/${key}` : `${base}/`)
    for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value)
    return url
  }

  interface Call {
    method: string
    body?: Buffer | undefined
    headers?: Record<string, string>
  }

  async function send(url: URL, { method, body, headers }: Call, signal: AbortSignal): Promise<Response> {
    const hash = createHash('sha256')
      .update(body ?? '')
      .digest('hex')
    const signed = await signer.sign(url.href, {
      method,
      headers: { ...headers, 'x-amz-content-sha256': hash },
    })
    const answer = await fetch(url, {
      method,
      headers: signed.headers,
      body: body && new Uint8Array(body),
      signal,
    })
    if (answer.ok || answer.status === 404) return answer
    const code = textOf(await answer.text().catch(() => ''), 'Code')
    throw new StoreFault('s3', `answers ${answer.status}${code && ` ${code}`}`, {
      isFinal: isFinal(answer.status),
    })
  }

  /** A bucket that is not there is no missing file. */
  const requireBucket = (text: string): void => {
    if (textOf(text, 'Code') === 'NoSuchBucket')
      throw new StoreFault('s3', `has no bucket ${bucket}`, { isFinal: true })
  }

  /** One whole exchange, its answer read to the end. */
  const call = (url: URL, how: Call): Promise<{ status: number; headers: Headers; text: string }> =>
    patiently(
      's3',
      patience,
      async (signal) => {
        const answer = await send(url, how, signal)
        const text = await answer.text()
        if (answer.status === 404) requireBucket(text)
        return { status: answer.status, headers: answer.headers, text }
      },
      how.body?.byteLength,
    )

  const found = async (url: URL, how: Call) => {
    const answer = await call(url, how)
    if (answer.status === 404) throw new StoreFault('s3', 'lost an upload', { isFinal: true })
    return answer
  }

  async function putLarge(key: FileKey, content: AsyncIterable<Uint8Array>, type: string): Promise<void> {
    const chunks = partsOf(content, partSize)
    try {
      await putParts(key, chunks, type)
    } finally {
      // Whatever it reads from is let go, also where no loop has come to read it.
      await chunks.return()
    }
  }

  async function putParts(key: FileKey, chunks: AsyncGenerator<Buffer, void>, type: string): Promise<void> {
    const first = await chunks.next()
    const second = first.done ? first : await chunks.next()
    if (second.done) {
      await found(addressOf(key), {
        method: 'PUT',
        body: first.done ? Buffer.alloc(0) : first.value,
        headers: { 'content-type': type },
      })
      return
    }
    const begun = await found(addressOf(key, { uploads: '' }), {
      method: 'POST',
      headers: { 'content-type': type },
    })
    const uploadId = textOf(begun.text, 'UploadId')
    if (!uploadId) throw new StoreFault('s3', 'began no upload')
    try {
      const tags: string[] = []
      const add = async (body: Buffer) => {
        const query = { partNumber: String(tags.length + 1), uploadId }
        const { headers } = await found(addressOf(key, query), { method: 'PUT', body })
        tags.push(headers.get('etag') ?? '')
      }
      await add(first.value as Buffer)
      await add(second.value)
      for await (const body of chunks) await add(body)
      const list = tags.map((tag, at) => `<Part><PartNumber>${at + 1}</PartNumber><ETag>${tag}</ETag></Part>`)
      const body = Buffer.from(`<CompleteMultipartUpload>${list.join('')}</CompleteMultipartUpload>`)
      const done = await found(addressOf(key, { uploadId }), { method: 'POST', body })
      // S3 may have said 200 before it knew.
      if (!done.text.includes('<CompleteMultipartUploadResult'))
        throw new StoreFault('s3', 'did not put the parts together')
    } catch (error) {
      await call(addressOf(key, { uploadId }), { method: 'DELETE' }).catch(() => undefined)
      throw error
    }
  }

  return checkingKeys({
    name: 's3',
    put: async (key, content: FileContent, { type }) => {
      if (!(content instanceof Uint8Array)) return putLarge(key, content, type)
      await found(addressOf(key), {
        method: 'PUT',
        body: await gather(content),
        headers: { 'content-type': type },
      })
    },
    read: async (key) => {
      const answer = await patiently('s3', patience, async (signal) => {
        const found = await send(addressOf(key), { method: 'GET' }, signal)
        if (found.status === 404) requireBucket(await found.text())
        return found
      })
      return answer.status === 404 ? undefined : bytesOf('s3', answer, patience.within)
    },
    delete: async (key) => {
      await call(addressOf(key), { method: 'DELETE' })
    },
    url: async (key, { seconds }) => {
      const url = addressOf(key, { 'X-Amz-Expires': String(seconds) })
      return (await signer.sign(url.href, { method: 'GET', aws: { signQuery: true } })).url
    },
    stat: async (key) => {
      const { status, headers } = await call(addressOf(key), { method: 'HEAD' })
      return status === 404 ? undefined : { size: Number(headers.get('content-length') ?? 0) }
    },
    async *list(prefix) {
      let after: string | undefined
      do {
        const query = { 'list-type': '2', prefix, ...(after && { 'continuation-token': after }) }
        const { text } = await found(addressOf('', query), { method: 'GET' })
        const page = readListing(text)
        if (!page) throw new StoreFault('s3', 'sent a list that is none')
        yield* page.files
        after = page.next
      } while (after)
    },
  })
}
