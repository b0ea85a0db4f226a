import { connectAsShop, connectTo } from './database-state.mjs'
import { Refusal } from './say.mjs'

/** Those of `src/ops/pool.ts`, which a pooler would not pass on. */
export const sessionLimits = {
  statement_timeout: '10s',
  lock_timeout: '5s',
  idle_in_transaction_session_timeout: '10s',
}

/**
 * Where a database has two addresses: refuses two that lead to different databases, and gives the role of a pooled one the
 * limits of a serving shop in this database. Migrations, seeds and backups lift them for themselves.
 */
export async function settlePooler({ isPooled, variables }) {
  if (!variables.DATABASE_URL_UNPOOLED) return
  const straight = await connectTo(variables)
  try {
    const pooled = await connectAsShop(variables, { isPooled })
    try {
      await requireSame(straight, pooled)
      if (isPooled) await limitRole(pooled)
    } finally {
      await pooled.end()
    }
  } finally {
    await straight.end()
  }
}

/** A server knows when it began, and a database its number there: together no two have both. */
const identity = `select pg_postmaster_start_time()::text || ' ' || oid as is from pg_database where datname = current_database()`

async function requireSame(straight, pooled) {
  const [one, other] = await Promise.all([straight.query(identity), pooled.query(identity)])
  if (one.rows[0].is !== other.rows[0].is)
    throw new Refusal('DATABASE_URL and DATABASE_URL_UNPOOLED lead to different databases.')
}

const givenNow = `select setconfig from pg_db_role_setting
  where setrole = (select oid from pg_roles where rolname = current_user)
    and setdatabase = (select oid from pg_database where datname = current_database())`
/** What the role has none of: whoever set a limit of their own keeps it. */
const missing = (given) =>
  Object.entries(sessionLimits).filter(([name]) => !given.some((one) => one.startsWith(`${name}=`)))

async function limitRole(client) {
  const given = async () => (await client.query(givenNow)).rows[0]?.setconfig ?? []
  if (missing(await given()).length === 0) return
  await client.query('begin')
  // Processes that start together would change the same row at once, which Postgres refuses.
  await client.query(`select pg_advisory_xact_lock(hashtext('molini.limits'))`)
  const { rows } = await client.query('select current_database() as name')
  const database = client.escapeIdentifier(rows[0].name)
  for (const [name, value] of missing(await given()))
    await client.query(`alter role current_user in database ${database} set ${name} = '${value}'`)
  await client.query('commit')
}
