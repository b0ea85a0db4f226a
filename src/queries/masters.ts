import { fileVersion, rowsOf, sql } from './sql'

interface MasterRow {
  id: string
  filename: string
  key: string | null
  version: string
}

/** Milliseconds that a row may be remembered: a page asks for dozens of pictures at once. */
const remembered = 10_000
const mostRemembered = 5_000
const masters = new Map<string, { row: MasterRow; until: number }>()

/** The file behind a picture's id. What is remembered does not answer for another version than its own. What is not there is not remembered: strangers may ask for anything. */
export async function findMaster(
  id: string,
  version: string | undefined,
  now = Date.now(),
): Promise<MasterRow | undefined> {
  const known = masters.get(id)
  if (known && known.until > now && (!version || version === known.row.version)) return known.row
  const [row] = await rowsOf<MasterRow>(
    sql`SELECT id, filename, _key AS key, ${fileVersion(sql`media`)} AS version FROM media WHERE id = ${id}::uuid AND filename IS NOT NULL AND coalesce(mime_type, '') NOT LIKE 'video/%'`,
  )
  if (masters.size >= mostRemembered) masters.clear()
  if (row) masters.set(id, { row, until: now + remembered })
  return row
}
