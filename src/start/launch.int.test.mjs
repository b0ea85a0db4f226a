import { existsSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, expect, inject, test } from 'vitest'
import { inCheckout } from './checkout.mjs'
import { migrationFiles } from './migration-files.mjs'
import { createDatabase, withClient } from './testing/database'
import { run } from './run.mjs'

let dataDir
beforeEach(() => (dataDir = join(mkdtempSync(join(tmpdir(), 'molini-launch-')), 'data')))

const nothing = { DATABASE_URL: '', NODE_ENV: 'development', PAYLOAD_SECRET: '', CRON_SECRET: '' }
const launch = (command, environment) =>
  run(process.execPath, [inCheckout('src/start/launch.mjs'), command], {
    env: { ...process.env, ...nothing, MOLINI_DATA_DIR: dataDir, ...environment },
  })
const sentences = (output) => output.split('\n').filter((line) => line.startsWith('Molini: '))

const bad = [
  ['a malformed variable', 'dev', { PORT: 'http' }, /PORT: must be a port number/],
  ['a malformed database address', 'dev', { DATABASE_URL: 'x' }, /DATABASE_URL: must look like/],
  [
    'a database that nobody serves',
    'dev',
    { DATABASE_URL: 'postgres://u:hunter2@127.0.0.1:1/x' },
    /127\.0\.0\.1:1\/x .*nothing answers/,
  ],
  [
    'a host that does not exist',
    'migrate',
    { DATABASE_URL: 'postgres://u:hunter2@nowhere.invalid/x' },
    /its host is unknown/,
  ],
  [
    'defaults on a public address',
    'start',
    { NEXT_PUBLIC_APP_URL: 'https://shop.example.com' },
    /DATABASE_URL.*PAYLOAD_SECRET.*CRON_SECRET.*EMAIL_HOST/,
  ],
  ['a token that is none', 'dev', { UPLOADTHING_TOKEN: 'hunter2' }, /UPLOADTHING_TOKEN: must be a token/],
  ['a reset outside development', 'db:reset', { NODE_ENV: 'production' }, /for development only/],
  [
    'a reset of a database elsewhere',
    'db:reset',
    { DATABASE_URL: 'postgres://u:hunter2@db.example.com/x' },
    /on another machine/,
  ],
  ['a command that does not exist', 'dance', {}, /Say one of: dev, start/],
]
test.each(bad)('%s ends with one sentence and touches nothing', async (_, command, environment, sentence) => {
  const { code, output } = await launch(command, environment)
  expect(code).toBe(1)
  expect(sentences(output)).toEqual([expect.stringMatching(sentence)])
  expect(output).not.toContain('    at ')
  expect(output).not.toContain('hunter2')
  expect(existsSync(dataDir)).toBe(false)
})

test('what is set and read by nothing is named at start, without its value', async () => {
  const unread = { REDIS_URL: 'redis://:hunter2@cache/0', SENTRY_DSN: 'https://hunter2@sentry.example/1' }
  const nobody = { DATABASE_URL: 'postgres://u:pw@nowhere.invalid/x' }
  const { output } = await launch('dev', { ...nobody, ...unread })
  expect(output).toContain('Set, but read by nothing in this release: REDIS_URL, SENTRY_DSN (')
  expect(output).not.toContain('hunter2')
  expect((await launch('dev', nobody)).output).not.toContain('read by nothing')
})

test('a schema newer than the code is refused and not changed', async () => {
  const url = await createDatabase(inject('clusterUrl'), 'newer')
  const record = `insert into payload_migrations (name, batch) values ('99990101_000000_future', 2)`
  await withClient(url, (client) => client.query(record))
  const { code, output } = await launch('dev', { DATABASE_URL: url })
  expect(code).toBe(1)
  expect(sentences(output)).toEqual([expect.stringContaining('99990101_000000_future')])
  expect(existsSync(dataDir)).toBe(false)
})

async function createEmpty(name) {
  const url = new URL(inject('clusterUrl'))
  await withClient(url.href, (client) => client.query(`create database ${name}`))
  url.pathname = `/${name}`
  return url.href
}

test('two that migrate at once do it once', async () => {
  const url = await createEmpty(`twice_${process.pid}`)
  const both = [
    launch('migrate', { DATABASE_URL: url }),
    launch('migrate', { DATABASE_URL: url, MOLINI_DATA_DIR: `${dataDir}-2` }),
  ]
  expect((await Promise.all(both)).map(({ code }) => code)).toEqual([0, 0])
  const { rows } = await withClient(url, (client) =>
    client.query('select count(*) = count(distinct name) as once from payload_migrations'),
  )
  expect(rows).toEqual([{ once: true }])
  const status = await launch('migrate:status', { DATABASE_URL: url })
  expect(status.code).toBe(0)
  expect(status.output).not.toContain('missing')
}, 180_000)

test('status is non-zero while migrations are missing', async () => {
  const { code, output } = await launch('migrate:status', {
    DATABASE_URL: await createEmpty(`none_${process.pid}`),
  })
  expect(code).toBe(1)
  expect(output).toContain('missing  ')
})

/** Makes the COMMIT of the last migration fail, which Payload does not notice. */
const failingCommit = `
  create function refuse() returns trigger language plpgsql as $$ begin
    if new.name = '${migrationFiles().at(-1)}' then raise 'no commit'; end if;
    return new;
  end $$;
  create function arm() returns event_trigger language plpgsql as $$ begin
    if to_regclass('payload_migrations') is null
      or exists (select from pg_trigger where tgname = 'refuses') then return; end if;
    create constraint trigger refuses after insert on payload_migrations
      deferrable initially deferred for each row execute function refuse();
  end $$;
  create event trigger arming on ddl_command_end when tag in ('CREATE TABLE') execute function arm();`

test('a migration that was not committed fails the command', async () => {
  const url = await createEmpty(`uncommitted_${process.pid}`)
  await withClient(url, (client) => client.query(failingCommit))
  const { code, output } = await launch('migrate', { DATABASE_URL: url })
  expect(code).toBe(1)
  expect(output).toContain(`These migrations did not take effect: ${migrationFiles().at(-1)}`)
}, 180_000)
