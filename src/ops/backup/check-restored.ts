import type { PayloadRequest } from 'payload'
import { drizzle } from '@payloadcms/db-postgres/drizzle/node-postgres'
import type { Client } from 'pg'
import { ledgerProblems } from '#services/ledger-problems'
import { requireSame } from './restore-rows'
import { copyOut } from './rows'
import type { Manifest, TableFacts } from './shelf'
import { beginSnapshot, readFigures, readMigrations, readSequences, readTables } from './tables'

async function readAgain(client: Client): Promise<TableFacts[]> {
  const found: TableFacts[] = []
  for (const table of await readTables(client))
    for await (const part of copyOut(client, table, (facts) => found.push(facts))) void part
  return found
}

const differs = (one: object, other: object): boolean => JSON.stringify(one) !== JSON.stringify(other)

/** Only what the books need of a request: a database to read. */
const reading = (client: Client): PayloadRequest =>
  ({ payload: { db: { drizzle: drizzle(client) } } }) as unknown as PayloadRequest

/** Totals of orders, from their own parts. Source: DESIGN 3, "Money columns". */
const wrongTotals = async (client: Client): Promise<number> =>
  Number(
    (
      await client.query<{ wrong: string }>(`SELECT count(*) AS wrong FROM orders
        WHERE total <> subtotal - discount + shipping + CASE WHEN tax_included THEN 0 ELSE tax END`)
    ).rows[0]?.wrong,
  )

/**
 * Throws unless the restored database is the one that was saved: each table by its rows and checksum, read back from the
 * database; sequences, migrations and figures. Answers with what is wrong in the shop itself, of which the backup is a true
 * copy: books of stock and money that do not balance, orders that do not add up.
 */
export async function checkRestored(client: Client, manifest: Manifest): Promise<string[]> {
  await beginSnapshot(client)
  try {
    requireSame(manifest.tables, await readAgain(client))
    if (differs(manifest.migrations, await readMigrations(client)))
      throw new Error('Other migrations are recorded')
    if (differs(manifest.sequences, await readSequences(client)))
      throw new Error('A sequence stands elsewhere')
    if (differs(manifest.figures, await readFigures(client)))
      throw new Error('Totals of orders or stock are others')
    return await faultsOfShop(client)
  } finally {
    await client.query('ROLLBACK')
  }
}

async function faultsOfShop(client: Client): Promise<string[]> {
  const problems = await ledgerProblems(reading(client))
  const named = problems.map(({ rule, subject }) => `${rule} (${subject})`).slice(0, 5)
  const wrong = await wrongTotals(client)
  return [
    ...(problems.length > 0 ? [`The books do not balance: ${named.join(', ')}`] : []),
    ...(wrong > 0 ? [`${wrong} orders do not add up to their total`] : []),
  ]
}
