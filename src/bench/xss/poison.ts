import type pg from 'pg'

/** Columns that say what something is, not what somebody has written: an address, a state, a key, a language. */
const structural =
  /^id$|_id$|^_|slug|path|hash|token|secret|email|locale|market|country|currency|code|key|status|state|kind|type|mime|filename|sku|gtin|serial|timezone|provider|segment|template|entity|role|colour_group|language|anchor|salt|sealed|region|class|unit|width|scale|session|mark|holder|cut_off|query|digits|^prefixes|^at$|^day$|script|period|recipient|reason_code|window|width|^value$|^eu$|^relation_to$|^collection$|block_type/

/** What the shop keeps for itself, and what nobody is shown. */
const internal =
  /^payload_|^pg_|rate_limits|second_factor|staff_steps|passkey|google_states|account_|own_sizes|_rels$|faults|page_|job|outbox|events$|audit|fit_|popular|visits|search_index/

interface Column {
  table: string
  column: string
  kind: string
}

const textColumns = `SELECT c.table_name AS table, c.column_name AS column, c.data_type AS kind
  FROM information_schema.columns c JOIN information_schema.tables t USING (table_schema, table_name)
  WHERE c.table_schema = 'public' AND t.table_type = 'BASE TABLE' AND c.data_type IN ('text', 'character varying', 'jsonb')
    AND c.is_generated = 'NEVER' ORDER BY 1, 2`

/** The text of every node, and where every link leads to. */
function poisonNodes(value: unknown, text: string): unknown {
  if (Array.isArray(value)) return value.map((one) => poisonNodes(one, text))
  if (typeof value !== 'object' || value === null) return value
  const node = value as Record<string, unknown>
  return Object.fromEntries(
    Object.entries(node).map(([name, inner]) => {
      if (name === 'text' && node.type === 'text') return [name, text]
      if (name === 'url' && typeof inner === 'string') return [name, 'javascript:xss(58)']
      return [name, poisonNodes(inner, text)]
    }),
  )
}

async function poisonRich(client: pg.Client, { table, column }: Column, text: string): Promise<number> {
  const { rows } = await client.query<{ at: string; value: unknown }>(
    `SELECT ctid::text AS at, "${column}" AS value FROM "${table}" WHERE "${column}"::text LIKE '%"root"%'`,
  )
  for (const { at, value } of rows)
    await client.query(`UPDATE "${table}" SET "${column}" = $1 WHERE ctid = $2::tid`, [
      JSON.stringify(poisonNodes(value, text)),
      at,
    ])
  return rows.length
}

async function poisonPlain(client: pg.Client, { table, column }: Column, text: string): Promise<number> {
  const set = `UPDATE "${table}" SET "${column}" = $1 WHERE "${column}" IS NOT NULL AND "${column}" <> ''`
  return (await client.query(set, [text])).rowCount ?? 0
}

/**
 * Writes a text over whatever people have written, in every row of every column that there is, past every check of a form.
 * What the database refuses, since it is an address or a name of something after all, stays. Answers with what was
 * written over, as `table.column`.
 */
export async function poison(client: pg.Client, text: string): Promise<string[]> {
  const { rows } = await client.query<Column>(textColumns)
  const written: string[] = []
  for (const one of rows) {
    if (internal.test(one.table) || (one.kind !== 'jsonb' && structural.test(one.column))) continue
    const count = await (one.kind === 'jsonb' ? poisonRich : poisonPlain)(client, one, text).catch(() => 0)
    if (count > 0) written.push(`${one.table}.${one.column}`)
  }
  return written
}
