import { randomBytes } from 'node:crypto'
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join, resolve } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { anyFree, isFree } from '../ports.mjs'
import { beginningOf } from '../process-identity.mjs'
import { run } from '../run.mjs'
import { Refusal } from '../say.mjs'
import { giveTo, letPass } from './account.mjs'
import { initialise } from './initialise.mjs'
import { asAccount, failure } from './programs.mjs'

const major = '17'
const superuser = 'molini'
const settings = {
  listen_addresses: '127.0.0.1',
  timezone: 'UTC',
  log_timezone: 'UTC',
  max_connections: 100,
  shared_buffers: '256MB',
  jit: 'off',
  // Disks without arms, and mostly memory: following an index is no dearer than reading on.
  random_page_cost: 1.1,
  max_wal_size: '256MB',
}

/**
 * Opens the Postgres cluster kept below `base`, making it when there is none, and adopting it when a killed
 * start left it running. `atEnd` hears how to stop it before it starts, so that no failure leaves it.
 * Gives back `{ urlOf(database), port, stop() }`.
 * @param {{ base: string, account?: { uid: number, gid: number }, binaries: string, extra?: Record<string, string | number>,
 *   isThrowaway?: boolean, atEnd?: (stop: () => Promise<void>) => void }} options
 */
export async function openCluster({
  base,
  account: wanted,
  binaries,
  extra = {},
  isThrowaway = false,
  atEnd,
}) {
  const dir = join(base, 'postgres')
  const account = wanted && (ownerOf(dir) ?? wanted)
  const cluster = {
    base,
    account,
    binaries,
    dir,
    sockets: socketFolder(base),
    log: join(base, 'postgres.log'),
  }
  mkdirSync(base, { recursive: true, mode: 0o711 })
  letPass(base, account)
  const password = keepPassword(base)
  if (!existsSync(join(cluster.dir, 'PG_VERSION')))
    await initialise(cluster, { superuser, password, isThrowaway })
  requireMajor(cluster.dir)
  // Whoever does not stop the server at its end does not own it.
  const isOwner = atEnd !== undefined || isThrowaway
  atEnd?.(() => stop(cluster))
  const port =
    (await adopt(cluster, { password, isOwner })) ?? (await start(cluster, { ...settings, ...extra }))
  const { sockets } = cluster
  const socket = sockets && existsSync(join(sockets, socketName(port))) ? sockets : undefined
  return {
    port,
    urlOf: (database) => urlOf(password, port, database, socket),
    stop: () => stop(cluster),
  }
}

/** By the socket where there is one: it costs both sides half of what TCP does. Host and port stay for tools that know no sockets. */
const urlOf = (password, port, database, socket) =>
  `postgres://${superuser}:${password}@127.0.0.1:${port}/${database}${socket ? `?host=${encodeURIComponent(socket)}` : ''}`

const socketName = (port) => `.s.PGSQL.${port}`

