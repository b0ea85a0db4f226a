import { readFileSync, writeFileSync } from 'node:fs'
import { inCheckout } from './checkout.mjs'
import { lookAt, refuseNewerSchema } from './database-state.mjs'
import { openGround } from './ground.mjs'
import { migrationFiles } from './migration-files.mjs'
import { settlePooler } from './pooler.mjs'
import { prepare } from './prepare.mjs'
import { Refusal, say, step } from './say.mjs'
import { runTypescript } from './typescript-task.mjs'

/** `npm run migrate`: what a release runs before the new code serves. */
export async function migrate(command) {
  const ground = await openGround(command)
  const { variables } = ground
  const state = await lookAt(variables)
  refuseNewerSchema(state)
  await settlePooler(ground)
  if (state.missing.length === 0)
    return say(`Nothing to do: all ${state.recorded.length} migrations are recorded.`)
  await step(`${state.missing.length} migrations recorded`, () => prepare(['migrate'], variables))
}

/** `npm run migrate:status`: exits non-zero unless database and code agree. */
export async function showStatus(command) {
  const { variables } = await openGround(command)
  const { recorded, missing, unknown } = await lookAt(variables)
  for (const name of migrationFiles()) say(`  ${recorded.includes(name) ? 'done   ' : 'missing'}  ${name}`)
  for (const name of unknown) say(`  newer    ${name}`)
  if (missing.length + unknown.length > 0) throw new Refusal('Database and code do not agree.')
}

/** `npm run migrate:create -- name`: writes the difference between collections and migrations. */
export async function createMigration(_command, [name]) {
  if (!name) throw new Refusal('Name the migration: npm run migrate:create -- what-changes')
  const before = new Set(migrationFiles())
  await runTypescript('src/start/schema.ts', ['migration', name])
  const made = migrationFiles().filter((file) => !before.has(file))
  if (made.length === 0) throw new Refusal('No migration was written: the collections have not changed.')
  for (const name of made) mendWayBack(inCheckout('migrations', `${name}.ts`))
  say(`  Written: migrations/${made[0]}.ts`)
}

/** The way back that Payload writes drops tables with all that hangs on them, and then some of that by name again. */
function mendWayBack(file) {
  const [up, down = ''] = readFileSync(file, 'utf8').split(/(?=export async function down)/)
  writeFileSync(file, up + down.replaceAll('DROP CONSTRAINT "', 'DROP CONSTRAINT IF EXISTS "'))
}

/** `npm run generate`: types of the collections and the import map of the admin. */
export const generate = () => runTypescript('src/start/schema.ts', ['generate'])

/** Part of the gate: a change to a collection and its migration travel together. */
export const checkDrift = () => runTypescript('src/start/schema.ts', ['drift'])
