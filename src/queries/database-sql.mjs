/**
 * What the page of the operator and `npm run db:report` ask the database about itself. Reading alone, and nothing here waits for
 * a table that is locked: sizes are by pages as last counted. Sizes are bytes, spans seconds, costs of statements milliseconds.
 */
const block = `current_setting('block_size')::float8`
const shops = `relnamespace = 'public'::regnamespace`
const blanks = `regexp_replace(%, '\\s+', ' ', 'g')`
const words = (column, most) => `left(${blanks.replace('%', column)}, ${most})`

/** What is too small to matter: a megabyte. */
const fewPages = 128
/** Less slack than this share is what any table has that is written to. */
const usualSlack = 0.3

export const factsSql = `SELECT current_database() AS name, split_part(current_setting('server_version'), ' ', 1) AS version,
  pg_database_size(current_database())::float8 AS bytes,
  (SELECT count(*) FROM pg_stat_activity WHERE backend_type = 'client backend')::float8 AS connections,
  current_setting('max_connections')::float8 AS most,
  coalesce((SELECT blks_hit::float8 / nullif(blks_hit + blks_read, 0) FROM pg_stat_database WHERE datname = current_database()), 1) AS hits,
  (SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database())::float8 AS blocked,
  coalesce((SELECT extract(epoch FROM max(clock_timestamp() - query_start)) FROM pg_stat_activity
    WHERE wait_event_type = 'Lock' AND datname = current_database()), 0)::float8 AS "blockedFor",
  coalesce((SELECT extract(epoch FROM max(clock_timestamp() - xact_start)) FROM pg_stat_activity
    WHERE datname = current_database() AND backend_type = 'client backend' AND pid <> pg_backend_pid()), 0)::float8 AS longest,
  (SELECT stats_reset::text FROM pg_stat_database WHERE datname = current_database()) AS "countedSince"`

export const tablesSql = `SELECT c.relname AS table, greatest(c.reltuples, 0)::float8 AS rows,
    (c.relpages + coalesce(t.relpages, 0) + coalesce(i.pages, 0)) * ${block} AS bytes, coalesce(i.pages, 0) * ${block} AS indexes
  FROM pg_class c LEFT JOIN pg_class t ON t.oid = c.reltoastrelid
  LEFT JOIN LATERAL (SELECT sum(x.relpages) AS pages FROM pg_index n JOIN pg_class x ON x.oid = n.indexrelid WHERE n.indrelid = c.oid) i ON true
  WHERE c.${shops} AND c.relkind = 'r' ORDER BY bytes DESC LIMIT 8`

/** One row a day, oldest first. */
export const samplesSql = `SELECT day::text, bytes::float8 AS bytes, tables FROM database_sizes ORDER BY database_sizes.day`
export const hasSamplesSql = `SELECT to_regclass('public.database_sizes') IS NOT NULL AS has`

/** Only the embedded database, which is of this machine, says where it is. */
export const folderSql = `SELECT current_setting('data_directory') AS folder`

export const connectionsSql = `SELECT coalesce(nullif(application_name, ''), backend_type) AS program, coalesce(state, 'background') AS state,
    count(*)::float8 AS count, coalesce(extract(epoch FROM max(clock_timestamp() - state_change)), 0)::float8 AS longest
  FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid() GROUP BY 1, 2 ORDER BY 3 DESC, 1, 2 LIMIT 12`

/** What each process of the shop said of its connections, within a quarter of an hour; its job says it every five minutes. */
export const poolsSql = `SELECT substr(m.name, 6) AS process, p.key AS pool, (p.value->>'size')::float8 AS size, (p.value->>'asked')::float8 AS asked,
    (p.value->>'waited')::float8 AS waited, (p.value->>'inVain')::float8 AS "inVain",
    coalesce((p.value->>'spent')::float8 / nullif((p.value->>'waited')::float8, 0), 0) AS mean, (p.value->>'longest')::float8 AS longest
  FROM shop_marks m CROSS JOIN LATERAL jsonb_each(m.value) p WHERE m.name LIKE 'pool:%' AND m.at > now() - interval '15 minutes'
  ORDER BY m.name, p.key DESC`
export const hasPoolsSql = `SELECT to_regclass('public.shop_marks') IS NOT NULL AS has`

