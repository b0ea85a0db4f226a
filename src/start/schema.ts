/** What Payload derives from the collections: `schema.ts generate`, `migration <name>` and `drift`. */
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { generateImportMap, getPayload, type Payload } from 'payload'
import { generateTypes } from 'payload/node'
import config from '#config'
import { report } from './prepare/report'

const openWithoutDatabase = (): Promise<Payload> =>
  getPayload({ config, disableDBConnect: true, disableOnInit: true })

/** Ends the process with 0 when there is nothing to write, so the launcher counts the files instead. */
async function createMigration(payload: Payload, name: string): Promise<void> {
  report({ done: 'migration' })
  await payload.db.createMigration({ payload, migrationName: name, skipEmpty: true })
}

/** Throws when the collections say more or less than the migrations: writes the difference elsewhere. */
async function findDrift(payload: Payload): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'molini-drift-'))
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }))
  cpSync(payload.db.migrationDir, folder, { recursive: true })
  const before = new Set(readdirSync(folder))
  payload.db.migrationDir = folder
  await createMigration(payload, 'drift')
  const [written] = readdirSync(folder).filter((file) => file.endsWith('.ts') && !before.has(file))
  if (written)
    throw new Error(
      `The collections are not what the migrations make:\n${readFileSync(join(folder, written), 'utf8')}`,
    )
}

async function main([task, name]: readonly string[]): Promise<void> {
  report({ begun: true })
  if (task === 'generate') {
    const loaded = await config
    await generateTypes(loaded)
    await generateImportMap(loaded)
    report({ done: task })
  } else if (task === 'drift') await findDrift(await openWithoutDatabase())
  else if (task === 'migration' && name) await createMigration(await openWithoutDatabase(), name)
  else throw new Error('Say generate, drift, or migration and its name')
}

main(process.argv.slice(2)).then(
  () => process.exit(0),
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
    process.exit(1)
  },
)
