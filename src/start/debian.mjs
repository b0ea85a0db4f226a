import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { say } from './say.mjs'

export const isDebian = () => existsSync('/usr/bin/apt-get')

/** Installs a package of the system where we may (Debian, root), for a test that needs it; elsewhere does nothing. */
export function installPackage(name, purpose) {
  if (!isDebian() || process.getuid?.() !== 0) return
  say(`Installing ${name} for ${purpose}`)
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const apt = (...args) => spawnSync('apt-get', args, { stdio: ['ignore', 'ignore', 'inherit'], env })
  apt('update', '-qq')
  apt('install', '-y', '-qq', '--no-install-recommends', name)
}

/** Programs of servers are in folders that not everybody's path names. */
export const findProgram = (name) =>
  [...(process.env.PATH ?? '').split(':'), '/usr/sbin', '/usr/local/sbin']
    .filter(Boolean)
    .map((folder) => `${folder}/${name}`)
    .find((file) => existsSync(file))
