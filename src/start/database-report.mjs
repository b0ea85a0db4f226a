import { statfs } from 'node:fs/promises'
import { growthOf, monthBefore, storageOf } from '../domain/database-growth.mjs'
import * as ask from '../queries/database-sql.mjs'
import { connectTo } from './database-state.mjs'
import { openGround } from './ground.mjs'
import { Refusal, say } from './say.mjs'

const mb = (bytes) => (bytes === undefined || bytes === null ? '' : (bytes / 1024 ** 2).toFixed(1))
const whole = (number) => String(Math.round(number))
const percent = (share) => `${Math.round(share * 100)}`
/** Seconds; of a moment the tenth of it. */
const span = (seconds) => (seconds < 10 ? seconds.toFixed(1) : whole(seconds))

/** What is asked, and how a row of the answer is shown. */
const parts = [
  {
    title: 'Connections',
    sql: ask.connectionsSql,
    row: ({ program, state, count, longest }) => ({ program, state, count, 'longest, s': span(longest) }),
  },
  {
    title: 'Waited for a connection of the shop, since each process began',
    sql: ask.poolsSql,
    ifSql: ask.hasPoolsSql,
    row: ({ process, pool, size, asked, waited, inVain, mean, longest }) => ({
      ...{ process, pool, size, asked, waited, 'in vain': inVain },
      ...{ 'mean, ms': mean.toFixed(1), 'longest, ms': longest.toFixed(1) },
    }),
    none: 'no process has said so within a quarter of an hour',
  },
  {
    title: 'Waiting for a lock',
    sql: ask.locksSql,
    row: (lock) => ({
      pid: lock.pid,
      'for, s': span(lock.seconds),
      table: lock.relation ?? '',
      query: lock.query.slice(0, 70),
      'blocked by': lock.byPid,
      'which is': lock.byState,
      'since, s': span(lock.bySeconds),
      'with query': lock.byQuery.slice(0, 70),
    }),
    none: 'nobody',
  },
  {
    title: 'Large tables that are read from end to end',
    sql: ask.readWholeSql,
    row: ({ table, times, rowsEach, byIndex }) => ({
      ...{ table, times, 'rows each': whole(rowsEach), 'by index': byIndex },
    }),
    none: 'none: an index serves every large table',
  },
  {
    title: 'Keys to other tables without an index',
    sql: ask.bareKeysSql,
    row: ({ table, columns, of, rows }) => ({ table, columns, of, rows: whole(rows) }),
    none: 'none of a table of a thousand rows',
  },
  {
    title: 'Indexes that nobody has used',
    sql: ask.unusedSql,
    row: ({ table, index, bytes }) => ({ table, index, MB: mb(bytes) }),
    none: 'none of a megabyte',
  },
  {
    title: 'Tables with dead rows or slack',
    sql: ask.looseTablesSql,
    row: ({ table, bytes, dead, deadShare, slack, vacuumedAt }) => ({
      ...{ table, MB: mb(bytes), 'dead rows': dead, '% dead': percent(deadShare) },
      ...{ 'slack, MB': mb(slack), 'last vacuum': vacuumedAt?.slice(0, 16) ?? 'never' },
    }),
    none: 'none',
  },
  {
    title: 'Indexes with slack',
    sql: ask.looseIndexesSql,
    row: ({ table, index, bytes, slack }) => ({ table, index, MB: mb(bytes), 'slack, MB': mb(slack) }),
    none: 'none',
  },
]

const ofStatement = ({ query, calls, total, mean }) => ({
  ...{ calls, 'total, ms': whole(total), 'mean, ms': mean.toFixed(1), query: query.slice(0, 80) },
})

/** A small table of text; numbers to the right. */
export function drawTable(rows) {
  const names = Object.keys(rows[0])
  const cells = [names, ...rows.map((row) => names.map((name) => String(row[name] ?? '')))]
  const widths = names.map((_, at) => Math.max(...cells.map((line) => line[at].length)))
  const isNumber = names.map((name) => rows.every((row) => /^[-+]?[\d.]*$/.test(String(row[name] ?? ''))))
  return cells.map((line) =>
    line
      .map((cell, at) => (isNumber[at] ? cell.padStart(widths[at]) : cell.padEnd(widths[at])))
      .join('  ')
      .trimEnd(),
  )
}

const steps = '▁▂▃▄▅▆▇█'
const widest = 60

/** Sizes as one line of bars, from the least to the greatest; of more than sixty as many of them, the newest among them. */
export function drawLine(sizes) {
  const shown = sizes.filter(
    (_, at) => (sizes.length - 1 - at) % Math.max(1, Math.ceil(sizes.length / widest)) === 0,
  )
  const [least, greatest] = [Math.min(...shown), Math.max(...shown)]
  return shown
    .map((size) => steps[Math.floor(((size - least) / Math.max(1, greatest - least)) * (steps.length - 1))])
    .join('')
}

