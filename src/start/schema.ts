/** What Payload derives from the collections: `schema.ts generate` and `schema.ts migration <name>`. */
import { generateImportMap, getPayload } from 'payload'
import { generateTypes } from 'payload/node'
import config from '#config'
import { report } from './prepare/report'

async function createMigration(name: string): Promise<void> {
  const payload = await getPayload({ config, disableDBConnect: true, disableOnInit: true })
  await payload.db.createMigration({ payload, migrationName: name, skipEmpty: true })
}

async function main([task, name]: readonly string[]): Promise<void> {
  const loaded = await config
  if (task === 'generate') {
    await generateTypes(loaded)
    await generateImportMap(loaded)
  } else if (task === 'migration' && name) {
    await createMigration(name)
  } else throw new Error('Say generate, or migration and its name')
  report({ done: task })
}

main(process.argv.slice(2)).then(
  () => process.exit(0),
  (error: unknown) => {
    console.error(error)
    process.exit(1)
  },
)
