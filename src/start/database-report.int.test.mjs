import { join } from 'node:path'
import { mkdtempSync } from 'node:fs'
import { expect, inject, test } from 'vitest'
import { inCheckout } from './checkout.mjs'
import { drawTable } from './database-report.mjs'
import { showStatements } from './postgres/statements.mjs'
import { run } from './run.mjs'
import { createDatabase, withClient } from './testing/database'

const report = (url) =>
  run(process.execPath, [inCheckout('src/start/launch.mjs'), 'db:report'], {
    env: {
      ...process.env,
      DATABASE_URL: url,
      MOLINI_DATA_DIR: mkdtempSync(join(inject('dataRoot'), 'report-')),
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
      expect(output).toMatch(/Waiting for a lock\n.*\n.*select 1 from big_pile/)
      expect(output).toMatch(/Largest tables\n[\s\S]*big_pile/)
      expect(output).toMatch(/read from end to end\n.*times.*\n +big_pile/)
      expect(output).toMatch(
        /Statements by total time\n.*query\n[\s\S]*60 .*select count\(\*\) from big_pile/,
      )
      await holder.query('rollback')
      await waiting
    })
  })
})

test('figures stand to the right, words to the left', () => {
  expect(
    drawTable([
      { name: 'a', rows: 5 },
      { name: 'long', rows: 1234 },
    ]),
  ).toEqual(['name  rows', 'a        5', 'long  1234'])
})