async function statements(client) {
  const [found] = (await client.query(ask.statementsPlaceSql)).rows
  if (!found) return undefined
  try {
    const read = async (text) => (await client.query(text)).rows.map(ofStatement)
    return {
      byTotal: await read(ask.byTotalSql(found.schema)),
      byMean: await read(ask.byMeanSql(found.schema)),
    }
  } catch {
    return undefined
  }
}

function print(title, rows, none = 'none') {
  say(`\n${title}`)
  for (const line of rows.length > 0 ? drawTable(rows) : [none]) say(`  ${line}`)
}

/** Rows of a table of the shop; none in a database that is not migrated yet. */
async function rowsIf(client, ifSql, sql) {
  const [{ has }] = ifSql ? (await client.query(ifSql)).rows : [{ has: true }]
  return has ? (await client.query(sql)).rows : []
}

/** Bytes that are free where the embedded database is; another one's disk is elsewhere. */
async function freeOf(client, { MOLINI_EMBEDDED }) {
  if (MOLINI_EMBEDDED !== '1') return undefined
  const [{ folder }] = (await client.query(ask.folderSql)).rows
  return statfs(folder).then(
    ({ bavail, bsize }) => bavail * bsize,
    () => undefined,
  )
}

/** In sentences: how much room there is, and for how long. */
export function storageWords(storage) {
  if (!storage) return ['room: not known (DATABASE_SIZE_LIMIT says how large the database may become)']
  const { bounds, room, left, share, days, isShort } = storage
  const upTo = bounds === 'limit' ? 'DATABASE_SIZE_LIMIT' : 'the end of its disk'
  return [
    `room: ${mb(left)} MB left of ${mb(room)} MB, up to ${upTo}: ${percent(share)} % taken`,
    ...(days === undefined ? [] : [`full in ${days} days at the growth of now`]),
    ...(isShort ? ['ALERT: this is short of room (docs/operations.md, The database)'] : []),
  ]
}

const growthWords = (samples, perDay) => [
  perDay === undefined
    ? `growth: told after a week of sizes, ${samples.length} so far`
    : `growth: ${mb(perDay)} MB a day over the last 30 days`,
  ...(samples.length > 1
    ? [
        `${samples[0].day}  ${drawLine(samples.map(({ bytes }) => bytes))}  ${samples.at(-1).day}`,
        `${mb(samples[0].bytes)} MB then, ${mb(samples.at(-1).bytes)} MB last`,
      ]
    : []),
]

async function reportStorage(client, { variables, sizeLimit, bytes }) {
  const samples = await rowsIf(client, ask.hasSamplesSql, ask.samplesSql)
  const perDay = growthOf(samples)
  const storage = storageOf({ bytes, perDay, limit: sizeLimit, free: await freeOf(client, variables) })
  say('\nStorage')
  for (const line of [...storageWords(storage), ...growthWords(samples, perDay)]) say(`  ${line}`)
  const before = monthBefore(samples)?.tables ?? {}
  const { rows } = await client.query(ask.tablesSql)
  const grown = ({ table, bytes: size }) => (before[table] === undefined ? '' : mb(size - before[table]))
  print(
    'Largest tables',
    rows.map((one) => ({
      ...{ table: one.table, rows: whole(one.rows), MB: mb(one.bytes) },
      ...{ 'indexes, MB': mb(one.indexes), 'grown in 30 days, MB': grown(one) },
    })),
  )
  return storage?.isShort === true
}

/** `npm run db:report`: what an operator asks of the database first. Changes nothing; ends with 1 when room is short. */
export async function reportDatabase(command) {
  const { variables, sizeLimit } = await openGround(command)
  const client = await connectTo(variables)
  try {
    await client.query(`begin read only; set local statement_timeout = '20s'`)
    const [facts] = (await client.query(ask.factsSql)).rows
    const { name, version, bytes, most, hits, longest, countedSince } = facts
    say(
      `${name} on Postgres ${version}: ${whole(bytes / 1024 ** 2)} MB, at most ${most} connections, ${(hits * 100).toFixed(1)} % of reads from memory`,
    )
    say(
      `longest open transaction: ${span(longest)} s; scans are counted since ${countedSince?.slice(0, 16) ?? 'the database was made'}`,
    )
    const isShort = await reportStorage(client, { variables, sizeLimit, bytes })
    for (const { title, sql, ifSql, row, none } of parts)
      print(title, (await rowsIf(client, ifSql, sql)).map(row), none)
    await client.query('commit')
    const slow = await statements(client)
    const none = slow ? 'none yet' : 'unknown: the server has no pg_stat_statements (docs/operations.md)'
    print('Statements by total time', slow?.byTotal ?? [], none)
    print('Statements by mean time, of three calls and more', slow?.byMean ?? [], none)
    if (isShort) throw new Refusal('The database is short of room: see Storage above.')
  } finally {
    await client.end()
  }
}
