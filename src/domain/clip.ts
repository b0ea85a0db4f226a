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
