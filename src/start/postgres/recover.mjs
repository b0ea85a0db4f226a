import {
  appendFileSync,
  chownSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { anyFree } from '../ports.mjs'
import { run } from '../run.mjs'
import { giveTo } from './account.mjs'
import { asAccount, failure } from './programs.mjs'

const superuser = 'molini'
const quoted = (value) => `'${value.replaceAll("'", "''")}'`
/** Postgres refuses the T and the Z of ISO times here. */
const postgresTime = (at) => `${at.toISOString().replace('T', ' ').replace('Z', '')}+00`

/**
 * Brings the copy in `folder/postgres` to the moment `at` by its log in `folder/log`, as a server of its own that only this
 * user reaches, by a socket. Where the log ends earlier, to its end. Gives back `{ url, lastChange, stop() }`.
 */
export async function recover({ folder, database, at, account, binaries }) {
  const dir = join(folder, 'postgres')
  const sockets = mkdtempSync(join(tmpdir(), 'molini-'))
  giveTo(sockets, account)
  const server = { account, binaries, dir, log: join(folder, 'postgres.log') }
  const stop = async () => {
    await control(server, 'stop', '-m', 'immediate', '-w', '-t', '30')
    rmSync(sockets, { recursive: true, force: true })
  }
  try {
    const port = await anyFree()
    const places = { port, sockets, folder }
    writeFileSync(join(dir, 'pg_hba.conf'), 'local all all trust\n')
    writeFileSync(join(dir, 'recovery.signal'), '')
    own(folder, account)
    const address = `postgres://${superuser}@127.0.0.1:${port}/${database}?host=${encodeURIComponent(sockets)}`
    configure(server, places, at)
    let lastChange = await started(server, address)
    // Nothing happened after the moment, so that Postgres never came past it: all there is, is of before.
    if (lastChange === tooShort) {
      configure(server, places)
      lastChange = await started(server, address)
    }
    if (lastChange === tooShort) throw new Error('The log of the database ends too early')
    return { url: address, lastChange, stop }
  } catch (error) {
    await stop()
    throw error
  }
}

const tooShort = Symbol('the log ends before the moment')

const control = (server, ...args) =>
  run(join(server.binaries, 'bin', 'pg_ctl'), ['-D', server.dir, ...args], asAccount(server))

/** The last of each setting counts. */
function configure({ dir }, { port, sockets, folder }, at) {
  const piece = `${folder}/log/%f.gz`
  const settings = {
    port: String(port),
    listen_addresses: '',
    unix_socket_directories: sockets,
    archive_mode: 'off',
    hot_standby: 'off',
    fsync: 'off',
    restore_command: `test -f "${piece}" && gzip -dc "${piece}" > "%p"`,
    recovery_target_time: at ? postgresTime(at) : '',
    recovery_target_action: 'promote',
  }
  const lines = Object.entries(settings).map(([name, value]) => `${name} = ${quoted(value)}\n`)
  appendFileSync(join(dir, 'postgresql.auto.conf'), lines.join(''))
}

function own(path, account) {
  if (!account) return
  chownSync(path, account.uid, account.gid)
  for (const entry of readdirSync(path, { withFileTypes: true })) {
    const below = join(path, entry.name)
    if (entry.isDirectory()) own(below, account)
    else chownSync(below, account.uid, account.gid)
  }
}

/** When the last change was made that it now holds; `tooShort` when it ended for want of log. */
async function started(server, address) {
  await control(server, 'start', '-w', '-t', '3600', '-l', server.log)
  for (;;) {
    const lastChange = await asked(address)
    if (lastChange !== undefined) return lastChange
    const { code } = await control(server, 'status')
    if (code !== 0) {
      const words = readFileSync(server.log, 'utf8')
      if (/recovery ended before configured recovery target was reached/.test(lastRun(words))) return tooShort
      throw failure('The moment could not be brought back', words)
    }
    await pause(250)
  }
}

const lastRun = (words) => words.slice(words.lastIndexOf('starting PostgreSQL'))

async function asked(address) {
  const client = new pg.Client({ connectionString: address, connectionTimeoutMillis: 2_000 })
  client.on('error', () => {})
  try {
    await client.connect()
    const { rows } = await client.query(
      'select pg_is_in_recovery() as "isGoing", pg_last_xact_replay_timestamp() as last',
    )
    return rows[0].isGoing ? undefined : rows[0].last
  } catch {
    return undefined
  } finally {
    await client.end().catch(() => {})
  }
}
