import { inject } from 'vitest'
import { giveWorkerDatabase } from './database'

// Before any module of the test reads #env.
await giveWorkerDatabase(inject('clusterUrl'), inject('dataRoot'))
