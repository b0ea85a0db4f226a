import type { Locale } from '#domain/markets'
import { fileVersion, rowsOf, sql } from './sql'

export interface ClipRow {
  filename: string
  key: string | null
  type: string
  version: string
}

/** The file of a video by its id; nothing for a picture. */
export async function findClip(id: string): Promise<ClipRow | undefined> {
  const [row] = await rowsOf<ClipRow>(
    sql`SELECT filename, _key AS key, mime_type AS type, ${fileVersion(sql`media`)} AS version FROM media
      WHERE id = ${id}::uuid AND filename IS NOT NULL AND mime_type LIKE 'video/%'`,
  )
  return row
}

/** The captions of a video in a language. */
export async function findCaptions(id: string, locale: Locale): Promise<string | undefined> {
  const [row] = await rowsOf<{ captions: string | null }>(
    sql`SELECT captions FROM media_locales WHERE _parent_id = ${id}::uuid AND _locale = ${locale}`,
  )
  return row?.captions ?? undefined
}
