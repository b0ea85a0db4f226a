import type { ClientBase } from 'pg'
import { loadRows, type Progress } from './rows'
import { readSealed, rowsKey, type Manifest, type Shelf, type TableFacts } from './shelf'
import { beginWriting, quoted, readTables } from './tables'

interface ForeignKey {
  table: string
  name: string
  definition: string
}

interface Trigger {
  table: string
  name: string
  how: 'O' | 'R' | 'A'
}

const enabling = { O: 'ENABLE', R: 'ENABLE REPLICA', A: 'ENABLE ALWAYS' } as const

const foreignKeys = async (client: ClientBase): Promise<ForeignKey[]> =>
  (
    await client.query<ForeignKey>(
      `SELECT c.relname AS "table", k.conname AS name, pg_get_constraintdef(k.oid) AS definition FROM pg_constraint k
        JOIN pg_class c ON c.oid = k.conrelid WHERE k.contype = 'f' AND c.relnamespace = 'public'::regnamespace AND k.conparentid = 0`,
    )
  ).rows

const triggers = async (client: ClientBase): Promise<Trigger[]> =>
  (
    await client.query<Trigger>(
      `SELECT c.relname AS "table", t.tgname AS name, t.tgenabled AS how FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
        WHERE NOT t.tgisinternal AND t.tgenabled <> 'D' AND c.relnamespace = 'public'::regnamespace`,
    )
  ).rows

async function setSequences(client: ClientBase, sequences: Manifest['sequences']): Promise<void> {
  for (const [name, last] of Object.entries(sequences))
    if (last === null) await client.query(`ALTER SEQUENCE ${quoted(name)} RESTART`)
    else await client.query('SELECT setval($1::regclass, $2)', [quoted(name), last])
}

const missingIn = (wanted: readonly { name: string }[], there: readonly { name: string }[]): string[] => {
  const known = new Set(there.map(({ name }) => name))
  return wanted.filter(({ name }) => !known.has(name)).map(({ name }) => name)
}

/**
 * Fills a database that has the schema of the backup with its rows, in one transaction: all of them or none. What was in
 * the tables is gone. Needs no more rights than their owner has: foreign keys are taken off and put on again over all
 * rows, which proves them; the shop's own triggers are off meanwhile, since what they would write is in the backup already.
 */
export async function restoreRows(
  client: ClientBase,
  shelf: Shelf,
  { id, manifest, say }: { id: string; manifest: Manifest; say: Progress },
): Promise<void> {
  await beginWriting(client)
  try {
    const tables = await readTables(client)
    const unknown = missingIn(manifest.tables, tables)
    if (unknown.length > 0) throw new Error(`The schema lacks tables of the backup: ${unknown.join(', ')}`)
    const [keys, watches] = [await foreignKeys(client), await triggers(client)]
    for (const { table, name } of keys)
      await client.query(`ALTER TABLE ${quoted(table)} DROP CONSTRAINT ${quoted(name)}`)
    for (const { table, name } of watches)
      await client.query(`ALTER TABLE ${quoted(table)} DISABLE TRIGGER ${quoted(name)}`)
    await client.query(`TRUNCATE ${tables.map(({ name }) => quoted(name)).join(', ')}`)
    const loaded = await loadAll(client, shelf, { id, manifest, say })
    requireSame(manifest.tables, loaded)
    await setSequences(client, manifest.sequences)
    say('Foreign keys')
    for (const { table, name, definition } of keys)
      await client.query(`ALTER TABLE ${quoted(table)} ADD CONSTRAINT ${quoted(name)} ${definition}`)
    for (const { table, name, how } of watches)
      await client.query(`ALTER TABLE ${quoted(table)} ${enabling[how]} TRIGGER ${quoted(name)}`)
    await client.query('COMMIT')
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined)
    throw error
  }
  await client.query('ANALYZE')
}

async function loadAll(
  client: ClientBase,
  shelf: Shelf,
  { id, manifest, say }: { id: string; manifest: Manifest; say: Progress },
): Promise<TableFacts[]> {
  const loaded: TableFacts[] = []
  const total = manifest.tables.reduce((sum, { rows }) => sum + rows, 0)
  let rows = 0
  let said = -1
  await loadRows(client, await readSealed(shelf, rowsKey(id)), (facts) => {
    loaded.push(facts)
    rows += facts.rows
    const tenth = total === 0 ? 10 : Math.floor((rows / total) * 10)
    if (tenth !== said) say(`Rows ${tenth * 10} % (${rows} of ${total})`)
    said = tenth
  })
  return loaded
}

/** Throws unless `found` is table by table what the backup says. */
export function requireSame(wanted: readonly TableFacts[], found: readonly TableFacts[]): void {
  const known = new Map(found.map((facts) => [facts.name, facts]))
  const wrong = wanted.filter(({ name, rows, sha256 }) => {
    const there = known.get(name)
    return there?.rows !== rows || there.sha256 !== sha256
  })
  if (wrong.length > 0)
    throw new Error(`These tables are not what they were: ${wrong.map(({ name }) => name).join(', ')}`)
}
