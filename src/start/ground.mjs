/** The ground every command stands on: environment, data directory, lock, secrets and database. */
import { chooseDataDir, makeDataDir } from './data-dir.mjs'
import { openEmbedded } from './database.mjs'
import { lookAt, refuseNewerSchema } from './database-state.mjs'
import { requireSpace } from './disk-space.mjs'
import { readEnvironment } from './environment.mjs'
import { findOwner, readLock, takeLock } from './lock.mjs'
import { databaseAccount } from './postgres/account.mjs'
import { hasLeftovers, stopLeftovers } from './leftovers.mjs'
import { Refusal, say } from './say.mjs'
import { keepSecrets } from './secrets.mjs'
import { onStop } from './stopping.mjs'

const firstStartNeeds = 300

/**
 * Opens what `command` needs. A serving command says how it chooses its address, and must be alone on its
 * data directory; any other shares the database of a shop that runs. Gives back the variables for child
 * processes and what it learned.
 */
export async function openGround(command, { chooseAddress } = {}) {
  const isServing = chooseAddress !== undefined
  const environment = await readEnvironment()
  const account = environment.DATABASE_URL ? undefined : databaseAccount()
  const asked = Boolean(process.env.MOLINI_DATA_DIR)
  const { dataDir, base } = chooseDataDir({ asked, dataDir: environment.MOLINI_DATA_DIR, account })
  const owner = findOwner(dataDir)
  const isShared = Boolean(owner?.url) && !isServing
  if (owner && !isShared) throw alreadyRunning(owner, dataDir)
  const brought = addresses(environment)
  if (environment.DATABASE_URL) await inspect(isServing, brought)
  // What a killed start left behind may hold our own port; otherwise a taken one is told before we begin.
  let address = hasLeftovers(readLock(dataDir)) ? undefined : await chooseAddress?.(environment)
  requireSpace(dataDir, environment.DATABASE_URL ? 20 : firstStartNeeds)
  makeDataDir(dataDir)
  const lock = isShared ? undefined : await lockFor(command, dataDir)
  address ??= await chooseAddress?.(environment)
  const variables = { ...brought, MOLINI_DATA_DIR: dataDir, ...keepSecrets(dataDir, environment) }
  if (base !== dataDir) say(`  The database user cannot enter ${dataDir}, so the database is in ${base}`)
  // A running shop stops its database itself.
  const atEnd = isShared ? undefined : onStop
  const isArchived = Boolean(process.env.BACKUP_KEY) && command !== 'dev'
  if (!environment.DATABASE_URL)
    Object.assign(variables, await openEmbedded({ base, account, atEnd, isArchived }))
  const { isPooled, DATABASE_SIZE_LIMIT: sizeLimit } = environment
  return { address, lock, base, isPooled, sizeLimit, variables: { ...process.env, ...variables } }
}

/** With all that the schema has made sure of in them. */
const addresses = ({ DATABASE_URL, DATABASE_URL_UNPOOLED, DATABASE_REPLICA_URLS }) => ({
  ...(DATABASE_URL && { DATABASE_URL }),
  ...(DATABASE_REPLICA_URLS && { DATABASE_REPLICA_URLS: DATABASE_REPLICA_URLS.join(',') }),
  ...(DATABASE_URL_UNPOOLED && { DATABASE_URL_UNPOOLED }),
})

function alreadyRunning({ command, url, pid }, dataDir) {
  const where = url ? ` at ${url}` : ''
  return new Refusal(`npm run ${command} is already running${where} on ${dataDir} (process ${pid}).`)
}

/** A database that somebody brought is seen before anything of ours is made. */
async function inspect(isServing, brought) {
  const state = await lookAt(brought)
  if (isServing) refuseNewerSchema(state)
}

async function lockFor(command, dataDir) {
  const lock = takeLock(dataDir, command)
  if (lock.owner) throw alreadyRunning(lock.owner, dataDir)
  onStop(async () => lock.release())
  await stopLeftovers(lock.left)
  return lock
}
