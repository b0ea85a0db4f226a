import { setTimeout as pause } from 'node:timers/promises'
import { migrationFiles } from './migration-files.mjs'
import { urlForChanges } from './prepare.mjs'
import { Refusal } from './say.mjs'

const reasons = {
  ECONNREFUSED: 'nothing answers there',
  ENOTFOUND: 'its host is unknown',
  EAI_AGAIN: 'its host is unknown',
  ETIMEDOUT: 'it does not answer in time',
  ECONNRESET: 'it closed the connection',
  '28P01': 'it refuses the user or the password',
  28000: 'it refuses the user or the password',
  '3D000': 'it has no database of that name',
  53300: 'it has no connection left',
}

/** A connected client, or one sentence that names the variable and the host and no secret. */
export async function connectTo(environment) {
  const { default: pg } = await import('pg')
  const url = urlForChanges(environment)
  const variable = environment.DATABASE_URL_UNPOOLED ? 'DATABASE_URL_UNPOOLED' : 'DATABASE_URL'
  for (let attempt = 0; ; attempt += 1) {
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 8000 })
    client.on('error', () => {})
    try {
      await client.connect()
      return client
    } catch (error) {
      await client.end().catch(() => {})
      const isStarting = error.code === '57P03'
      if (!isStarting || attempt > 20) throw unreachable(variable, url, error)
      await pause(500)
    }
  }
}

function unreachable(variable, url, error) {
  const { hostname, port, pathname } = new URL(url)
  const cause = error.errors?.[0] ?? error
  const known = reasons[cause.code] ?? (/timeout/i.test(cause.message) ? reasons.ETIMEDOUT : cause.message)
  const place = `${hostname || 'the socket'}${port && `:${port}`}${pathname}`
  return new Refusal(`The database at ${place} (${variable}) cannot be used: ${known}.`)
}

/** What there is to do on a database, seen without loading Payload. Changes nothing. */
export async function lookAt(environment) {
  const client = await connectTo(environment)
  try {
    const recorded = await namesRecorded(client)
    const files = migrationFiles()
    const missing = files.filter((name) => !recorded.includes(name))
    const unknown = recorded.filter((name) => !files.includes(name))
    if (missing.length > 0 || unknown.length > 0)
      return { recorded, missing, unknown, isEmpty: recorded.length === 0 }
    return { recorded, missing, unknown, ...(await contents(client)) }
  } finally {
    await client.end()
  }
}

async function namesRecorded(client) {
  const { rows: found } = await client.query(`select to_regclass('payload_migrations') as name`)
  if (!found[0].name) return []
  const { rows } = await client.query('select name from payload_migrations where batch <> -1 order by name')
  return rows.map(({ name }) => name)
}

async function contents(client) {
  const { rows } = await client.query(`
    select exists (select from users where role = 'owner') as "hasOwner",
           not exists (select from products) as "isEmpty",
           (select data ->> 'state' from payload_kv where key = 'demo-shop') as demo`)
  return rows[0]
}

/** Code that does not know the schema must not touch it. */
export function refuseNewerSchema({ unknown }) {
  if (unknown.length === 0) return
  throw new Refusal(
    `The database is newer than this code: it has the migration ${unknown.at(-1)}, which is not in migrations/.`,
  )
}
