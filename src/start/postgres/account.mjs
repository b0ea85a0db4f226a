import { spawnSync } from 'node:child_process'
import { chmodSync, chownSync, readFileSync, statSync } from 'node:fs'
import { Refusal } from '../say.mjs'

/** Postgres refuses to run as root, so root lends it one of these users. */
const names = ['postgres', 'molini']

/** The user that Postgres runs as: `undefined` for the present one, `{ name, uid, gid }` when that is root. */
export function databaseAccount() {
  if (process.getuid?.() !== 0) return undefined
  return findAccount() ?? createAccount()
}

function findAccount() {
  const lines = readFileSync('/etc/passwd', 'utf8').split('\n')
  for (const wanted of names) {
    const fields = lines.map((line) => line.split(':')).find(([name]) => name === wanted)
    if (fields) return { name: wanted, uid: Number(fields[2]), gid: Number(fields[3]) }
  }
  return undefined
}

function createAccount() {
  const args = ['--system', '--user-group', '--no-create-home', '--home-dir', '/nonexistent', 'molini']
  spawnSync('useradd', args, { stdio: 'ignore' })
  const made = findAccount()
  if (made) return made
  throw new Refusal('Postgres does not run as root: start as an ordinary user, or add a user named postgres.')
}

/** Can `account` read and enter the folder `path`? Asks the kernel, since rights have many sources. */
export function canEnter(path, account) {
  if (!account) return true
  const script = 'test -r "$1" && test -x "$1" && cd "$1"'
  const { uid, gid } = account
  return spawnSync('/bin/sh', ['-c', script, 'sh', path], { uid, gid, cwd: '/' }).status === 0
}

/** Can `account` pass through `path` to what is below, whether or not it may list it? */
export function canPass(path, account) {
  if (!account) return true
  const { uid, gid } = account
  return spawnSync('/bin/sh', ['-c', 'cd "$1"', 'sh', path], { uid, gid, cwd: '/' }).status === 0
}

/** Lets `account` pass through a folder that is ours, and nobody else. */
export function letPass(path, account) {
  if (!account || canPass(path, account)) return
  const { mode, uid } = statSync(path)
  if (uid !== process.getuid()) return
  chownSync(path, uid, account.gid)
  chmodSync(path, (mode & 0o7777) | 0o010)
}

export const giveTo = (path, account) => account && chownSync(path, account.uid, account.gid)
