import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { connectTo, lookAt } from './database-state.mjs'
import { findOwner } from './lock.mjs'
import { openGround } from './ground.mjs'
import { migrationFiles } from './migration-files.mjs'
import { databaseAccount, letPass } from './postgres/account.mjs'
import { findBinaries } from './postgres/binaries.mjs'
import { recover } from './postgres/recover.mjs'
import { prepare, urlForChanges } from './prepare.mjs'
import { Refusal, say, step } from './say.mjs'
import { onStop } from './stopping.mjs'
import { runTypescript } from './typescript-task.mjs'

const file = 'src/start/backup.ts'

async function open(command) {
  return (await openWith(command)).variables
}

async function openWith(command) {
  if (!process.env.BACKUP_KEY)
    throw new Refusal(
      'BACKUP_KEY must be set, with 32 characters or more: it encrypts backups and opens them again.',
    )
  return openGround(command)
}

/** A stop waits until the backup under way has put its scratch and its halves away. */
function onStart(child) {
  const ended = new Promise((resolve) => child.once('exit', resolve))
  onStop(async () => {
    child.kill('SIGTERM')
    const late = setTimeout(() => child.kill('SIGKILL'), 12_000)
    await ended
    clearTimeout(late)
  })
}

/** Straight to the database, without the limits of a serving shop. */
const straight = (variables) => ({ ...variables, DATABASE_URL: urlForChanges(variables) })

/**
 * `npm run backup`: saves the shop, restores the backup into a scratch database, checks it, and lets go of old ones.
 * `--due` does nothing unless a day has passed since the last; `--adopt` makes backups and pictures those of this database.
 */
export async function backup(command, args) {
  const variables = await open(command)
  await runTypescript(file, ['take', ...args], straight(variables), () => {}, onStart)
}

/** `npm run backup:verify`: the same check of the newest backup, or of the one named by `--id`. */
export async function verify(command, args) {
  const variables = await open(command)
  await runTypescript(file, ['verify', ...args], straight(variables))
}

/**
 * `npm run restore` lists the backups. `-- --at 2026-11-27T10:00Z` restores that moment, or the newest one of before it, into an
 * empty database; with `--replace` into one that holds a shop, which is saved first and then gone. With `--configuration` it
 * prints the variables of then instead.
 */
export async function restore(command, args) {
  const { variables, base } = await openWith(command)
  const at = valueOf(args, '--at')
  if (at === undefined) return runTypescript(file, ['list'], straight(variables))
  if (Number.isNaN(Date.parse(at))) throw new Refusal('--at must be a time, such as 2026-11-27T10:00Z.')
  if (args.includes('--configuration'))
    return runTypescript(file, ['configuration', '--at', at], straight(variables))
  const begun = performance.now()
  const owner = findOwner(variables.MOLINI_DATA_DIR)
  if (owner && owner.pid !== process.pid) throw new Refusal(`Stop npm run ${owner.command} first.`)
  // Chosen before what is there is saved, which would be the newest.
  const { id, last } = (await broughtBack(variables, base, at)) ?? (await chosen(variables, at))
  if (!migrationFiles().includes(last))
    throw new Refusal(`The backup ${id} needs the migration ${last}, which this code does not have.`)
  let as
  if (!(await isEmpty(variables))) {
    if (!args.includes('--replace'))
      throw new Refusal(
        'The database is not empty. Name an empty one, or say --replace: what is there is then saved and replaced.',
      )
    await refuseWhileServing(variables)
    if ((await lookAt(variables)).recorded.length > 0) {
      await runTypescript(file, ['take', '--quick', '--undo'], straight(variables))
      as = await shopOf(variables)
    }
    await refuseWhileServing(variables)
    await emptyDatabase(variables)
  }
  await step(`Schema of ${last}`, () => prepare([`migrate-to=${last}`], variables))
  let lost = 0
  const load = ['load', '--id', id, ...(as ? ['--as', as] : [])]
  await runTypescript(file, load, straight(variables), (message) => (lost = message.lost ?? lost))
  const { missing } = await lookAt(variables)
  if (missing.length > 0)
    await step(`${missing.length} newer migrations`, () => prepare(['migrate'], variables))
  if (!as)
    say(
      'Backups and pictures belong to the shop that was saved. If this database takes its place: npm run backup -- --adopt',
    )
  if (lost > 0)
    throw new Refusal(`The shop is as it was, but ${lost} pictures are lost; they are named above.`)
  say(
    `The shop is as it was (${((performance.now() - begun) / 1000).toFixed(1)} s). Start it with npm start.`,
  )
}

function valueOf(args, name) {
  const at = args.indexOf(name)
  return at < 0 ? undefined : args[at + 1]
}

async function withClient(variables, work) {
  const client = await connectTo(variables)
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

const isEmpty = (variables) =>
  withClient(variables, async (client) => {
    const { rowCount } = await client.query(
      `select 1 from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' limit 1`,
    )
    return rowCount === 0
  })

/** Which shop the stores may belong to. */
const shopOf = (variables) =>
  withClient(variables, async (client) => {
    const { rows } = await client.query(`select value->>'id' as id from shop_marks where name = 'shop'`)
    return rows[0]?.id
  })

/** A shop on another machine would sell into tables that are being dropped. */
const refuseWhileServing = (variables) =>
  withClient(variables, async (client) => {
    const { rowCount } = await client.query(
      `select 1 from pg_stat_activity where datname = current_database() and application_name in ('molini', 'molini pages')`,
    )
    if (rowCount > 0)
      throw new Refusal(
        `A shop is running on this database (${rowCount} sessions): stop it first, on every machine.`,
      )
  })

const emptyDatabase = (variables) =>
  withClient(variables, (client) => client.query('drop schema public cascade; create schema public'))

/** Which backup, and its last migration: the schema must be its own. */
async function chosen(variables, at) {
  let found
  await runTypescript(
    file,
    ['schema', '--at', at],
    straight(variables),
    (message) => (found = message.found ?? found),
  )
  return found
}

/**
 * The moment itself, where a copy of the database's files and its log lead nearer to it than a backup: in a server beside the
 * shop's, of which a backup is made that is then restored as any other. Undefined where they do not.
 */
async function broughtBack(variables, base, at) {
  const folder = join(base, `moment-${process.pid}`)
  const account = databaseAccount()
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  try {
    let point
    await runTypescript(
      'src/start/points.ts',
      ['fetch', '--at', at, '--into', folder],
      straight(variables),
      (message) => (point = message.point ?? point),
    )
    if (!point) return undefined
    return await savedFrom({ folder, at: new Date(at), account, ...point }, variables)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function savedFrom({ folder, database, at, reached, account }, variables) {
  letPass(folder, account)
  const server = await step('The moment is brought back', () =>
    recover({ folder, database, at, account, binaries: findBinaries(account) }),
  )
  try {
    if (server.lastChange) say(`  Its last change was made at ${server.lastChange.toISOString()}`)
    const there = { ...variables, DATABASE_URL: server.url, DATABASE_URL_UNPOOLED: '' }
    let found
    await runTypescript(
      file,
      ['take', '--quick', '--moment', reached],
      straight(there),
      (message) => (found = message.found ?? found),
    )
    return found
  } finally {
    await server.stop()
  }
}
