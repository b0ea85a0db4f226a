/** What is asked of moments: `keep` until stdin ends, `once`, and `fetch --at <time> --into <folder>`. */
import { createWriteStream } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { setTimeout as pause } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { createGunzip } from 'node:zlib'
import { Client } from 'pg'
import { env } from '#env'
import { backupAt, readSealed, type Shelf } from '#ops/backup/shelf'
import { keepPoints } from '#ops/points/keep-points'
import { unpackFolder } from '#ops/points/pack'
import { baseKey, findPoint, segmentKey } from '#ops/points/point-shelf'
import { storeOf } from '#ops/storage/stores'
import { runTask } from './prepare/run-task'

const say = (line: string): void => void process.stdout.write(`  ${line}\n`)
const { values } = parseArgs({
  args: process.argv.slice(3),
  options: { at: { type: 'string' }, into: { type: 'string' } },
})
const shelf: Shelf = { store: storeOf('backups'), secret: env.BACKUP_KEY ?? '' }
const halfMinute = 30_000

async function withClient<T>(work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: env.DATABASE_URL, application_name: 'molini points' })
  client.on('error', () => undefined)
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end().catch(() => undefined)
  }
}

const task = { shelf, dataDir: env.MOLINI_DATA_DIR, withClient }

/** The status says what fails; the log of the server says it once. */
async function keep(): Promise<void> {
  process.stdin.resume().once('end', () => process.exit(0))
  let last = ''
  for (;;) {
    const words = await keepPoints(task).then(
      () => '',
      (error: unknown) => (error instanceof Error ? error.message : String(error)),
    )
    if (words && words !== last) process.stderr.write(`${words}\n`)
    last = words
    await pause(halfMinute)
  }
}

/** What the server still holds is in the store afterwards, if it has an archive at all. */
const once = (): Promise<void> => keepPoints(task, { isLast: true })

/** On a new machine there is nothing to save: its database has no table yet. */
const isNew = (error: unknown): boolean => (error as { code?: unknown }).code === '42P01'

/** Says `{ point }` when the log leads nearer to the moment than the newest backup of before it. */
async function fetchPoint(): Promise<void> {
  const { at: wanted = '', into = '' } = values
  const at = new Date(wanted)
  if (env.MOLINI_EMBEDDED)
    await once().catch((error: unknown) => isNew(error) || say(`Not saved any more: ${String(error)}`))
  const point = await findPoint(shelf, at)
  const backup = await backupAt(shelf, at)
  if (!point || (backup && backup.at >= point.reached)) return
  const { base, log, reached } = point
  say(`The copy of ${base.at}, and ${log.length} pieces of its log`)
  await unpack(base.system, base.id, join(into, 'postgres'))
  await mkdir(join(into, 'log'), { recursive: true })
  // They stay compressed: a day of them is gigabytes otherwise.
  for (const name of log)
    await pipeline(
      await readSealed(shelf, segmentKey(base.system, name)),
      createWriteStream(join(into, 'log', `${name}.gz`)),
    )
  process.send?.({ point: { database: base.database, reached: reached.toISOString() } })
}

async function unpack(system: string, id: string, into: string): Promise<void> {
  const unzip = createGunzip()
  await Promise.all([
    pipeline(await readSealed(shelf, baseKey(system, id)), unzip),
    unpackFolder(unzip, into),
  ])
}

runTask({ keep, once, fetch: fetchPoint })
