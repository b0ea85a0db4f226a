import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { noteFigures } from '../bench/scoreboard/note-figure.ts'
import { inCheckout } from './checkout.mjs'
import { template } from './testing/cluster-setup.mjs'

const database = `recovery_${process.pid}`
const elsewhere = `recovery_empty_${process.pid}`
const machine = `recovery_machine_${process.pid}`
let dataDir

const urlOf = (name) => {
  const url = new URL(inject('clusterUrl'))
  url.pathname = `/${name}`
  return url.href
}

async function query(url, sql) {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query(sql)).rows
  } finally {
    await client.end()
  }
}

/** Runs a line of the page as it stands there. */
function run(line, url = urlOf(database), { key = 'a-key-of-backups-for-tests-alone-ok', ...set } = {}) {
  const [, name, rest = ''] = /^npm run (\S+)(?: -- (.*))?$/.exec(line)
  const child = spawn(
    process.execPath,
    [inCheckout('src/start/launch.mjs'), name, ...rest.split(' ').filter(Boolean)],
    {
      cwd: inCheckout(),
      env: {
        ...process.env,
        NODE_ENV: 'production',
        DATABASE_URL: url,
        MOLINI_DATA_DIR: dataDir,
        BACKUP_KEY: key,
        ...set,
      },
    },
  )
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk))
  return new Promise((resolve) => child.once('exit', (code) => resolve({ code, output })))
}

const lines = readFileSync(inCheckout('docs/recovery.md'), 'utf8')
  .match(/```sh\n[\s\S]*?```/g)
  .flatMap((block) => block.split('\n').slice(1, -1))
const [backup, verify, list, restoreEmpty, restoreReplace, newMachine] = lines
const figures = `select (select count(*)::int from shop_marks where name = 'kept') as kept, (select count(*)::int from payload_migrations) as migrations`

beforeAll(async () => {
  dataDir = mkdtempSync(join(inject('dataRoot'), 'recovery-'))
  await query(inject('clusterUrl'), `create database ${database} template ${template}`)
  for (const name of [elsewhere, machine]) await query(inject('clusterUrl'), `create database ${name}`)
  await query(urlOf(database), `insert into shop_marks (name, value) values ('kept', '{}')`)
})
afterAll(() => rmSync(dataDir, { recursive: true, force: true }))

test('the page has six commands', () => {
  expect(lines).toHaveLength(6)
  expect(lines.every((line) => line.startsWith('npm run '))).toBe(true)
})

test('the drill of the recovery page, line by line', async (context) => {
  const saved = await run(backup)
  expect(saved.code, saved.output).toBe(0)
  expect(saved.output).toMatch(/Proved: \d+ rows of \d+ tables/)
  expect(
    readdirSync(join(dataDir, 'backups'))
      .filter((file) => file.includes('.'))
      .map((file) => file.split('.')[1])
      .sort(),
  ).toEqual(['manifest', 'proved', 'rows'])
  const [{ value }] = await query(urlOf(database), `select value from shop_marks where name = 'backups'`)
  expect(Date.now() - Date.parse(value.proof.provedAt)).toBeLessThan(120_000)
  const [{ kept }] = await query(
    urlOf(database),
    `select value->'kept' as kept from shop_marks where name = 'shelf'`,
  )
  expect(kept).toMatchObject([{ id: value.proof.id, isProved: true, isUndo: false }])

  expect((await run(verify)).output).toMatch(/Proved/)
  const listed = await run(list)
  expect(listed.output).toMatch(/20\d\d-\d\d-\d\dT[\d:.]+Z {2}20\d{6}T\d{6}Z-[0-9a-f]{4}/)

  const began = performance.now()
  const restored = await run(restoreEmpty, urlOf(elsewhere))
  noteFigures(context, { restoreSeconds: (performance.now() - began) / 1000 })
  expect(restored.code, restored.output).toBe(0)
  expect(await query(urlOf(elsewhere), figures)).toEqual(await query(urlOf(database), figures))

  await query(urlOf(database), `delete from shop_marks where name = 'kept'`)
  const refused = await run(restoreEmpty)
  expect(refused.code).toBe(1)
  expect(refused.output).toContain('The database is not empty')
  const replaced = await run(restoreReplace)
  expect(replaced.code, replaced.output).toBe(0)
  expect(readdirSync(join(dataDir, 'backups')).filter((file) => file.endsWith('.manifest'))).toHaveLength(2)
  expect(await query(urlOf(database), figures)).toEqual(await query(urlOf(elsewhere), figures))

  const variables = await run(`${restoreEmpty} --configuration`)
  expect(variables.output).toContain(`PAYLOAD_SECRET=${process.env.PAYLOAD_SECRET}`)
  expect(variables.output).not.toContain('BACKUP_KEY')
}, 600_000)

