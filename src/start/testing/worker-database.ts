import { afterAll, inject } from 'vitest'
import { giveWorkerDatabase } from './database'

// Before any module of the test reads #env.
await giveWorkerDatabase(inject('clusterUrl'), inject('dataRoot'))

afterAll(async () => {
  await (await import('./payload')).closeTestPayload()
})
