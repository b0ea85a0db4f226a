import type { ClientBase } from 'pg'

/** So that the same rows are always written in the same way. */
const settings = `SET LOCAL datestyle = 'ISO, YMD'; SET LOCAL intervalstyle = 'postgres'; SET LOCAL timezone = 'UTC';
  SET LOCAL extra_float_digits = 1; SET LOCAL bytea_output = 'hex'; SET LOCAL synchronize_seqscans = off;
  SET LOCAL statement_timeout = 0; SET LOCAL idle_in_transaction_session_timeout = 0; SET LOCAL lock_timeout = 60000`

/** One moment of the whole database, for as long as the transaction is open. */
export const beginSnapshot = (client: ClientBase): Promise<unknown> =>
  client.query(`BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY; ${settings}`)

export const beginWriting = (client: ClientBase): Promise<unknown> => client.query(`BEGIN; ${settings}`)

export interface Table {
  name: string
  columns: string[]
}

export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`
export const columnList = ({ columns }: { readonly columns: readonly string[] }): string =>
  columns.map(quoted).join(', ')

/** Every table of the shop with the columns that are written, not computed. */
export async function readTables(client: ClientBase): Promise<Table[]> {
  const { rows } = await client.query<Table>(`
    SELECT c.relname AS name, array_agg(a.attname::text ORDER BY a.attnum) AS columns
    FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
    WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' GROUP BY c.relname ORDER BY c.relname`)
  return rows
}

export async function readSequences(client: ClientBase): Promise<Record<string, string | null>> {
  const { rows } = await client.query<{ name: string; last: string | null }>(
    `SELECT sequencename AS name, last_value::text AS last FROM pg_sequences WHERE schemaname = 'public' ORDER BY 1`,
  )
  return Object.fromEntries(rows.map(({ name, last }) => [name, last]))
}

export async function readMigrations(client: ClientBase): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT name FROM payload_migrations WHERE batch <> -1 AND name IS NOT NULL ORDER BY name`,
  )
  return rows.map(({ name }) => name)
}

/** Sums a shopkeeper would ask for, by name. They must be the same after a restore. */
export async function readFigures(client: ClientBase): Promise<Record<string, string>> {
  const { rows } = await client.query<{ name: string; value: string }>(`
    SELECT 'orders ' || currency AS name, count(*) || ' for ' || sum(total) AS value FROM orders GROUP BY currency
    UNION ALL SELECT 'taken ' || currency, sum(captured) || ' of which back ' || sum(refunded) FROM orders GROUP BY currency
    UNION ALL SELECT 'pairs on hand', coalesce(sum(on_hand), 0) || ' of which held ' || coalesce(sum(reserved), 0) FROM stock_levels
    UNION ALL SELECT 'pairs moved', coalesce(sum(quantity), 0)::text FROM stock_movements
    UNION ALL SELECT 'products', count(*)::text FROM products
    UNION ALL SELECT 'customers', count(*)::text FROM customers ORDER BY 1`)
  return Object.fromEntries(rows.map(({ name, value }) => [name, value]))
}
