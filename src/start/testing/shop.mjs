import { execFileSync, fork } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { inCheckout } from '../checkout.mjs'
import { anyFree } from '../ports.mjs'

export const owner = { email: 'owner@molini.example', password: 'a-password-for-tests-alone' }

/**
 * Starts a shop through the launcher, as an operator would: its own data directory, free port and embedded
 * database with the demo catalogue.
 * @param {{ command?: string, dataDir?: string, environment?: Record<string, string>, quiet?: boolean,
 *   account?: { uid: number, gid: number } }} [options] `account`: the user to start it as
 */
export async function startShop({
  command = 'start',
  dataDir,
  environment = {},
  quiet = true,
  account,
} = {}) {
  const folder = dataDir ?? mkdtempSync(join(tmpdir(), 'molini-shop-'))
  const port = environment.PORT ?? String(await anyFree())
  const child = fork(inCheckout('src/start/launch.mjs'), [command], {
    cwd: inCheckout(),
    // Whoever starts it may run TypeScript through a loader; a server that inherited it would be slower than any operator's.
    execArgv: [],
    env: {
      ...process.env,
      DATABASE_URL: '',
      NEXT_PUBLIC_APP_URL: '',
      RATE_LIMITS: 'off',
      SEED_OWNER_EMAIL: owner.email,
      SEED_OWNER_PASSWORD: owner.password,
      MOLINI_DATA_DIR: folder,
      PORT: port,
      ...environment,
    },
    ...(account && { uid: account.uid, gid: account.gid }),
    stdio: ['ignore', quiet ? 'pipe' : 'inherit', quiet ? 'pipe' : 'inherit', 'ipc'],
  })
  const exited = new Promise((resolve) => child.once('exit', resolve))
  const { ready, log } = await heard(child)
  const remove = () => dataDir ?? rmSync(folder, { recursive: true, force: true })
  return {
    ...ready,
    dataDir: folder,
    pid: child.pid,
    /** What it has said so far, but for the oldest of very much. */
    log,
    stop: async () => {
      child.kill('SIGTERM')
      await exited
      remove()
    },
  }
}

/** Whether this process has made the folder, which nobody else has then. */
function isFirstAt(folder) {
  try {
    mkdirSync(folder, { mode: 0o711 })
    return true
  } catch (error) {
    if (error.code !== 'EEXIST') throw error
    return false
  }
}

/** Keeps owners, which Postgres insists on. */
const copy = (from, to) => execFileSync('cp', ['-a', `${from}/.`, to])

/** How a data directory is made of which others are copies. */
const making = {
  /** The demo catalogue, its mails and pictures: nobody has started a shop on it yet. */
  seeded: (_dataRoot, folder) => fillShop(folder),
  /** A shop was started on it once, and stopped. */
  started: async (dataRoot, folder) => {
    copy(await makeOnce(dataRoot, 'seeded'), folder)
    const shop = await startShop({ dataDir: folder })
    await shop.stop()
  },
}

/** The one of the run: whoever asks first makes it, others wait. */
async function makeOnce(dataRoot, kind) {
  const [made, begun] = [join(dataRoot, kind), join(dataRoot, `${kind}-begun`)]
  while (!existsSync(made))
    if (!isFirstAt(begun)) await pause(200)
    else
      try {
        // Another may have been done between the two looks.
        if (existsSync(made)) break
        await making[kind](dataRoot, begun)
        renameSync(begun, made)
      } finally {
        rmSync(begun, { recursive: true, force: true })
      }
  return made
}

/**
 * Copies the data of a demo shop into a folder: database, pictures and whatever else it keeps.
 * @param {string} dataRoot the folder of the run
 * @param {string} folder an empty one, or none yet
 * @param {keyof typeof making} [kind]
 */
export async function fillFolder(dataRoot, folder, kind = 'started') {
  const made = await makeOnce(dataRoot, kind)
  mkdirSync(folder, { recursive: true, mode: 0o711 })
  copy(made, folder)
}

/** A data directory of its own on which a demo shop was started once, and stopped. */
export async function filledData(dataRoot) {
  const root = mkdtempSync(join(tmpdir(), 'molini-shop-'))
  chmodSync(root, 0o711) // as root the database user has to pass through
  const dataDir = join(root, 'data')
  await fillFolder(dataRoot, dataDir)
  return { dataDir, remove: () => rmSync(root, { recursive: true, force: true }) }
}

/**
 * Fills a shop with the demo catalogue, and with so many products for load tests.
 * @param {string} dataDir
 * @param {{ products?: number, environment?: Record<string, string> }} [options]
 * @returns {Promise<void>}
 */
export function fillShop(dataDir, { products, environment = {} } = {}) {
  const size = products === undefined ? [] : ['--products', String(products)]
  const child = fork(inCheckout('src/start/launch.mjs'), ['seed', ...size], {
    cwd: inCheckout(),
    env: {
      ...process.env,
      NODE_ENV: 'development',
      DATABASE_URL: '',
      MOLINI_DATA_DIR: dataDir,
      ...environment,
    },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', (code) => (code === 0 ? resolve() : reject(new Error(`The seed ended with ${code}`))))
  })
}

/** Letters of its output. */
const kept = 500_000

/** The launcher's word that the shop answers, or its own account of why it does not. */
function heard(child) {
  let output = ''
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk) => (output = (output + chunk).slice(-kept)))
  return new Promise((resolve, reject) => {
    child.on('message', ({ ready }) => ready && resolve({ ready, log: () => output }))
    child.once('error', reject)
    child.once('exit', (code) =>
      reject(new Error(`The shop did not start (${code}).\n${output.slice(-20_000)}`)),
    )
  })
}
