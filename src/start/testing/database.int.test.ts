import { expect, inject, test } from 'vitest'
import { createDatabase, withClient } from './database'
import { getTestPayload, getTestRequest } from './payload'

test('a worker has a migrated database of its own on Postgres 17', async () => {
  const url = process.env.DATABASE_URL ?? ''
  const [row] = await withClient(url, async (client) => {
    const { rows } = await client.query<{ database: string; version: string; migrations: number }>(
      `select current_database() as database, current_setting('server_version_num') as version,
              (select count(*)::int from payload_migrations) as migrations`,
    )
    return rows
  })
  expect(row?.database).toMatch(/^worker_/)
  expect(row?.version).toMatch(/^17/)
  expect(row?.migrations).toBeGreaterThan(0)
})

test('Payload works on it', async () => {
  const payload = await getTestPayload()
  const req = await getTestRequest()
  const { totalDocs } = await payload.count({ collection: 'products', overrideAccess: true, req })
  expect(totalDocs).toBe(0)
})

test('another database can be copied beside it', async () => {
  const url = await createDatabase(inject('clusterUrl'), 'aside')
  const recorded = await withClient(url, (client) => client.query('select 1 from payload_migrations'))
  expect(recorded.rowCount).toBeGreaterThan(0)
})
