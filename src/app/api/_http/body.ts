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

/** The body, refused while it is still arriving when it is too large. */
async function readBytes(request: Request, atMost: number): Promise<Buffer<ArrayBuffer>> {
  if (Number(request.headers.get('content-length') ?? 0) > atMost) throw new DomainError('body.too-large')
  if (isSent(request)) return request.sent
  if (!request.body) return Buffer.alloc(0)
  const chunks: Uint8Array[] = []
  let size = 0
  const reader = request.body.getReader()
  for (let part = await partOf(reader); !part.done; part = await partOf(reader)) {
    size += part.value.byteLength
    if (size > atMost) {
      await reader.cancel()
      throw new DomainError('body.too-large')
    }
    chunks.push(part.value)
  }
  return Buffer.concat(chunks)
}

export const readText = async (request: Request, atMost = largest): Promise<string> =>
  decode(await readBytes(request, atMost))

export const isMultipart = (request: Request): boolean => mediaType(request) === 'multipart/form-data'

/** A form with files. Throws `media-type.unsupported`, `body.too-large`, `request.malformed`. */
export async function readMultipart(request: Request, atMost: number): Promise<FormData> {
  if (!isMultipart(request)) throw new DomainError('media-type.unsupported')
  const bytes = await readBytes(request, atMost)
  const type = request.headers.get('content-type') ?? ''
  try {
    return await new Response(bytes, { headers: { 'Content-Type': type } }).formData()
  } catch (cause) {
    throw malformed(cause)
  }
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