/** A row for each pair of who waits and whom for. */
export const locksSql = `SELECT w.pid::float8 AS pid, coalesce(nullif(w.application_name, ''), 'unnamed') AS program,
    extract(epoch FROM clock_timestamp() - w.query_start)::float8 AS seconds, ${words('w.query', 120)} AS query,
    (SELECT l.relation::regclass::text FROM pg_locks l WHERE l.pid = w.pid AND NOT l.granted LIMIT 1) AS relation,
    blocker.pid::float8 AS "byPid", coalesce(nullif(b.application_name, ''), 'unnamed') AS "byProgram", coalesce(b.state, 'gone') AS "byState",
    coalesce(extract(epoch FROM clock_timestamp() - b.xact_start), 0)::float8 AS "bySeconds", coalesce(${words('b.query', 120)}, '') AS "byQuery"
  FROM pg_stat_activity w CROSS JOIN LATERAL unnest(pg_blocking_pids(w.pid)) AS blocker(pid) LEFT JOIN pg_stat_activity b ON b.pid = blocker.pid
  WHERE w.wait_event_type = 'Lock' AND w.datname = current_database() ORDER BY w.query_start LIMIT 10`

/** Large tables that are read from end to end, again and again. */
export const readWholeSql = `SELECT relname AS table, seq_scan::float8 AS times, (seq_tup_read / greatest(seq_scan, 1))::float8 AS "rowsEach",
    coalesce(idx_scan, 0)::float8 AS "byIndex"
  FROM pg_stat_user_tables WHERE schemaname = 'public' AND n_live_tup > 10000 AND seq_scan > 50 AND seq_tup_read / greatest(seq_scan, 1) > 5000
  ORDER BY seq_tup_read DESC LIMIT 10`

/**
 * Columns that lead to another table and begin no index: deleting a row there reads all of this table. An index of the rows
 * alone that lead anywhere serves too: its condition is read as Postgres keeps it, since having it spelled out waits for the
 * table. Small tables are read whole in any case.
 */
export const bareKeysOf = (
  /** @type {{ rows: number, most: number }} */ { rows, most },
) => `SELECT t.relname AS table, string_agg(a.attname, ', ' ORDER BY k.turn) AS columns, o.relname AS "of", t.reltuples::float8 AS rows
  FROM pg_constraint c JOIN pg_class t ON t.oid = c.conrelid JOIN pg_class o ON o.oid = c.confrelid
  CROSS JOIN LATERAL unnest(c.conkey) WITH ORDINALITY AS k(attnum, turn) JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum = k.attnum
  WHERE c.contype = 'f' AND t.${shops} AND t.reltuples >= ${rows} AND NOT EXISTS (
    SELECT FROM pg_index i WHERE i.indrelid = t.oid AND i.indisvalid AND (i.indkey::int2[])[0:cardinality(c.conkey) - 1] @> c.conkey
      AND (i.indpred IS NULL OR i.indpred::text ~
        ('^[{]NULLTEST :arg [{]VAR :varno 1 :varattno ' || c.conkey[1] || ' [^{}]*[}] :nulltesttype 1 [^{}]*[}]$')))
  GROUP BY c.oid, t.relname, t.reltuples, o.relname ORDER BY rows DESC, 1, 2 LIMIT ${most}`
export const bareKeysSql = bareKeysOf({ rows: 1000, most: 10 })

/** Indexes that cost every write and have served no read, of a megabyte and more; those that keep a rule are none of them. */
export const unusedSql = `SELECT s.relname AS table, s.indexrelname AS index, c.relpages * ${block} AS bytes
  FROM pg_stat_user_indexes s JOIN pg_index i USING (indexrelid) JOIN pg_class c ON c.oid = s.indexrelid
  WHERE s.schemaname = 'public' AND s.idx_scan = 0 AND NOT i.indisunique AND c.relpages >= ${fewPages}
    AND NOT EXISTS (SELECT FROM pg_constraint k WHERE k.conindid = s.indexrelid) ORDER BY c.relpages DESC, 2 LIMIT 10`

/**
 * Tables of a megabyte and more with many dead rows or much slack. Slack is what the file has beyond what its rows need, by how
 * wide Postgres found them: an estimate. A row needs 28 bytes beside its values.
 */
