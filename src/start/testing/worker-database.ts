import { afterAll, inject } from 'vitest'
import { parseEnvironment } from '../../env/parse'
import { giveWorkerDatabase } from './database'

// Before any module of the test reads #env.
await giveWorkerDatabase(inject('clusterUrl'), inject('dataRoot'), inject('poolerUrl'))

/** The next file of this worker finds the modules loaded, and nothing of what this one has put into them. */
afterAll(async () => {
  forgetDatabase()
  const { env } = await import('#env')
  for (const name of Object.keys(env)) Reflect.deleteProperty(env, name)
  Object.assign(env, parseEnvironment(process.env))
})

/** What the shop keeps of its database for the whole process, under symbols of its own, is of no other database. */
function forgetDatabase() {
  for (const place of Object.getOwnPropertySymbols(globalThis))
    if (place.description?.startsWith('molini.')) Reflect.deleteProperty(globalThis, place)
}