/** Where the server puts its socket; undefined where there are none, or where its path is too long or reads as a list. */
function socketFolder(base) {
  const folder = resolve(base, 'socket')
  const longest = 103
  const isLong = Buffer.byteLength(join(folder, socketName(65_535))) > longest
  return process.platform === 'win32' || isLong || /['",\\]/.test(folder) ? undefined : folder
}

/** A folder of its own that is empty: after a reboot Postgres would trust the process number that a lock of an old socket names. */
function clearSockets({ sockets, account }) {
  if (!sockets) return ''
  rmSync(sockets, { recursive: true, force: true })
  mkdirSync(sockets, { mode: 0o700 })
  giveTo(sockets, account)
  return sockets
}

/** Root serves data that an ordinary user made as that user, since Postgres insists on owning its data. */
function ownerOf(dir) {
  if (!existsSync(dir)) return undefined
  const { uid, gid } = statSync(dir)
  return uid === 0 ? undefined : { uid, gid }
}

function keepPassword(base) {
  const file = join(base, 'postgres-password')
  if (existsSync(file)) return readFileSync(file, 'utf8').trim()
  const password = randomBytes(24).toString('hex')
  writeFileSync(file, `${password}\n`, { mode: 0o600, flag: 'wx' })
  return password
}

function requireMajor(dir) {
  const found = readFileSync(join(dir, 'PG_VERSION'), 'utf8').trim()
  if (found === major) return
  throw new Refusal(`The data in ${dir} is of Postgres ${found}, and this Molini brings Postgres ${major}.`)
}

const control = (cluster, ...args) =>
  run(join(cluster.binaries, 'bin', 'pg_ctl'), ['-D', cluster.dir, ...args], asAccount(cluster))

/** The port of a postmaster that still runs on our data and answers to our password, else undefined. */
async function adopt(cluster, { password, isOwner }) {
  const file = join(cluster.dir, 'postmaster.pid')
  if (!existsSync(file)) return undefined
  const [pid, , , port] = readFileSync(file, 'utf8').split('\n')
  if (isGone(pid)) {
    rmSync(file)
    return undefined
  }
  const { code } = await control(cluster, 'status')
  if (code !== 0) return undefined
  for (let attempt = 0; attempt < 20; attempt += 1) {
    if (await answers(urlOf(password, port, 'postgres'))) return Number(port)
    await pause(250)
  }
  if (!isOwner)
    throw new Refusal(
      'The database of the running shop does not answer. It is left as it is: look into postgres.log, or stop the shop first.',
    )
  await stop(cluster)
  return undefined
}

/** After a reboot the old pid may be somebody else's, and after a kill a zombie's: Postgres trusts both. */
function isGone(pid) {
  if (process.platform !== 'linux') return false
  if (beginningOf(pid) === undefined) return true
  return readFileSync(`/proc/${pid}/comm`, 'utf8').trim() !== 'postgres'
}

async function answers(url) {
  const { default: pg } = await import('pg')
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2000 })
  client.on('error', () => {})
  try {
    await client.connect()
    return true
  } catch {
    return false
  } finally {
    await client.end().catch(() => {})
  }
}

/** A few attempts: backends of a killed server take a moment to leave, and a port may be lost to another. */
async function start(cluster, options) {
  let last
  for (let attempt = 0; attempt < 4; attempt += 1) {
    const port = await choosePort(cluster.base)
    const from = logLength(cluster)
    const places = { port, unix_socket_directories: clearSockets(cluster) }
    const flags = Object.entries({ ...options, ...places }).map(([name, value]) => `-c ${name}='${value}'`)
    const { code, output } = await control(
      cluster,
      'start',
      '-w',
      '-t',
      '120',
      '-l',
      cluster.log,
      '-o',
      flags.join(' '),
    )
    if (code === 0) {
      writeFileSync(join(cluster.base, 'postgres-port'), `${port}\n`)
      return port
    }
    last = failure('Postgres did not start', readFileSync(cluster.log, 'utf8').slice(from) || output)
    if (/disk is full/.test(last.message)) break
    rmSync(join(cluster.base, 'postgres-port'), { force: true })
    await pause(700)
  }
  throw last
}

/** The port of the last time while it is free, so that a database tool stays connected over restarts. */
async function choosePort(base) {
  const file = join(base, 'postgres-port')
  const last = existsSync(file) ? Number(readFileSync(file, 'utf8')) : 0
  return last && (await isFree(last)) ? last : anyFree()
}

/** Makes the log for the database user, starts a new one when it has grown long, and tells its length. */
function logLength({ log, account }) {
  const length = existsSync(log) ? readFileSync(log).length : 0
  if (length > 10_000_000) renameSync(log, `${log}.old`)
  closeSync(openSync(log, 'a', 0o600))
  giveTo(log, account)
  return length > 10_000_000 ? 0 : length
}

async function stop(cluster) {
  const { code } = await control(cluster, 'stop', '-m', 'fast', '-w', '-t', '60')
  if (code !== 0) await control(cluster, 'stop', '-m', 'immediate', '-w', '-t', '10')
}
