import { mkdtempSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, inject, test } from 'vitest'
import { isLoaded } from '../demo/load/ids'
import { inCheckout } from './checkout.mjs'
import { run } from './run.mjs'
import { createDatabase, withClient } from './testing/database'

const dataDir = join(mkdtempSync(join(inject('dataRoot'), 'commands-')), 'data')
const launch = (command, args = [], environment = {}) =>
  run(process.execPath, [inCheckout('src/start/launch.mjs'), command, '--', ...args], {
    env: {
      ...process.env,
      NODE_ENV: 'development',
      DATABASE_URL: '',
      MOLINI_DATA_DIR: dataDir,
      ...environment,
    },
  })

test('types and import map are what the collections make: generating them again changes nothing', async () => {
  const map = inCheckout('src/app/(payload)/admin/importMap.js')
  const made = join(mkdtempSync(join(inject('dataRoot'), 'types-')), 'types.ts')
  const before = readFileSync(map, 'utf8')
  const { code, output } = await launch('generate', [], { PAYLOAD_TS_OUTPUT_PATH: made })
  expect([code, code === 0 ? '' : output]).toEqual([0, ''])
  expect(readFileSync(made, 'utf8')).toBe(readFileSync(inCheckout('src/payload-types.ts'), 'utf8'))
  expect(readFileSync(map, 'utf8')).toBe(before)
})

test('no migration is written while the collections are what the migrations make', async () => {
  const before = readdirSync(inCheckout('migrations'))
  const { code, output } = await launch('migrate:create', ['nothing-changes'])
  expect([code, output]).toEqual([1, expect.stringContaining('the collections have not changed')])
  expect(readdirSync(inCheckout('migrations'))).toEqual(before)
})

test('a reset empties the database of a development shop and migrates it, and keeps which shop it is', async () => {
  const DATABASE_URL = await createDatabase(inject('clusterUrl'), 'reset')
  const ask = (sql) => withClient(DATABASE_URL, async (client) => (await client.query(sql)).rows[0])
  await ask(`INSERT INTO shop_marks (name, value) VALUES ('shop', '"a-shop"'), ('kept', '1')`)
  const { recorded } = await ask('SELECT count(*)::int AS recorded FROM payload_migrations')
  const { code, output } = await launch('db:reset', [], { DATABASE_URL })
  expect([code, code === 0 ? '' : output]).toEqual([0, ''])
  expect(
    await ask(
      `SELECT (SELECT count(*)::int FROM payload_migrations) AS recorded, json_object_agg(name, value) AS marks
       FROM shop_marks WHERE name IN ('shop', 'kept')`,
    ),
  ).toEqual({ recorded, marks: { shop: 'a-shop' } })
})

test('a catalogue for load tests grows on the demo shop, which is made where it is missing', async () => {
  const DATABASE_URL = await createDatabase(inject('clusterUrl'), 'load')
  const { code, output } = await launch('seed', ['--products', '3'], { DATABASE_URL })
  expect([code, output]).toEqual([0, expect.stringContaining('3 products were added')])
  const many = async (client) =>
    (await client.query(`SELECT count(*)::int AS many FROM products WHERE ${isLoaded('id')}`)).rows[0].many
  expect(await withClient(DATABASE_URL, many)).toBe(3)
})

test('what the shop is made of is looked through, and what cannot be asked here is said', async () => {
  const { code, output } = await launch('check:supply', [], { npm_config_registry: 'http://127.0.0.1:1' })
  expect([code, output]).toEqual([0, expect.stringMatching(/not run\s+no advisory/)])
  expect(output).toMatch(/ok\s+licences/)
})
