import type { Payload } from 'payload'
import type { Client } from 'pg'
import { beforeAll, expect, test } from 'vitest'
import { seedShop } from '#demo/seed/seed-shop'
import { env } from '#env'
import { ledgerProblems } from '#services/ledger-problems'
import { migrations } from '../../migrations/index'
import { withClient } from './testing/database'
import { getTestPayload, getTestRequest } from './testing/payload'

/** All that the catalogue of Postgres says of our schema, a line for each thing. */
const schema = `
  SELECT 'column ' || table_name || '.' || column_name || ' ' || udt_name || ' ' || is_nullable || ' ' || coalesce(column_default, '') AS thing
    FROM information_schema.columns WHERE table_schema = 'public'
  UNION ALL SELECT 'constraint ' || conrelid::regclass || ' ' || pg_get_constraintdef(oid) || ' ' || convalidated
    FROM pg_constraint WHERE connamespace = 'public'::regnamespace AND conrelid <> 0
  UNION ALL SELECT 'index ' || indexdef FROM pg_indexes WHERE schemaname = 'public'
  UNION ALL SELECT 'trigger ' || pg_get_triggerdef(oid) FROM pg_trigger WHERE NOT tgisinternal
  UNION ALL SELECT 'function ' || oid::regprocedure || ' ' || md5(trim(regexp_replace(prosrc, '\\s+', ' ', 'g'))) FROM pg_proc WHERE pronamespace = 'public'::regnamespace
  UNION ALL SELECT 'type ' || t.typname || ' ' || string_agg(e.enumlabel, ',' ORDER BY e.enumsortorder)
    FROM pg_type t JOIN pg_enum e ON e.enumtypid = t.oid GROUP BY t.typname
  UNION ALL SELECT 'view ' || viewname || ' ' || md5(definition) FROM pg_views WHERE schemaname = 'public'
  UNION ALL SELECT 'sequence ' || sequencename FROM pg_sequences WHERE schemaname = 'public'
  ORDER BY 1`

const things = async (client: Client): Promise<string[]> =>
  (await client.query<{ thing: string }>(schema)).rows.map(({ thing }) => thing)

/** What one has and the other has not. */
const difference = (before: readonly string[], after: readonly string[]): string[] => [
  ...before.filter((thing) => !after.includes(thing)).map((thing) => `- ${thing}`),
  ...after.filter((thing) => !before.includes(thing)).map((thing) => `+ ${thing}`),
]

async function rowsOf(client: Client): Promise<Record<string, number>> {
  const { rows } = await client.query<{ tablename: string }>(
    "SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY 1",
  )
  const counts: Record<string, number> = {}
  for (const { tablename } of rows) {
    const { rows: found } = await client.query<{ count: string }>(`SELECT count(*) FROM "${tablename}"`)
    counts[tablename] = Number(found[0]?.count)
  }
  return counts
}

let payload: Payload
const step = (name: string, way: 'up' | 'down') =>
  payload.db.drizzle.transaction(async (tx) => {
    const migration = migrations.find((one) => one.name === name)
    if (!migration) throw new Error(`No migration ${name}`)
    try {
      await migration[way]({ db: tx, payload, req: await getTestRequest() } as never)
    } catch (error) {
      throw new Error(`${way} of ${name}: ${String((error as Error).cause ?? error)}`, { cause: error })
    }
  })

const later = migrations.slice(1).map(({ name }) => name)

beforeAll(async () => {
  payload = await getTestPayload()
  await seedShop({ payload, log: () => undefined })
})

test('every release is a step down and up again, with a shop in the database', async () => {
  await withClient(env.DATABASE_URL, async (client) => {
    const rows = await rowsOf(client)
    const head = await things(client)
    const at = new Map<string, string[]>()
    for (const name of later.toReversed()) {
      at.set(name, await things(client))
      await step(name, 'down')
    }
    const kept = await rowsOf(client)
    const wrong: string[] = []
    for (const name of later) {
      await step(name, 'up')
      wrong.push(...difference(at.get(name) ?? [], await things(client)).map((thing) => `${name}: ${thing}`))
    }
    expect(wrong).toEqual([])
    expect(difference(head, await things(client))).toEqual([])
    const after = await rowsOf(client)
    const short = Object.keys(kept).filter((table) => after[table] !== rows[table])
    expect(short).toEqual([])
  })
  expect(await ledgerProblems(await getTestRequest())).toEqual([])
})
