import { join } from 'node:path'
import { mkdtempSync } from 'node:fs'
import { beforeAll, describe, expect, inject, test } from 'vitest'
import { inCheckout } from './checkout.mjs'
import { drawLine, drawTable, storageWords } from './database-report.mjs'
import { showStatements } from './postgres/statements.mjs'
import { run } from './run.mjs'
import { createDatabase, withClient } from './testing/database'

const report = (url, more = {}) =>
  run(process.execPath, [inCheckout('src/start/launch.mjs'), 'db:report'], {
    env: {
      ...process.env,
      DATABASE_URL: url,
      MOLINI_DATA_DIR: mkdtempSync(join(inject('dataRoot'), 'report-')),
      ...more,
    },
  })

test('the report names sizes, connections, who waits for whom, and large tables that are read whole', async () => {
  const url = await createDatabase(inject('clusterUrl'), 'report')
  await withClient(url, async (holder) => {
    await showStatements(holder)
    await holder.query(
      `create table big_pile as select n, repeat('x', 100) as words from generate_series(1, 20000) as n`,
    )
    await holder.query('analyze big_pile')
    for (let times = 0; times < 60; times += 1)
      await holder.query(`select count(*) from big_pile where words like '%y%'`)
    await holder.query('select pg_stat_force_next_flush()')
    await holder.query('begin; lock table big_pile in access exclusive mode')
    await withClient(url, async (waiter) => {
      const waiting = waiter.query('select 1 from big_pile limit 1')
      waiting.catch(() => undefined)
      const { code, output } = await report(url)
      expect(code, output).toBe(0)
      expect(output).toMatch(/on Postgres 17\.\d+: \d+ MB, at most \d+ connections/)
      expect(output).toMatch(/Connections\n.*state/)
      expect(output).toMatch(
        /Waiting for a lock\n.*blocked by.*\n.*big_pile +select 1 from big_pile.*idle in transaction .*begin; lock table big_pile/,
      )
      expect(output).toMatch(/Largest tables\n[\s\S]*big_pile/)
      expect(output).toMatch(/read from end to end\n.*times.*\n +big_pile/)
      const byTotal = /Statements by total time\n.*query\n[\s\S]*60 .*select count\(\*\) from big_pile/
      expect(output).toMatch(byTotal)
      expect(output).toMatch(/Statements by mean time.*\n.*query\n[\s\S]*select count\(\*\) from big_pile/)
      await holder.query('rollback')
      await waiting
    })
  })
})

describe('a database with faults', () => {
  let url
  beforeAll(async () => {
    url = await createDatabase(inject('clusterUrl'), 'report_faults')
    await withClient(url, (client) =>
      client.query(`
        create table shelves (id integer primary key);
        insert into shelves select generate_series(1, 100);
        create table boxes (id integer primary key, shelf integer references shelves, label text, words text) with (autovacuum_enabled = off);
        insert into boxes select n, n % 100 + 1, 'box ' || n, repeat('x', 60) from generate_series(1, 60000) n;
        create index boxes_of_label on boxes (label, words);
        delete from boxes where id % 2 = 0;
        insert into shop_marks (name, value) values ('pool:host:7', '{"shop": {"size": 10, "asked": 900, "waited": 4, "inVain": 1, "spent": 50, "longest": 30.25}}');
        insert into database_sizes select date '2026-11-28' - ago, (90 - ago) * 1048576, '{"boxes": 1048576}' from generate_series(0, 40) ago;
        select pg_stat_force_next_flush()`),
    )
    await withClient(url, (client) => client.query('analyze boxes'))
  })

  test('each of them is said: a key without an index, an index without a reader, dead rows, slack, growth', async () => {
    const { code, output } = await report(url)
    expect(code, output).toBe(0)
    expect(output).toMatch(/Waited for a connection.*\n.*\n +host:7 +shop +10 +900 +4 +1 +12\.5 +30\.\d\n/)
    expect(output).toMatch(/Keys to other tables without an index\n.*\n +boxes +shelf +shelves +30000\n/)
    expect(output).toMatch(/Indexes that nobody has used\n.*\n +boxes +boxes_of_label +\d+\.\d\n/)
    expect(output).toMatch(
      /Tables with dead rows or slack\n.*\n +boxes +\d+\.\d +30000 +50 +[1-9]\d*\.\d +never\n/,
    )
    expect(output).toMatch(/Indexes with slack\n[\s\S]*boxes_of_label +\d+\.\d +[1-9]\d*\.\d\n/)
    expect(output).toMatch(
      /growth: 1\.0 MB a day over the last 30 days\n +2026-10-19 +▁[▁-█]+█ +2026-11-28\n/,
    )
    expect(output).toMatch(/room: not known \(DATABASE_SIZE_LIMIT/)
    expect(output).toMatch(/Largest tables\n[\s\S]*boxes +30000 +\d+\.\d +\d+\.\d +\d+\.\d\n/)
  })

  test('one that is short of room says so and ends with 1', async () => {
    const wide = await report(url, { DATABASE_SIZE_LIMIT: '10GB' })
    expect(wide.code, wide.output).toBe(0)
    expect(wide.output).toMatch(/room: \d+\.\d MB left of 10240\.0 MB, up to DATABASE_SIZE_LIMIT: 0 % taken/)
    expect(wide.output).toMatch(/full in 10\d{3} days at the growth of now/)
    expect(wide.output).not.toContain('ALERT')
    const tight = await report(url, { DATABASE_SIZE_LIMIT: '40MB' })
    expect(tight.code).toBe(1)
    expect(tight.output).toContain('ALERT: this is short of room')
    expect(tight.output).toContain('The database is short of room: see Storage above.')
  })
})

test('the disk of the embedded database is its room', () => {
  const storage = { bounds: 'disk', room: 4e9, left: 1e8, share: 0.97, isShort: true }
  expect(storageWords(storage)).toEqual([
    'room: 95.4 MB left of 3814.7 MB, up to the end of its disk: 97 % taken',
    'ALERT: this is short of room (docs/operations.md, The database)',
  ])
})

test('sizes are drawn from the least to the greatest, in sixty steps at most', () => {
  expect(drawLine([1, 2, 8, 4])).toBe('▁▂█▄')
  expect(drawLine([5, 5])).toBe('▁▁')
  const year = drawLine(Array.from({ length: 400 }, (_, at) => at))
  expect(year.length).toBeLessThanOrEqual(60)
  expect(year.at(-1)).toBe('█')
})

test('figures stand to the right, words to the left', () => {
  expect(
    drawTable([
      { name: 'a', rows: 5 },
      { name: 'long', rows: 1234 },
    ]),
  ).toEqual(['name  rows', 'a        5', 'long  1234'])
})
