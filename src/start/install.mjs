import { existsSync, readFileSync } from 'node:fs'
import { inCheckout } from './checkout.mjs'
import { requireSpace } from './disk-space.mjs'
import { runAloud } from './run.mjs'
import { Refusal, say } from './say.mjs'

const packagesOf = (...file) => {
  const path = inCheckout(...file)
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')).packages : undefined
}

/** Does node_modules hold what package-lock.json names? npm writes its own record when it is done. */
export function isInstalled({ withoutDev = false } = {}) {
  const installed = packagesOf('node_modules', '.package-lock.json')
  if (!installed) return false
  return Object.entries(packagesOf('package-lock.json')).every(
    ([place, { version, optional, dev, link }]) => {
      if (place === '' || optional || link || (dev && withoutDev)) return true
      return installed[place]?.version === version
    },
  )
}

/**
 * Installs the locked packages when they are missing or stale. Some npm versions refuse `ci` over packages
 * that other systems need; `install` then does it, and what it installed is compared with the lock.
 */
export async function install({ withoutDev = false } = {}) {
  if (isInstalled({ withoutDev })) return
  requireSpace(inCheckout(), 1500)
  say('Installing the locked packages; this takes a minute or two')
  if ((await npm('ci')) !== 0) await npm('install', '--no-save')
  if (!isInstalled()) throw new Refusal('The packages could not be installed; npm says why above.')
}

const quiet = ['--include=dev', '--no-audit', '--no-fund', '--loglevel=error']

/** The npm that runs us, so that its settings hold, or the one on the path. */
function npm(...args) {
  const own = process.env.npm_execpath
  const at = { cwd: inCheckout(), shell: !own && process.platform === 'win32' }
  return own?.endsWith('.js')
    ? runAloud(process.execPath, [own, ...args, ...quiet], at)
    : runAloud('npm', [...args, ...quiet], at)
}
