import { inject } from 'vitest'
import { useWorkerDatabase } from './database'

// Before any module of the test reads #env.
await useWorkerDatabase(inject('clusterUrl'), inject('dataRoot'))
