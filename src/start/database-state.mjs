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
  ERR_TLS_CERT_ALTNAME_INVALID: 'its certificate is for another host',
  CERT_HAS_EXPIRED: 'its certificate has expired',
  ENOENT: 'nothing answers there',
}
const unknownAuthority =
  'its certificate is of an authority that is not known here (name its file with sslrootcert=)'
for (const code of [
  'SELF_SIGNED_CERT_IN_CHAIN',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'UNABLE_TO_GET_ISSUER_CERT',
  'CERT_SIGNATURE_FAILURE',
])
  reasons[code] = unknownAuthority
/** Of errors without a code of their own, or with one that says less. */
const telling = [
  [
    /unsupported startup parameter/,
    'it is a pooler (add pgbouncer=true to DATABASE_URL, and set DATABASE_URL_UNPOOLED)',
  ],
  [/timeout/i, reasons.ETIMEDOUT],
  [/does not support SSL/, 'it does not speak TLS'],
  [/no encryption/, 'it wants TLS (add sslmode=verify-full)'],
  [/^(ENOENT|EACCES|EISDIR)\b.*\bopen|^EISDIR/, 'the file that sslrootcert names cannot be read'],
]

/** A connected client without limits, straight to the database, or one sentence that names the variable and the host and no secret. */
export const connectTo = (environment) =>
  connectBy(environment.DATABASE_URL_UNPOOLED ? 'DATABASE_URL_UNPOOLED' : 'DATABASE_URL', {
    connectionString: urlForChanges(environment),
  })

/** The same as the shop itself connects, by the address that may be a pooler's. */
export const connectAsShop = ({ DATABASE_URL }, { isPooled }) =>
  connectBy('DATABASE_URL', {
    connectionString: DATABASE_URL,
    ...(!isPooled && { statement_timeout: 10_000 }),
  })

async function connectBy(variable, options) {
  const { default: pg } = await import('pg')
  for (let attempt = 0; ; attempt += 1) {
    let client
    try {
      client = new pg.Client({ ...options, connectionTimeoutMillis: 8000 })
      client.on('error', () => {})
      await client.connect()
      return client
    } catch (error) {
      await client?.end().catch(() => {})
      const isStarting = error.code === '57P03'
      if (!isStarting || attempt > 20) throw unreachable(variable, options.connectionString, error)
      await pause(500)
    }
  }
}

function unreachable(variable, url, error) {
  const { hostname, port, pathname } = new URL(url)
  const cause = error.errors?.[0] ?? error
  const known = telling.find(([words]) => words.test(cause.message))?.[1] ?? reasons[cause.code]
  const place = `${hostname || 'the socket'}${port && `:${port}`}${pathname}`
  return new Refusal(`The database at ${place} (${variable}) cannot be used: ${known ?? cause.message}.`)
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
