const largestBody = 1_048_576
const largestUpload = 25 * 1_048_576

export interface BodyFault {
  status: number
  message: string
}

const tooLarge: BodyFault = { status: 413, message: 'The body is too large.' }

const unreadable: BodyFault = { status: 400, message: 'The body cannot be read.' }

/** The text of a body, or nothing when it is longer than we read. Throws when whoever sends it has gone away. */
async function textOf(request: Request): Promise<string | undefined> {
  const reader = request.clone().body?.getReader()
  const parts: Uint8Array[] = []
  let length = 0
  for (;;) {
    const { done, value } = (await reader?.read()) ?? { done: true, value: undefined }
    if (done || !value) return Buffer.concat(parts).toString('utf8')
    length += value.byteLength
    if (length > largestBody) {
      // Of a clone: it settles only when the other half is given up too, so nobody waits for it.
      void reader?.cancel()
      return undefined
    }
    parts.push(value)
  }
}

/** Payload reads JSON alone, and falls over a document that it was sent in another form. Rows are asked for as a form. */
const readableTypes = ['application/json', 'application/x-www-form-urlencoded']

/** What is wrong with a body, if anything: its size, its type, or that it is no JSON though it says so. */
export async function bodyFault(request: Request): Promise<BodyFault | undefined> {
  const type = request.headers.get('content-type') ?? ''
  const stated = request.headers.get('content-length')
  const isUpload = type.startsWith('multipart/')
  if (Number(stated ?? 0) > (isUpload ? largestUpload : largestBody)) return tooLarge
  if (isUpload)
    return stated === null ? { status: 411, message: 'State the length of an upload.' } : undefined
  const text = await textOf(request).catch(() => unreadable)
  if (text === undefined) return tooLarge
  if (typeof text !== 'string') return text
  if (/\\u0000|\0/.test(text))
    return { status: 400, message: 'The body holds a character that no field can hold.' }
  if (text === '') return undefined
  const kind = type.split(';')[0]
  if (!kind || !readableTypes.includes(kind))
    return { status: 415, message: 'Send the body as application/json.' }
  if (kind !== 'application/json') return undefined
  try {
    const parsed: unknown = JSON.parse(text)
    return typeof parsed === 'object' && parsed !== null
      ? undefined
      : { status: 400, message: 'The body must be an object.' }
  } catch {
    return { status: 400, message: 'The body is not JSON.' }
  }
}
