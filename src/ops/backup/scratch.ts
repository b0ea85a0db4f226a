import { randomBytes } from 'node:crypto'
import { Client, type ClientBase } from 'pg'
import { undoing } from './undoing'

/** Held by each proof while it has a scratch database: whoever gets it alone knows that none is in use. */
const inUse = `hashtext('molini scratch')`

async function connected<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url, keepAlive: true })
  client.on('error', () => undefined)
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end().catch(() => undefined)
  }
}

/** Beside other shops on the same server, whose names it does not touch. */
async function prefixOf(client: ClientBase): Promise<string> {
  const { rows } = await client.query<{ prefix: string }>(
    `SELECT 'molini_scratch_' || oid || '_' AS prefix FROM pg_database WHERE datname = current_database()`,
  )
  return rows[0]?.prefix ?? 'molini_scratch_0_'
}

/** Drops the scratch databases of this shop that killed proofs left; none while a proof is under way. Answers with how many. */
export async function dropLeftScratch(client: ClientBase): Promise<number> {
  const { rows: turn } = await client.query<{ mine: boolean }>(
    `SELECT pg_try_advisory_lock(${inUse}) AS mine`,
  )
  if (!turn[0]?.mine) return 0
  try {
    const { rows } = await client.query<{ name: string }>(
      'SELECT datname AS name FROM pg_database WHERE starts_with(datname, $1)',
      [await prefixOf(client)],
    )
    for (const { name } of rows) await client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)
    return rows.length
  } finally {
    await client.query(`SELECT pg_advisory_unlock(${inUse})`)
  }
}

/** Gives `work` an empty database beside the shop's own, which is gone afterwards. Needs the right to make databases. */
export const withScratch = <T>(url: string, work: (scratch: string) => Promise<T>): Promise<T> =>
  connected(url, async (holder) => {
    await holder.query(`SELECT pg_advisory_lock_shared(${inUse})`)
    const name = (await prefixOf(holder)) + randomBytes(4).toString('hex')
    const scratch = new URL(url)
    scratch.pathname = `/${name}`
    // On a connection of its own: that of the holder may be broken by then.
    const drop = () =>
      connected(url, (client) => client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`))
    return undoing(drop, async () => {
      await holder.query(`CREATE DATABASE ${name} TEMPLATE template0`)
      try {
        return await work(scratch.href)
      } finally {
        await drop()
      }
    })
  })
