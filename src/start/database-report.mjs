import { connectTo } from './database-state.mjs'
import { openGround } from './ground.mjs'
import { say } from './say.mjs'

const MB = 1024 * 1024

const parts = [
  {
    title: 'Connections',
    sql: `select coalesce(state, 'background') as state, coalesce(nullif(application_name, ''), backend_type) as program, count(*)::int as count,
      coalesce(round(extract(epoch from max(now() - state_change)))::int, 0) as "longest, s"
      from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid() group by 1, 2 order by 3 desc limit 12`,
  },
  {
    title: 'Waiting for a lock',
    sql: `select pid, pg_blocking_pids(pid)::text as "blocked by", round(extract(epoch from now() - query_start))::int as "for, s", left(query, 70) as query
      from pg_stat_activity where cardinality(pg_blocking_pids(pid)) > 0 order by query_start limit 10`,
    none: 'nobody',
  },
  {
    // By pages as last counted: asking for the size itself would wait for a table that is locked.
    title: 'Largest tables',
    sql: `select c.relname as table, greatest(c.reltuples, 0)::bigint::text as rows,
      round((c.relpages + coalesce(t.relpages, 0) + coalesce(i.pages, 0)) * 8192 / ${MB}.0, 1)::float8 as "MB",
      round(coalesce(i.pages, 0) * 8192 / ${MB}.0, 1)::float8 as "indexes, MB", coalesce(s.n_dead_tup, 0)::int as "dead rows"
      from pg_class c left join pg_class t on t.oid = c.reltoastrelid left join pg_stat_user_tables s on s.relid = c.oid
      left join lateral (select sum(x.relpages) as pages from pg_index n join pg_class x on x.oid = n.indexrelid where n.indrelid = c.oid) i on true
      where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' order by 3 desc limit 12`,
  },
  {
    title: 'Large tables that are read from end to end',
    sql: `select relname as table, seq_scan::int as times, round(seq_tup_read / greatest(seq_scan, 1))::bigint::text as "rows each", idx_scan::int as "by index"
      from pg_stat_user_tables where n_live_tup > 10000 and seq_scan > 50 and seq_tup_read / greatest(seq_scan, 1) > 5000
      order by seq_tup_read desc limit 10`,
    none: 'none: an index serves every large table',
  },
  {
    title: 'Indexes that nobody has used since the statistics began',
    sql: `select s.relname as table, indexrelname as index, round(c.relpages * 8192 / ${MB}.0, 1)::float8 as "MB"
      from pg_stat_user_indexes s join pg_index i using (indexrelid) join pg_class c on c.oid = s.indexrelid
      where idx_scan = 0 and not indisunique and c.relpages > 1280 order by c.relpages desc limit 10`,
    none: 'none of more than 10 MB',
  },
]

const slowest = (
  schema,
) => `select calls::int as calls, round(total_exec_time)::int as "total, ms", round(mean_exec_time::numeric, 1)::float8 as "mean, ms",
  left(regexp_replace(query, '\\s+', ' ', 'g'), 80) as query
  from ${schema}.pg_stat_statements where dbid = (select oid from pg_database where datname = current_database()) order by total_exec_time desc limit 12`

/** A small table of text; numbers to the right. */
export function drawTable(rows) {
  const names = Object.keys(rows[0])
  const cells = [names, ...rows.map((row) => names.map((name) => String(row[name] ?? '')))]
  const widths = names.map((_, at) => Math.max(...cells.map((line) => line[at].length)))
  const isNumber = names.map((name) => rows.every((row) => /^-?[\d.]+$/.test(String(row[name] ?? ''))))
  return cells.map((line) =>
    line
      .map((cell, at) => (isNumber[at] ? cell.padStart(widths[at]) : cell.padEnd(widths[at])))
      .join('  ')
      .trimEnd(),
  )
}

async function statements(client) {
  const { rows } = await client.query(
    `select extnamespace::regnamespace::text as schema from pg_extension where extname = 'pg_stat_statements'`,
  )
  if (rows.length === 0) return undefined
  try {
    return (await client.query(slowest(rows[0].schema))).rows
  } catch {
    return undefined
  }
}

function print(title, rows, none = 'none') {
  say(`\n${title}`)
  for (const line of rows.length > 0 ? drawTable(rows) : [none]) say(`  ${line}`)
}

/** `npm run db:report`: what an operator asks of the database first. Changes nothing. */
export async function reportDatabase(command) {
  const { variables } = await openGround(command)
  const client = await connectTo(variables)
  try {
    await client.query(`begin read only; set local statement_timeout = '20s'`)
    const { rows } =
      await client.query(`select current_database() as database, current_setting('server_version') as version,
      round(pg_database_size(current_database()) / ${MB}.0)::int as size, current_setting('max_connections') as max,
      (select round(100.0 * blks_hit / greatest(blks_hit + blks_read, 1), 1) from pg_stat_database where datname = current_database()) as hits`)
    const [{ database, version, size, max, hits }] = rows
    say(
      `${database} on Postgres ${version}: ${size} MB, at most ${max} connections, ${hits} % of reads from memory`,
    )
    for (const { title, sql, none } of parts) print(title, (await client.query(sql)).rows, none)
    await client.query('commit')
    const slow = await statements(client)
    print(
      'Statements by total time',
      slow ?? [],
      slow ? 'none yet' : 'unknown: the server has no pg_stat_statements (docs/operations.md)',
    )
  } finally {
    await client.end()
  }
}
