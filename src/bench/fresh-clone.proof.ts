import { execFileSync, spawn, type ChildProcess } from 'node:child_process'
import { chownSync, chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { inCheckout } from '../start/checkout.mjs'
import { databaseAccount } from '../start/postgres/account.mjs'
import { bareEnvironment, withNetwork } from '../start/testing/bare-environment.mjs'
import { noteFigures } from './scoreboard/note-figure'

/** Seconds from the first command to a shop with its admin. */
const most = 120
const account = databaseAccount()
const isRoot = process.getuid?.() === 0
const folder = mkdtempSync(join(tmpdir(), 'molini-fresh-'))
const clone = join(folder, 'shop')
let installSeconds = 0

const homeOf = (name: string, owner: typeof account): string => {
  const home = join(folder, name)
  mkdirSync(home, { recursive: true })
  if (owner) chownSync(home, owner.uid, owner.gid)
  return home
}

beforeAll(() => {
  chmodSync(folder, 0o755)
  const home = homeOf('home', account)
  execFileSync('git', ['clone', '--quiet', '--no-hardlinks', inCheckout(), clone])
  if (account) execFileSync('chown', ['-R', `${account.uid}:${account.gid}`, clone])
  const began = performance.now()
  execFileSync('npm', ['install', '--no-audit', '--no-fund'], {
    ...{ cwd: clone, env: withNetwork(home), stdio: 'pipe' },
    ...(account && { uid: account.uid, gid: account.gid }),
  })
  installSeconds = (performance.now() - began) / 1_000
}, 600_000)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Where we may, the shop runs without any network but that of its own machine. */
const inside = (pid: number, command: readonly string[]): string =>
  execFileSync(isRoot ? 'nsenter' : (command[0] ?? ''), [
    ...(isRoot ? ['--net', '--target', String(pid), ...command] : command.slice(1)),
  ]).toString()

const ask = `Promise.all(['/', '/admin/login'].map(async (path) => {
  const answer = await fetch('http://localhost:3000' + path)
  const text = await answer.text()
  return answer.status === 200 && text.includes(path === '/' ? '/p/' : 'password')
})).then((all) => console.log(all.every(Boolean)), () => console.log(false))`

function startDev(home: string, owner: typeof account): ChildProcess {
  const dev = 'exec npm run dev'
  const asOwner = owner
    ? `exec setpriv --reuid ${owner.uid} --regid ${owner.gid} --clear-groups npm run dev`
    : dev
  const [program, args]: [string, string[]] = isRoot
    ? ['unshare', ['--net', 'sh', '-c', `ip link set lo up && ${asOwner}`]]
    : ['sh', ['-c', dev]]
  return spawn(program, args, { cwd: clone, env: bareEnvironment(home), stdio: 'ignore', detached: true })
}

async function secondsToShop(child: ChildProcess): Promise<number> {
  const began = performance.now()
  const pid = child.pid ?? 0
  for (;;) {
    const seconds = (performance.now() - began) / 1_000
    if (child.exitCode !== null) throw new Error(`It ended with ${child.exitCode} after ${seconds} s`)
    if (seconds > 2 * most) throw new Error('There is no shop')
    const answer = await Promise.resolve()
      .then(() => inside(pid, [process.execPath, '-e', ask]))
      .catch(() => 'false')
    if (answer.trim() === 'true') return seconds
    await pause(300)
  }
}

async function endOf(child: ChildProcess): Promise<void> {
  const ended = new Promise((resolve) => child.once('exit', resolve))
  process.kill(-(child.pid ?? 0), 'SIGINT')
  await ended
}

test.for([
  { who: 'an ordinary user', owner: account },
  ...(isRoot ? [{ who: 'root', owner: undefined }] : []),
])(
  'a fresh clone becomes a shop with its admin in two commands, without network after the first: $who',
  async ({ who, owner }, context) => {
    for (const left of ['.data', '.next'])
      if (existsSync(join(clone, left))) rmSync(join(clone, left), { recursive: true })
    const child = startDev(homeOf(`home of ${who}`, owner), owner)
    try {
      const seconds = await secondsToShop(child)
      noteFigures(context, { freshSeconds: installSeconds + seconds })
      console.log(`${who}: ${installSeconds.toFixed(0)} s for packages, ${seconds.toFixed(0)} s to the shop`)
      expect(installSeconds + seconds).toBeLessThan(most)
    } finally {
      await endOf(child)
    }
  },
)
