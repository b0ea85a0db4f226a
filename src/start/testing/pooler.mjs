import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { findProgram } from '../debian.mjs'
import { anyFree } from '../ports.mjs'
import { databaseAccount, giveTo } from '../postgres/account.mjs'

/** Its own defaults but for where things are: above all, no setting of a session is passed on or overlooked. */
const configuration = ({ port, server }) => `[databases]
* = host=${server.host} port=${server.port} user=${server.user} password=${server.password}
[pgbouncer]
listen_addr = 127.0.0.1
listen_port = ${port}
unix_socket_dir =
auth_type = any
pool_mode = transaction
default_pool_size = 20
max_client_conn = 500
server_login_retry = 1
`

/**
 * pgbouncer in transaction mode before the server of `url`. Its own `url` says what it is.
 * @param {string} url
 */
export async function startPooler(url) {
  const program = findProgram('pgbouncer')
  if (!program) throw new Error('pgbouncer is not installed')
  const { hostname, port: serverPort, username, password } = new URL(url)
  const folder = mkdtempSync(join(tmpdir(), 'molini-pooler-'))
  const account = databaseAccount()
  const port = await anyFree()
  const server = { host: hostname, port: serverPort, user: username, password }
  const file = join(folder, 'pgbouncer.ini')
  writeFileSync(file, configuration({ port, server }))
  chmodSync(folder, 0o700)
  for (const path of [folder, file]) giveTo(path, account)
  const child = spawn(program, ['-q', file], {
    stdio: ['ignore', 'ignore', 'pipe'],
    cwd: '/',
    ...(account && { uid: account.uid, gid: account.gid }),
  })
  let noise = ''
  child.stderr.on('data', (chunk) => (noise = (noise + chunk).slice(-2_000)))
  const stop = async () => {
    const ended = once(child, 'exit')
    if (child.exitCode === null && child.kill('SIGKILL')) await ended
    rmSync(folder, { recursive: true, force: true })
  }
  for (let round = 0; round < 100 && child.exitCode === null; round += 1) {
    if (await answers(port))
      return { url: `postgres://molini:none@127.0.0.1:${port}/postgres?pgbouncer=true`, stop }
    await pause(50)
  }
  await stop()
  throw new Error(`pgbouncer did not start: ${noise}`)
}

const answers = (port) =>
  new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1')
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false))
    socket.once('connect', () => socket.destroy())
  })
