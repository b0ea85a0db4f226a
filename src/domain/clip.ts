/** What a product may be filmed in: every browser of today plays one of these. */
export const clipTypes = { mp4: 'video/mp4', webm: 'video/webm' } as const
export type ClipEnding = keyof typeof clipTypes

/** Bytes of a clip: some twenty seconds. Anything longer belongs elsewhere. */
export const mostClipBytes = 8 * 1024 * 1024
/** Characters of captions in one language. */
export const mostCaptions = 10_000

export const isClip = (type: unknown): boolean => String(type).startsWith('video/')

export const clipEnding = (type: string): ClipEnding | undefined =>
  (Object.keys(clipTypes) as ClipEnding[]).find((ending) => clipTypes[ending] === type)

const startsOf: Readonly<Record<ClipEnding, { at: number; bytes: readonly number[] }>> = {
  mp4: { at: 4, bytes: [0x66, 0x74, 0x79, 0x70] },
  webm: { at: 0, bytes: [0x1a, 0x45, 0xdf, 0xa3] },
}

/** Whether a file begins as its type does, whatever its name says. */
export function beginsAs(type: string, file: Uint8Array): boolean {
  const ending = clipEnding(type)
  if (!ending) return false
  const { at, bytes } = startsOf[ending]
  return bytes.every((byte, index) => file[at + index] === byte)
}

const isMaster = (id: number): boolean => id === 0x18538067 || id === 0x1549a966
const [cluster, timescale, duration] = [0x1f43b675, 0x2ad7b1, 0x4489]

/** The number that `length` bytes go on with after `begun`. */
function readNumber(file: DataView, at: number, { length, begun = 0 }: { length: number; begun?: number }) {
  let value = begun
  for (let byte = 0; byte < length; byte += 1) value = value * 256 + file.getUint8(at + byte)
  return value
}

/** A number of EBML at `at`, of one to eight bytes; with its marker when it is an id. Source: RFC 8794, 4 and 5. */
function readVint(file: DataView, at: number, isId: boolean): { value: number; length: number } {
  const head = file.getUint8(at)
  const length = Math.clz32(head) - 23
  const begun = isId ? head : head & (0xff >> length)
  return { value: readNumber(file, at + 1, { length: length - 1, begun }), length }
}

/** Milliseconds are ticks of a million nanoseconds, unless the file says otherwise. Source: RFC 9559, 5.1.2. */
function webmSeconds(file: DataView): number | undefined {
  let tick = 1_000_000
  let ticks: number | undefined
  for (let at = 0; at < file.byteLength;) {
    const id = readVint(file, at, true)
    const size = readVint(file, at + id.length, false)
    if (id.length > 4 || id.value === cluster) break
    at += id.length + size.length
    if (id.value === timescale) tick = readNumber(file, at, { length: size.value })
    else if (id.value === duration) ticks = size.value === 4 ? file.getFloat32(at) : file.getFloat64(at)
    if (!isMaster(id.value)) at += size.value
  }
  return ticks === undefined ? undefined : (ticks * tick) / 1e9
}

const nameOf = (file: DataView, at: number): string =>
  String.fromCharCode(...[0, 1, 2, 3].map((byte) => file.getUint8(at + byte)))

/** The box `mvhd` within `moov`. Source: ISO/IEC 14496-12, 4.2 and 8.2.2. */
function mp4Seconds(file: DataView): number | undefined {
  for (let at = 0; at < file.byteLength;) {
    const [short, name] = [file.getUint32(at), nameOf(file, at + 4)]
    const [size, head] = short === 1 ? [Number(file.getBigUint64(at + 8)), 16] : [short, 8]
    if (name === 'mvhd') {
      const body = at + head
      const [scale, length] =
        file.getUint8(body) === 1
          ? [file.getUint32(body + 20), Number(file.getBigUint64(body + 24))]
          : [file.getUint32(body + 12), file.getUint32(body + 16)]
      return length / scale
    }
    if (name !== 'moov' && size < head) return undefined
    at += name === 'moov' ? head : size
  }
  return undefined
}

/** Nobody films a shoe for an hour: whatever says so is mistaken. */
const longestClip = 3_600

/** Seconds that a film lasts, to a tenth, by what its head says; undefined where it does not, or is cut off. */
export function clipSeconds(type: string, bytes: Uint8Array): number | undefined {
  const file = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let seconds: number | undefined
  try {
    seconds = clipEnding(type) === 'webm' ? webmSeconds(file) : mp4Seconds(file)
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
  }
  return seconds && seconds > 0 && seconds <= longestClip ? Math.ceil(seconds * 10) / 10 : undefined
}

export interface ByteRange {
  /** Both counted from nought, both within. */
  from: number
  to: number
}

/**
 * The part of `size` bytes that a `Range` header asks for; nothing when all of it is to be sent, as for several parts or a
 * header that cannot be read, `unsatisfiable` when it lies past the end. Source: RFC 9110, 14.1.2 and 14.2.
 */
export function parseRange(header: string | null, size: number): ByteRange | 'unsatisfiable' | undefined {
  const [, first = '', last = ''] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header ?? '') ?? []
  if (first === '' && last === '') return undefined
  const from = first === '' ? Math.max(0, size - Number(last)) : Number(first)
  const to = first === '' || last === '' ? size - 1 : Math.min(Number(last), size - 1)
  if (first !== '' && last !== '' && Number(last) < from) return undefined
  return from >= size || (first === '' && Number(last) === 0) ? 'unsatisfiable' : { from, to }
}

const cue = /^(?:\d{2,}:)?[0-5]\d:[0-5]\d\.\d{3} --> (?:\d{2,}:)?[0-5]\d:[0-5]\d\.\d{3}/

/** What is wrong with captions, in words; undefined for none and for such as browsers read (WebVTT). */
export function captionFault(text: string | null | undefined): string | undefined {
  if (!text?.trim()) return undefined
  const lines = text.trim().split(/\r?\n/)
  if (!/^WEBVTT(?:[ \t]|$)/.test(lines[0] ?? '')) return 'The first line is WEBVTT.'
  return lines.some((line) => cue.test(line))
    ? undefined
    : 'There is no line such as 00:01.000 --> 00:04.000, with what is heard below it.'
}
