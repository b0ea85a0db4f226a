import { afterAll, inject } from 'vitest'
import { giveWorkerDatabase } from './database'

// Before any module of the test reads #env.
await giveWorkerDatabase(inject('clusterUrl'), inject('dataRoot'))

/** What the shop keeps of its database for the whole process, under symbols of its own, is of no other database. */
afterAll(() => {
  for (const place of Object.getOwnPropertySymbols(globalThis))
    if (place.description?.startsWith('molini.')) Reflect.deleteProperty(globalThis, place)
})