export const looseTablesSql = `SELECT * FROM (
  SELECT c.relname AS table, c.relpages * ${block} AS bytes, s.n_live_tup::float8 AS live, s.n_dead_tup::float8 AS dead,
    s.n_dead_tup::float8 / greatest(s.n_live_tup + s.n_dead_tup, 1) AS "deadShare",
    CASE WHEN need.known > 0 THEN greatest(0, c.relpages - need.pages) * ${block} END AS slack,
    greatest(s.last_vacuum, s.last_autovacuum)::text AS "vacuumedAt"
  FROM pg_class c JOIN pg_stat_user_tables s ON s.relid = c.oid
  CROSS JOIN LATERAL (SELECT coalesce((SELECT option_value::float8 / 100 FROM pg_options_to_table(c.reloptions) WHERE option_name = 'fillfactor'), 1) AS filled) f
  CROSS JOIN LATERAL (
    SELECT ceil(greatest(c.reltuples, 0) * (28 + 8 * ceil(sum((1 - p.null_frac) * p.avg_width) / 8)) / ((${block} - 24) * f.filled)) AS pages, count(*) AS known
    FROM pg_stats p WHERE p.schemaname = 'public' AND p.tablename = c.relname AND NOT p.inherited) need
  WHERE c.${shops} AND c.relkind = 'r' AND c.relpages >= ${fewPages}) measured
  WHERE (dead >= 1000 AND "deadShare" >= 0.2) OR (slack >= ${fewPages} * ${block} AND slack >= bytes * ${usualSlack})
  ORDER BY coalesce(slack, 0) + bytes * "deadShare" DESC, 1 LIMIT 10`

/** Indexes of a megabyte and more with much slack, by the same estimate: an entry needs 12 bytes beside its values, a page is filled to nine tenths. */
export const looseIndexesSql = `SELECT * FROM (
  SELECT t.relname AS table, x.relname AS index, x.relpages * ${block} AS bytes, greatest(0, x.relpages - need.pages) * ${block} AS slack
  FROM pg_index i JOIN pg_class x ON x.oid = i.indexrelid JOIN pg_class t ON t.oid = i.indrelid JOIN pg_am m ON m.oid = x.relam
  CROSS JOIN LATERAL (
    SELECT 1 + ceil(greatest(x.reltuples, 0) * (12 + 8 * ceil(sum((1 - p.null_frac) * p.avg_width) / 8)) / ((${block} - 40) * 0.9)) AS pages,
      count(p.avg_width) = count(*) AS known
    FROM pg_attribute a LEFT JOIN pg_attribute h ON h.attrelid = t.oid AND h.attnum = i.indkey[a.attnum - 1] AND h.attnum <> 0
    LEFT JOIN pg_stats p ON p.schemaname = 'public' AND NOT p.inherited
      AND p.tablename = CASE WHEN h.attname IS NULL THEN x.relname ELSE t.relname END AND p.attname = coalesce(h.attname, a.attname)
    WHERE a.attrelid = x.oid) need
  WHERE x.${shops} AND m.amname = 'btree' AND x.relpages >= ${fewPages} AND need.known) measured
  WHERE slack >= ${fewPages} * ${block} AND slack >= bytes * ${usualSlack} ORDER BY slack DESC, 2 LIMIT 10`

/** The schema that the notes on statements are in, quoted; no row where the server keeps none. */
export const statementsPlaceSql = `SELECT quote_ident(n.nspname) AS schema FROM pg_extension e JOIN pg_namespace n ON n.oid = e.extnamespace
  WHERE e.extname = 'pg_stat_statements'`

const statementsSql = (
  schema,
  which,
) => `SELECT ${words('query', 160)} AS query, calls::float8 AS calls, total_exec_time AS total, mean_exec_time AS mean
  FROM ${schema}.pg_stat_statements WHERE dbid = (SELECT oid FROM pg_database WHERE datname = current_database()) ${which} LIMIT 8`

/** Where most of the time goes. @param {string} schema */
export const byTotalSql = (schema) => statementsSql(schema, 'ORDER BY total_exec_time DESC')

/** What takes long each time; once or twice is rather a migration or a look at it. @param {string} schema */
export const byMeanSql = (schema) => statementsSql(schema, 'AND calls >= 3 ORDER BY mean_exec_time DESC')
