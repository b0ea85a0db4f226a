import type { Client } from 'pg'

/** Triggers whose work is done for all rows at once instead; any other trigger stays on. */
const replaced: readonly (readonly [table: string, trigger: string])[] = [
  ['products', 'products_price_changed'],
  ['variants', 'variants_price_changed'],
  ['stock_movements', 'stock_movements_apply'],
  ['stock_levels', 'stock_levels_start_empty'],
]

/** Those that tell the catalogue in memory what has changed: it is told once, at the end. */
const listing = `SELECT tgrelid::regclass::text AS table, tgname AS trigger FROM pg_trigger WHERE tgname LIKE '%\\_listed%' AND NOT tgisinternal`

const switchTriggers = async (client: Client, way: 'DISABLE' | 'ENABLE'): Promise<void> => {
  const { rows } = await client.query<{ table: string; trigger: string }>(listing)
  for (const [table, trigger] of [...replaced, ...rows.map((row) => [row.table, row.trigger] as const)])
    await client.query(`ALTER TABLE ${table} ${way} TRIGGER ${trigger}`)
}

interface Part {
  readonly drop: string
  readonly restore: string
}

/** Foreign keys, then indexes that serve no constraint, then primary keys that nothing points at. */
const parts = `
  WITH t AS (SELECT unnest($1::text[])::regclass AS id)
  SELECT 1 AS turn, format('ALTER TABLE %s DROP CONSTRAINT %I', conrelid::regclass, conname) AS drop,
    format('ALTER TABLE %s ADD CONSTRAINT %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) AS restore
  FROM pg_constraint WHERE contype = 'f' AND conrelid IN (SELECT id FROM t)
  UNION ALL
  SELECT 2, format('DROP INDEX %s', indexrelid::regclass), pg_get_indexdef(indexrelid)
  FROM pg_index i WHERE indrelid IN (SELECT id FROM t) AND NOT EXISTS (SELECT FROM pg_constraint c WHERE c.conindid = i.indexrelid)
  UNION ALL
  SELECT 3, format('ALTER TABLE %s DROP CONSTRAINT %I', conrelid::regclass, conname),
    format('ALTER TABLE %s ADD CONSTRAINT %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid))
  FROM pg_constraint p WHERE contype = 'p' AND conrelid IN (SELECT id FROM t)
    AND NOT EXISTS (SELECT FROM pg_constraint f WHERE f.contype = 'f' AND f.confrelid = p.conrelid)
  ORDER BY turn`

/**
 * Takes foreign keys, indexes and the triggers above off the tables, in the caller's transaction. What is given back
 * puts them on again, which checks every row: with it the tables are as strict as before, without it nothing commits.
 */
export async function bareTables(
  client: Client,
  tables: readonly string[],
): Promise<(did: (done: number, all: number) => void) => Promise<void>> {
  const { rows } = await client.query<Part>(parts, [tables])
  for (const { drop } of rows) await client.query(drop)
  await switchTriggers(client, 'DISABLE')
  return async (did) => {
    for (const [index, { restore }] of rows.toReversed().entries()) {
      await client.query(restore)
      did(index + 1, rows.length)
    }
    await switchTriggers(client, 'ENABLE')
    await client.query('INSERT INTO catalogue_changes (everything) VALUES (true)')
  }
}
