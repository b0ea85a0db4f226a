import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib'
import { z } from 'zod'
import { openBytes, sealBytes, sealKey } from './sealed'

/** What somebody typed into a form that was refused, by the names of its fields. */
export type TypedWords = Readonly<Record<string, string>>

/** What a cookie carries: the words, or the key of a row that has them. */
export type Carried = { words: TypedWords } | { key: string }

const wordsShape = z.record(z.string(), z.string())
const carriedShape = z.intersection(
  z.object({ form: z.string(), until: z.number() }),
  z.union([z.object({ words: wordsShape }), z.object({ key: z.string() })]),
)

/** Seconds: the way back to the page, over a slow line. */
export const typedFor = 300

/** Characters. Proxies give all headers of an answer a buffer of 4096 bytes, as nginx does unless it is told otherwise. */
const mostSealed = 2_000

const label = 'refused form'

/** A form is not made to wait for the last byte. */
const quickly = { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }
/** Bytes. What is ours unpacks to no more: 65,536 arrived. */
const mostUnpacked = 1_000_000

const pack = (value: unknown): Buffer => brotliCompressSync(JSON.stringify(value), quickly)
const unpack = (bytes: Buffer): unknown =>
  JSON.parse(brotliDecompressSync(bytes, { maxOutputLength: mostUnpacked }).toString('utf8'))

/** Words under a key of their own. */
export const sealWords = (words: TypedWords, key: Buffer): string =>
  sealBytes(pack(words), key).toString('base64url')

/** What `sealWords` was given. Throws when it was sealed under another key or changed. */
export const openWords = (sealed: string, key: Buffer): TypedWords =>
  wordsShape.parse(unpack(openBytes(Buffer.from(sealed, 'base64url'), key)))

/** Encrypted, and good for five minutes. */
export const sealCarried = (form: string, carried: Carried): string =>
  sealBytes(pack({ form, until: Date.now() + typedFor * 1000, ...carried }), sealKey(label)).toString(
    'base64url',
  )

/** Small enough for a cookie. */
export const isSmall = (sealed: string): boolean => sealed.length <= mostSealed

/** All but the longest. */
function shorter(words: TypedWords): TypedWords {
  const longest = Math.max(...Object.values(words).map(({ length }) => length))
  const at = Object.values(words).findIndex(({ length }) => length === longest)
  return Object.fromEntries(Object.entries(words).filter((_, index) => index !== at))
}

/** As `sealCarried`; what makes it too large is left out, the longest first. */
export function sealShortened(form: string, words: TypedWords): string {
  const sealed = sealCarried(form, { words })
  const isLeft = Object.keys(words).length > 0
  return isSmall(sealed) || !isLeft ? sealed : sealShortened(form, shorter(words))
}

/** What was carried for this form; nothing for what is not ours, was changed, is too old or was typed into another. */
export function openCarried(sealed: string | undefined, form: string): Carried | undefined {
  if (!sealed || !isSmall(sealed)) return undefined
  try {
    const found = carriedShape.parse(unpack(openBytes(Buffer.from(sealed, 'base64url'), sealKey(label))))
    return found.form === form && found.until > Date.now() ? found : undefined
  } catch {
    return undefined
  }
}
