import type { z } from 'zod'
import { DomainError } from '#domain/errors'

/** Bytes; an address book entry needs one. */
const largest = 65_536

const mediaType = (request: Request): string =>
  (request.headers.get('content-type') ?? '').split(';')[0]?.trim().toLowerCase() ?? ''

/** Nothing more comes from whoever has gone away amid sending, which is no fault of ours. */
const partOf = (reader: ReadableStreamDefaultReader<Uint8Array>) =>
  reader.read().catch((cause: unknown) => {
    throw malformed(cause)
  })

/** A request whose body has arrived before anybody asked for it. */
const isSent = (request: object): request is { sent: Buffer<ArrayBuffer> } => 'sent' in request

/** Hands on what arrives of a body, until it ends or `takes` wants no more. */
async function hear({ body }: Request, takes: (part: Uint8Array) => boolean): Promise<void> {
  if (!body) return
  const reader = body.getReader()
  for (let part = await partOf(reader); !part.done; part = await partOf(reader))
    if (!takes(part.value)) return reader.cancel()
}

const saidBytes = (request: Request): number => Number(request.headers.get('content-length') ?? 0)

/** The body, refused while it is still arriving when it is too large. */
async function readBytes(request: Request, atMost: number): Promise<Buffer<ArrayBuffer>> {
  if (saidBytes(request) > atMost) throw new DomainError('body.too-large')
  if (isSent(request)) return request.sent
  const chunks: Uint8Array[] = []
  let size = 0
  await hear(request, (part) => {
    chunks.push(part)
    size += part.byteLength
    return size <= atMost
  })
  if (size > atMost) throw new DomainError('body.too-large')
  return Buffer.concat(chunks)
}

export const readText = async (request: Request, atMost = largest): Promise<string> =>
  decode(await readBytes(request, atMost))

export const isMultipart = (request: Request): boolean => mediaType(request) === 'multipart/form-data'

const parseMultipart = (request: Request, bytes: Buffer<ArrayBuffer>): Promise<FormData> =>
  new Response(bytes, { headers: { 'Content-Type': request.headers.get('content-type') ?? '' } })
    .formData()
    .catch((cause: unknown) => {
      throw malformed(cause)
    })

/** A form with files. Throws `media-type.unsupported`, `body.too-large`, `request.malformed`. */
export async function readMultipart(request: Request, atMost: number): Promise<FormData> {
  if (!isMultipart(request)) throw new DomainError('media-type.unsupported')
  return parseMultipart(request, await readBytes(request, atMost))
}

/** The first bytes of a body that is heard to its end: a browser shows no answer before it has sent all. */
async function readFirst(request: Request): Promise<Buffer<ArrayBuffer>> {
  if (isSent(request)) return request.sent
  const chunks: Uint8Array[] = []
  let size = 0
  await hear(request, (part) => {
    if (size < largest) chunks.push(part)
    size += part.byteLength
    return true
  })
  return Buffer.concat(chunks).subarray(0, largest)
}

/** The whole parts of a form that was cut off, as a form that ends after the last of them; undefined where there is none. */
function wholeParts(request: Request, bytes: Buffer<ArrayBuffer>): Buffer<ArrayBuffer> | undefined {
  const [, boundary] = /boundary="?([^";]+)/i.exec(request.headers.get('content-type') ?? '') ?? []
  const end = `\r\n--${boundary}`
  const at = bytes.lastIndexOf(end)
  return at < 0 ? undefined : Buffer.concat([bytes.subarray(0, at), Buffer.from(`${end}--\r\n`)])
}

/**
 * The fields that stand before the files of a form that says it is larger than `atMost`; none of one that may be read.
 * Throws `request.malformed`.
 */
export async function readBeforeFiles(
  request: Request,
  atMost: number,
): Promise<[name: string, value: string][]> {
  const parts =
    isMultipart(request) && saidBytes(request) > atMost
      ? wholeParts(request, await readFirst(request))
      : undefined
  const form = parts && (await parseMultipart(request, parts))
  return [...(form ?? [])].filter((field): field is [string, string] => typeof field[1] === 'string')
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch (cause) {
    throw malformed(cause)
  }
}

function malformed(cause?: unknown): DomainError {
  const refusal = new DomainError('request.malformed')
  refusal.cause = cause
  return refusal
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw malformed(cause)
  }
}

/** Checks `value`; throws `validation.failed` with the path and message of each fault. */
export function check<Schema extends z.ZodType>(schema: Schema, value: unknown): z.infer<Schema> {
  const result = schema.safeParse(value)
  if (result.success) return result.data
  const errors = result.error.issues.map(({ path, message }) => ({ path: path.join('.'), message }))
  throw new DomainError('validation.failed', { errors })
}

/** A JSON body by its schema. Throws `body.too-large`, `media-type.unsupported`, `request.malformed`, `validation.failed`. */
export async function readJson<Schema extends z.ZodType>(
  request: Request,
  schema: Schema,
  atMost = largest,
): Promise<z.infer<Schema>> {
  const text = await readText(request, atMost)
  const type = mediaType(request)
  if (text === '' && type === '') return check(schema, {})
  if (type !== 'application/json') throw new DomainError('media-type.unsupported')
  return check(schema, parseJson(text))
}

/** A form body. Throws as `readJson` does. */
export async function readForm(request: Request): Promise<URLSearchParams> {
  if (mediaType(request) !== 'application/x-www-form-urlencoded')
    throw new DomainError('media-type.unsupported')
  return new URLSearchParams(await readText(request))
}
