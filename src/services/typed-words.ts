import { brotliCompressSync, brotliDecompressSync } from 'node:zlib'
import { z } from 'zod'
import { openBytes, sealBytes, sealKey } from './sealed'

/** What somebody typed into a form that was refused, by the names of its fields. */
export type TypedWords = Readonly<Record<string, string>>

const carried = z.object({
  form: z.string(),
  words: z.record(z.string(), z.string()),
  until: z.number(),
})

/** Seconds: the way back to the page, over a slow line. */
export const typedFor = 300

/** Characters. Browsers take 4096 bytes for a cookie with its name and what it says besides. */
const mostSealed = 3_700
const mostWords = 100

const label = 'refused form'

function sealAll(form: string, words: TypedWords): string {
  const plain = JSON.stringify({ form, words, until: Date.now() + typedFor * 1000 })
  return sealBytes(brotliCompressSync(plain), sealKey(label)).toString('base64url')
}

/** All but the longest. */
function shorter(words: TypedWords): TypedWords {
  const longest = Math.max(...Object.values(words).map(({ length }) => length))
  const at = Object.values(words).findIndex(({ length }) => length === longest)
  return Object.fromEntries(Object.entries(words).filter((_, index) => index !== at))
}

/** Encrypted, good for five minutes and small enough for a cookie; what makes it too large is left out, the longest first. */
export function sealTyped(form: string, words: TypedWords): string {
  let kept: TypedWords = Object.fromEntries(Object.entries(words).slice(0, mostWords))
  let sealed = sealAll(form, kept)
  while (sealed.length > mostSealed && Object.keys(kept).length > 0) {
    kept = shorter(kept)
    sealed = sealAll(form, kept)
  }
  return sealed
}

/** What was typed into this form; nothing for what is not ours, was changed, is too old or was typed into another. */
export function openTyped(sealed: string | undefined, form: string): TypedWords | undefined {
  if (!sealed || sealed.length > mostSealed) return undefined
  try {
    const plain = brotliDecompressSync(openBytes(Buffer.from(sealed, 'base64url'), sealKey(label)))
    const found = carried.parse(JSON.parse(plain.toString('utf8')))
    return found.form === form && found.until > Date.now() ? found.words : undefined
  } catch {
    return undefined
  }
}