test('another key, no key and a time that is none are refused in a sentence, and scratch databases are gone', async () => {
  const other = await run(verify, urlOf(database), { key: 'another-key-that-is-long-enough-too-1' })
  expect(other.code).toBe(1)
  expect(other.output).toContain('BACKUP_KEY is another one')
  expect((await run(backup, urlOf(database), { key: '' })).output).toContain('BACKUP_KEY must be set')
  expect((await run('npm run restore -- --at yesterday')).output).toContain('--at must be a time')
  expect(
    await query(
      urlOf(database),
      `select s.datname from pg_database s, pg_database own
        where own.datname = current_database() and starts_with(s.datname, 'molini_scratch_' || own.oid)`,
    ),
  ).toEqual([])
  const [{ value }] = await query(urlOf(database), `select value from shop_marks where name = 'backups'`)
  expect(value.fault.words).toContain('BACKUP_KEY is another one')
}, 200_000)

test('nothing is replaced while a shop runs on the database, or when the backup cannot be read through', async () => {
  const before = await query(urlOf(database), figures)
  const shop = new pg.Client({ connectionString: urlOf(database), application_name: 'molini' })
  await shop.connect()
  try {
    expect((await run(restoreReplace)).output).toContain('A shop is running on this database')
  } finally {
    await shop.end()
  }
  const folder = join(dataDir, 'backups')
  const rows = readdirSync(folder)
    .filter((file) => file.endsWith('.rows'))
    .map((file) => join(folder, file))
  const whole = rows.map((file) => readFileSync(file))
  rows.forEach((file, at) => writeFileSync(file, whole[at].subarray(0, -1)))
  try {
    expect((await run(restoreReplace)).output).toContain('changed or cut off')
  } finally {
    rows.forEach((file, at) => writeFileSync(file, whole[at]))
  }
  expect(await query(urlOf(database), figures)).toEqual(before)
}, 200_000)

test('a restored shop may not save over the backups of the old one until it adopts them', async () => {
  const refused = await run(backup, urlOf(elsewhere))
  expect(refused.code).toBe(1)
  expect(refused.output).toContain('belong to another shop')
}, 200_000)

test('a new machine is the shop in one command, with its variables, its books read and its backups adopted', async () => {
  const file = join(dataDir, 'variables')
  const unset = { PAYLOAD_SECRET: '' }
  const line = `${newMachine} --variables ${file}`
  // Until then the newest backup is the one of before the last replacement.
  expect((await run(backup)).code).toBe(0)
  const made = await run(line, urlOf(machine), unset)
  expect(made.code, made.output).toBe(0)
  for (const words of ['The shop is as it was', 'unbroken|No entries yet', 'now belong to this', 'Proved'])
    expect(made.output).toMatch(new RegExp(words))
  expect(await query(urlOf(machine), figures)).toEqual(await query(urlOf(database), figures))
  expect(readFileSync(file, 'utf8')).toContain(`\nPAYLOAD_SECRET=${process.env.PAYLOAD_SECRET}\n`)
  expect(statSync(file).mode & 0o777).toBe(0o600)
  expect(made.output).toContain('PAYLOAD_SECRET')
  expect(made.output).not.toContain(process.env.PAYLOAD_SECRET)
  expect((await run(backup)).output).toContain('belong to another shop')

  const again = await run(line, urlOf(machine), unset)
  expect(again.code).toBe(1)
  expect(again.output).toMatch(
    /not empty[\s\S]*go on with:\n {2}npm run restore -- --at [\s\S]*npm run backup -- --adopt/,
  )
}, 300_000)

test('whoever was refused takes the backups over where it says so, and saves on', async () => {
  expect((await run(backup, urlOf(elsewhere))).output).toContain('belong to another shop')
  const adopted = await run(`${backup} -- --adopt`, urlOf(elsewhere))
  expect(adopted.code, adopted.output).toBe(0)
  expect((await run(backup, urlOf(elsewhere))).code).toBe(0)
}, 300_000)
