/** What `backup.mjs` asks for: `take [--due] [--quick] [--moment]`, `verify [--id]`, `list`, `configuration`, `schema` and `load` with `--at` or `--id`. */
import { spawnSync } from 'node:child_process'
import { parseArgs } from 'node:util'
import { Client } from 'pg'
import { env } from '#env'
import { checkFiles, restoreFiles } from '#ops/backup/backup-files'
import { checkRestored } from '#ops/backup/check-restored'
import { isBackupDue, rememberFault, rememberProof } from '#ops/backup/memory'
import { restoreRows } from '#ops/backup/restore-rows'
import { withScratch } from '#ops/backup/scratch'
import {
  backupAt,
  listBackups,
  prune,
  readManifest,
  type Backup,
  type Manifest,
  type Shelf,
} from '#ops/backup/shelf'
import { takeBackup } from '#ops/backup/take-backup'
import { storeOf } from '#ops/storage/stores'
import { operatorVariables } from '../env/schema'
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
function migrateTo(url: string, last: string): void {
  const { status } = spawnSync(
    process.execPath,
    ['--import', './src/start/typescript.mjs', 'src/start/prepare.ts', `migrate-to=${last}`],
    {
      env: { ...process.env, DATABASE_URL: url, DATABASE_URL_UNPOOLED: '', PAYLOAD_MIGRATING: 'true' },
      stdio: 'ignore',
    },
  )
  if (status !== 0) throw new Error(`The schema of ${last} could not be made in the scratch database`)
}

async function prove(client: Client, id: string, manifest: Manifest): Promise<void> {
  const begun = performance.now()
  say('Restoring it into a scratch database')
  await withScratch(env.DATABASE_URL, async (url) => {
    migrateTo(url, manifest.migrations.at(-1) ?? '')
    await connected(url, async (scratch) => {
      await restoreRows(scratch, shelf, { id, manifest, say })
      await checkRestored(scratch, manifest)
    })
  })
  await checkFiles(shelf, manifest)
  const seconds = (performance.now() - begun) / 1000
  const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0)
  await rememberProof(client, {
    id,
    at: manifest.at,
    rows,
    files: manifest.files.length,
    bytes: manifest.bytes,
    seconds,
  })
  say(
    `Proved: ${rows} rows of ${manifest.tables.length} tables and ${manifest.files.length} pictures (${seconds.toFixed(1)} s)`,
  )
}

/** A fault is kept for the admin, then thrown. */
async function remembering(client: Client, work: () => Promise<void>): Promise<void> {
  try {
    await work()
  } catch (error) {
    await rememberFault(client, error instanceof Error ? error.message : String(error)).catch(() => undefined)
    throw error
  }
}

const take = (): Promise<void> =>
  connected(env.DATABASE_URL, async (client) => {
    if (values.due && !(await isBackupDue(client))) return
    await remembering(client, async () => {
      const { id, manifest } = await takeBackup({
        client,
        shelf,
        media,
        configuration,
        say,
        ...(values.moment && { at: new Date(values.moment) }),
      })
      process.send?.({ found: { id, last: manifest.migrations.at(-1) } })
      if (values.quick) return
      await prove(client, id, manifest)
      const gone = await prune(shelf)
      if (gone > 0) say(`${gone} old backups are gone`)
    })
  })

const verify = (): Promise<void> =>
  connected(env.DATABASE_URL, (client) =>
    remembering(client, async () => {
      const { id } = await chosen()
      say(`Backup ${id}`)
      await prove(client, id, await readManifest(shelf, id))
    }),
  )

async function list(): Promise<void> {
  for (const { id, at } of await listBackups(shelf)) say(`${at.toISOString()}  ${id}`)
  say('Restore with: npm run restore -- --at <time>')
}

async function schema(): Promise<void> {
  const { id } = await chosen()
  const { migrations } = await readManifest(shelf, id)
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
    await checkRestored(client, manifest)
  })
  const files = await restoreFiles(shelf, { files: manifest.files, media, say })
  say(`Everything is as it was; ${files} pictures were put back`)
}

runTask({
  take,
  verify,
  list,
  schema,
  load,
  configuration: showConfiguration,
})
