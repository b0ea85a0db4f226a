import { lookAt, refuseNewerSchema } from './database-state.mjs'
import { openGround } from './ground.mjs'
import { prepare, urlForChanges } from './prepare.mjs'
import { Refusal, step } from './say.mjs'
import { runTypescript } from './typescript-task.mjs'

/** `npm run seed` fills in the demo shop, `npm run seed -- --products 100000` a catalogue for load tests. */
export async function seed(command, args) {
  if (process.env.NODE_ENV === 'production' && !args.includes('--force'))
    throw new Refusal('A production database is not seeded, unless --force says so.')
  const { variables } = await openGround(command)
  const state = await lookAt(variables)
  refuseNewerSchema(state)
  const tasks = [...(state.missing.length > 0 ? ['migrate'] : []), 'demo']
  const isForLoad = args.includes('--products')
  if (!isForLoad || state.demo !== 'done')
    await step('The demo shop is there', () => prepare(tasks, variables))
  if (!isForLoad) return
  const straight = { ...variables, DATABASE_URL: urlForChanges(variables) }
  await runTypescript('src/demo/load/load-catalogue.ts', args, straight)
}
