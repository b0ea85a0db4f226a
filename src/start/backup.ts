/**
 * What `backup.mjs` asks for: `take [--due] [--quick] [--undo] [--moment] [--adopt]`, `verify [--id]`, `list`, `configuration`, `schema`
 * and `load` with `--at` or `--id`, and `--as` the shop that it replaces.
 */
import { parseArgs } from 'node:util'
import { Client } from 'pg'
import { env } from '#env'
import { checkFiles, restoreFiles } from '#ops/backup/backup-files'
import { checkRestored } from '#ops/backup/check-restored'
import {
  giveTurnBack,
  isBackupDue,
  rememberFault,
  rememberProof,
  rememberShelf,
  retrySoon,
} from '#ops/backup/memory'
import { restoreRows } from '#ops/backup/restore-rows'
import { SealBroken } from '#ops/backup/seal'
import { dropLeftScratch, withScratch } from '#ops/backup/scratch'
import {
  backupAt,
  discard,
  listBackups,
  mark,
  prune,
  readManifest,
  readSealed,
  rowsKey,
  tryManifest,
  type Backup,
  type Manifest,
  type Shelf,
} from '#ops/backup/shelf'
import { takeBackup } from '#ops/backup/take-backup'
import { undoAll } from '#ops/backup/undoing'
import { adoptStores, becomeShop, requireOwnShelf } from '#ops/backup/whose'
import { storeOf } from '#ops/storage/stores'
import { operatorVariables } from '../env/schema'
import { runHelper } from './helper-process.mjs'
import { runTask } from './prepare/run-task'

const say = (line: string): void => void process.stdout.write(`  ${line}\n`)
const { values } = parseArgs({
  args: process.argv.slice(3),
  options: {
    at: { type: 'string' },
    id: { type: 'string' },
    due: { type: 'boolean' },
    quick: { type: 'boolean' },
    moment: { type: 'string' },
    undo: { type: 'boolean' },
    adopt: { type: 'boolean' },
    as: { type: 'string' },
  },
})

const shelf: Shelf = { store: storeOf('backups'), secret: env.BACKUP_KEY ?? '' }
const media = storeOf('media')

/** The key itself and where the database was are not what somebody restores from it. */
const leftOut = ['BACKUP_KEY', 'DATABASE_URL', 'DATABASE_URL_UNPOOLED', 'DATABASE_REPLICA_URLS']
const configuration = Object.fromEntries(
  Object.keys(operatorVariables)
    .filter((name) => !leftOut.includes(name))
    .flatMap((name) => (process.env[name] ? [[name, process.env[name]]] : [])),
)

async function connected<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url, application_name: 'molini backup', keepAlive: true })
  client.on('error', () => undefined)
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end().catch(() => undefined)
  }
}

async function chosen(): Promise<Backup> {
  const all = await listBackups(shelf)
  const found = values.id
    ? all.find(({ id }) => id === values.id)
    : await backupAt(shelf, values.at ? new Date(values.at) : new Date())
  if (!found) throw new Error(all.length === 0 ? 'There is no backup' : 'There is no backup of then')
  return found
}

/** Migrating loads all of Payload, which this process does not. */
async function migrateTo(url: string, last: string): Promise<void> {
  const status = await runHelper('src/start/prepare.ts', [`migrate-to=${last}`], {
    env: { ...process.env, DATABASE_URL: url, DATABASE_URL_UNPOOLED: '', PAYLOAD_MIGRATING: 'true' },
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  })
  if (status !== 0) throw new Error(`The schema of ${last} could not be made in the scratch database`)
}

/** As many may be missing: a picture may be deleted while its file is looked for. */
const missingAllowed = 3

const warn = (line: string): void => void process.stderr.write(`\nWARNING: ${line}\n\n`)

/** Restores the backup elsewhere and compares. False when it is sound but more than a few pictures are missing. */
async function prove(client: Client, id: string, manifest: Manifest): Promise<boolean> {
  const begun = performance.now()
  say('Restoring it into a scratch database')
  let faults: string[] = []
  await withScratch(env.DATABASE_URL, async (url) => {
    await migrateTo(url, manifest.migrations.at(-1) ?? '')
    await connected(url, async (scratch) => {
      await restoreRows(scratch, shelf, { id, manifest, say })
      faults = await checkRestored(scratch, manifest)
    })
  })
  await checkFiles(shelf, manifest)
  await mark(shelf, id, 'proved')
  const seconds = (performance.now() - begun) / 1000
  const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0)
  await rememberProof(client, {
    id,
    at: manifest.at,
    rows,
    files: manifest.files.length,
    bytes: manifest.bytes,
    missing: manifest.missing?.length ?? 0,
    seconds,
  })
  say(
    `Proved: ${rows} rows of ${manifest.tables.length} tables and ${manifest.files.length} pictures (${seconds.toFixed(1)} s)`,
  )
  for (const fault of faults)
    warn(`The backup is a true copy of a shop in which something is wrong. ${fault}`)
  const lost = manifest.missing?.length ?? 0
  if (lost > missingAllowed) faults.push(`${lost} pictures have no file, such as ${manifest.missing?.[0]}`)
  if (faults.length > 0) await rememberFault(client, faults.join('; '))
  return lost <= missingAllowed
}

