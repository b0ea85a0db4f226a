/** The ground every command stands on: environment, data directory, lock, secrets and database. */
import { chooseDataDir, makeDataDir } from './data-dir.mjs'
import { openEmbedded } from './database.mjs'
import { connectTo } from './database-state.mjs'
import { requireSpace } from './disk-space.mjs'
import { readEnvironment } from './environment.mjs'
import { findOwner, takeLock } from './lock.mjs'
import { databaseAccount } from './postgres/account.mjs'
import { stopLeftovers } from './leftovers.mjs'
import { Refusal, say } from './say.mjs'
import { keepSecrets } from './secrets.mjs'
import { onStop } from './stopping.mjs'

const firstStartNeeds = 300

/**
 * Opens what `command` needs. A serving command must be alone on its data directory; any other shares the
 * database of a shop that runs. Gives back the variables for child processes and what it learned.
 */
export async function openGround(command, { isServing = false } = {}) {
  const environment = await readEnvironment()
  const account = environment.DATABASE_URL ? undefined : databaseAccount()
  const asked = Boolean(process.env.MOLINI_DATA_DIR)
  const { dataDir, base } = chooseDataDir({ asked, dataDir: environment.MOLINI_DATA_DIR, account })
  const owner = findOwner(dataDir)
  if (owner && isServing) throw alreadyRunning(owner, dataDir)
  if (environment.DATABASE_URL) await (await connectTo(process.env)).end()
  requireSpace(dataDir, environment.DATABASE_URL ? 20 : firstStartNeeds)
  makeDataDir(dataDir)
  const lock = owner ? undefined : await lockFor(command, dataDir, isServing)
  const variables = { MOLINI_DATA_DIR: dataDir, ...keepSecrets(dataDir, environment) }
  if (base !== dataDir) say(`  The database user cannot enter ${dataDir}, so the database is in ${base}`)
  if (!environment.DATABASE_URL) Object.assign(variables, await embedded(base, account, Boolean(owner)))
  return { environment, lock, variables: { ...process.env, ...variables } }
}

function alreadyRunning({ command, url, pid }, dataDir) {
  const where = url ? ` at ${url}` : ''
  return new Refusal(`npm run ${command} is already running${where} on ${dataDir} (process ${pid}).`)
}

async function lockFor(command, dataDir, isServing) {
  const lock = takeLock(dataDir, command)
  if (lock.owner) {
    if (isServing) throw alreadyRunning(lock.owner, dataDir)
    return undefined
  }
  onStop(async () => lock.release())
  await stopLeftovers(lock.left)
  return lock
}

/** Stops the database at the end, unless a running shop uses it too. */
async function embedded(base, account, isShared) {
  const { variables, stop } = await openEmbedded(base, account)
  if (!isShared) onStop(stop)
  return variables
}
