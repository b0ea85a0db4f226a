import type { Client } from 'pg'

type Expressions = Readonly<Record<string, string>>

interface Column {
  readonly name: string
  readonly type: string
}

/** From rows of the staging table `list` (l) and the templates (t) to new rows of `table`. */
export interface Cloning {
  readonly table: string
  readonly list: string
  /** Which column of the template equals which of the list. */
  readonly on: readonly [template: string, list: string]
  /** The columns that differ from the template. */
  readonly set: Expressions
}

async function columnsOf(client: Client, table: string): Promise<Column[]> {
  const { rows } = await client.query<Column>(
    `SELECT column_name AS name, data_type AS type FROM information_schema.columns
     WHERE table_schema = 'public' AND table_name = $1 ORDER BY ordinal_position`,
    [table],
  )
  return rows
}

/** Copies every column that is not set anew, so that a field that the schema gains is cloned with the others. */
export async function cloneRows(client: Client, { table, list, on, set }: Cloning): Promise<void> {
  const columns = (await columnsOf(client, table)).filter(({ name }) => name !== 'id' || set.id !== undefined)
  const names = columns.map(({ name }) => `"${name}"`).join(', ')
  const values = columns.map(({ name }) => set[name] ?? `t."${name}"`).join(', ')
  await client.query(
    `INSERT INTO "${table}" (${names}) SELECT ${values} FROM ${list} l JOIN "${table}" t ON t."${on[0]}" = l.${on[1]}`,
  )
}

export interface Child {
  readonly table: string
  /** The column that names the parent. */
  readonly column: string
}

/** The tables of a document's languages, lists and relations: those that a foreign key makes its children. */
export async function childrenOf(client: Client, parent: string): Promise<Child[]> {
  const { rows } = await client.query<Child>(
    `SELECT c.relname AS table, a.attname AS column FROM pg_constraint k
     JOIN pg_class c ON c.oid = k.conrelid JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = k.conkey[1]
     WHERE k.contype = 'f' AND k.confrelid = to_regclass($1) AND a.attname IN ('_parent_id', 'parent_id') AND k.conrelid <> k.confrelid
       AND starts_with(c.relname, $1 || '_')
     ORDER BY 1`,
    [parent],
  )
  return rows
}

/** Rows of lists are named after the document and the template's row, alike in the document and in its version. */
const rowName = (column: string): string => `substr(md5(l.id::text || t."${column}"), 1, 24)`

/** Clones the rows of one child table; serial and random ids are given by the table itself. */
export async function cloneChildren(
  client: Client,
  { table, column }: Child,
  { list, parent, template }: { list: string; parent: string; template: string },
): Promise<void> {
  const columns = await columnsOf(client, table)
  const hasNamedRows = columns.some(({ name, type }) => name === 'id' && type === 'character varying')
  const hasNames = columns.some(({ name }) => name === '_uuid')
  const set = {
    [column]: `l.${parent}`,
    ...(hasNamedRows ? { id: rowName('id') } : {}),
    ...(hasNames ? { _uuid: rowName('_uuid') } : {}),
  }
  await cloneRows(client, { table, list, on: [column, template], set })
}