/** A fault is kept for the admin, then thrown. */
async function remembering(client: Client, work: () => Promise<boolean>): Promise<void> {
  let isComplete = true
  try {
    isComplete = await work()
  } catch (error) {
    await rememberFault(client, error instanceof Error ? error.message : String(error)).catch(() => undefined)
    await retrySoon(client).catch(() => undefined)
    throw error
  }
  if (!isComplete) throw new Error('The backup is whole, but pictures of the shop are missing')
}

async function letGo(client: Client): Promise<void> {
  const { gone, unreadable } = await prune(shelf)
  if (gone > 0) say(`${gone} old backups are gone`)
  if (unreadable.length > 0)
    say(`No picture is let go of while a backup cannot be opened: ${unreadable.join(', ')}`)
  await rememberShelf(client, await listBackups(shelf))
}

/** A proof that failed is tried again before anything new is saved, for as long as the backup is of today. */
async function unproved(): Promise<{ id: string; manifest: Manifest } | undefined> {
  const last = (await listBackups(shelf)).at(-1)
  if (!last || last.isProved || last.isUndo || Date.now() - last.at.getTime() > 23 * 3_600_000)
    return undefined
  const manifest = await tryManifest(shelf, last.id)
  return manifest && { id: last.id, manifest }
}

async function proveOrDiscard(client: Client, id: string, manifest: Manifest): Promise<boolean> {
  try {
    return await prove(client, id, manifest)
  } catch (error) {
    // Damaged, it is none; whatever else failed may be well in an hour.
    if (error instanceof SealBroken) await discard(shelf, id)
    throw error
  }
}

const take = (): Promise<void> =>
  connected(env.DATABASE_URL, async (client) => {
    if (values.adopt) {
      await adoptStores(client, [shelf.store, media])
      say('Backups and pictures now belong to this database')
    }
    if (values.due && !(await isBackupDue(client))) return
    hasTurn = values.due === true
    await remembering(client, async () => {
      const moment = values.moment && new Date(values.moment)
      // A database brought back from the shelf itself is the shelf's shop, whatever it knew of that then.
      if (!moment) await requireOwnShelf(client, shelf)
      const left = await dropLeftScratch(client)
      if (left > 0) say(`${left} scratch databases of broken proofs are gone`)
      const again = values.due ? await unproved() : undefined
      const isUndo = values.undo === true
      const task = { client, shelf, media, configuration, say, isUndo, ...(moment && { at: moment }) }
      const { id, manifest } = again ?? (await takeBackup(task))
      process.send?.({ found: { id, last: manifest.migrations.at(-1) } })
      if (values.quick) return true
      try {
        return await proveOrDiscard(client, id, manifest)
      } finally {
        await letGo(client)
      }
    })
  })

let hasTurn = false

/** Nothing half is left: scratch databases and halves of backups go, and the next one has the turn. */
async function stopEarly(): Promise<void> {
  const late = setTimeout(() => process.exit(143), 10_000)
  await undoAll()
  if (hasTurn) await connected(env.DATABASE_URL, giveTurnBack).catch(() => undefined)
  clearTimeout(late)
  process.exit(143)
}
let stopping: Promise<void> | undefined
for (const signal of ['SIGTERM', 'SIGINT'])
  process.on(signal, () => {
    stopping ??= stopEarly()
  })

const verify = (): Promise<void> =>
  connected(env.DATABASE_URL, (client) =>
    remembering(client, async () => {
      const { id } = await chosen()
      say(`Backup ${id}`)
      return prove(client, id, await readManifest(shelf, id))
    }),
  )

async function list(): Promise<void> {
  for (const { id, at, isProved, isUndo } of await listBackups(shelf))
    say(`${at.toISOString()}  ${id}${isProved ? '  proved' : ''}${isUndo ? '  of before a restore' : ''}`)
  say('Restore with: npm run restore -- --at <time>')
}

async function schema(): Promise<void> {
  const { id } = await chosen()
  const { migrations } = await readManifest(shelf, id)
  // What is there is dropped on the word of this task: the rows must be whole.
  say(`Reading ${id} through`)
  for await (const part of await readSealed(shelf, rowsKey(id))) void part
  process.send?.({ found: { id, last: migrations.at(-1) } })
}

/** As lines of a `.env` file. */
async function showConfiguration(): Promise<void> {
  const manifest = await readManifest(shelf, (await chosen()).id)
  for (const [name, value] of Object.entries(manifest.configuration))
    process.stdout.write(`${name}=${/[\s#"']/.test(value) ? JSON.stringify(value) : value}\n`)
}

async function load(): Promise<void> {
  const { id, at } = await chosen()
  const manifest = await readManifest(shelf, id)
  say(`The shop of ${at.toISOString()}`)
  await connected(env.DATABASE_URL, async (client) => {
    await restoreRows(client, shelf, { id, manifest, say })
    for (const fault of await checkRestored(client, manifest))
      warn(`The shop is as it was, and something was wrong in it then. ${fault}`)
    await becomeShop(client, values.as)
  })
  const { restored, lost } = await restoreFiles(shelf, { files: manifest.files, media, say })
  say(`${restored} pictures were put back`)
  if (lost.length > 0) warn(`${lost.length} pictures could not be put back: ${lost.join(', ')}`)
  process.send?.({ lost: lost.length })
}

runTask({
  take,
  verify,
  list,
  schema,
  load,
  configuration: showConfiguration,
})
