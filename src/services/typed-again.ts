import { createHash } from 'node:crypto'
import type { PayloadRequest } from 'payload'
import { newSealKey } from './sealed'
import { run, type Statement } from './statement'
import {
  isSmall,
  openCarried,
  openWords,
  sealCarried,
  sealShortened,
  sealWords,
  typedFor,
  type TypedWords,
} from './typed-words'

/** Rows at a time; with the most characters of one, 24 MB in all. Who comes when there are as many has a cookie alone. */
const mostRows = 1_000
const mostOfRow = 24_000

const keep: Statement = {
  name: 'typed-keep',
  text: `INSERT INTO typed_words (hash, sealed, expires_at)
    SELECT $1, $2, now() + make_interval(secs => ${typedFor}) WHERE (SELECT count(*) FROM typed_words) < ${mostRows} RETURNING 1`,
}
const read: Statement = {
  name: 'typed-read',
  text: 'SELECT sealed FROM typed_words WHERE hash = $1 AND expires_at > now()',
}
const sweep: Statement = {
  name: 'typed-sweep',
  text: 'DELETE FROM typed_words WHERE expires_at <= now() RETURNING 1',
}

const hashOf = (key: Buffer): string => createHash('sha256').update('typed:').update(key).digest('hex')

/** Keeps words under a key that is drawn for them and answers with it; nothing where there is no room. */
async function keepWords(req: PayloadRequest, words: TypedWords): Promise<string | undefined> {
  const key = newSealKey()
  const sealed = sealWords(words, key)
  if (sealed.length > mostOfRow) return undefined
  const [row] = await run(req, keep, [hashOf(key), sealed])
  return row ? key.toString('base64url') : undefined
}

async function readWords(req: PayloadRequest, given: string): Promise<TypedWords | undefined> {
  const key = Buffer.from(given, 'base64url')
  const [row] = await run<{ sealed: string }>(req, read, [hashOf(key)])
  return row && openWords(row.sealed, key)
}

interface Typed {
  form: string
  words: TypedWords
  /** Asked where they are too large for a cookie: whether the shop may keep them for this caller. */
  mayKeep: () => Promise<boolean>
}

/**
 * What was typed into a form, sealed for a cookie. What is too large for one is kept here meanwhile, under a key that the
 * cookie alone has. Source: DECISIONS.md 69.
 */
export async function sealTyped(req: PayloadRequest, { form, words, mayKeep }: Typed): Promise<string> {
  const sealed = sealCarried(form, { words })
  if (isSmall(sealed)) return sealed
  const key = (await mayKeep()) ? await keepWords(req, words) : undefined
  return key ? sealCarried(form, { key }) : sealShortened(form, words)
}

/** What `sealTyped` was given for this form, within five minutes. */
export async function openTyped(
  req: PayloadRequest,
  sealed: string | undefined,
  form: string,
): Promise<TypedWords | undefined> {
  const carried = openCarried(sealed, form)
  if (!carried) return undefined
  return 'words' in carried ? carried.words : readWords(req, carried.key)
}

/** Forgets what nobody has come back for in time. Answers with how many. */
export const sweepTyped = async (req: PayloadRequest): Promise<number> => (await run(req, sweep, [])).length
