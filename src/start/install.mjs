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

/** Installs the locked packages when they are missing or stale. */
export async function install({ withoutDev = false } = {}) {
  if (isInstalled({ withoutDev })) return
  requireSpace(inCheckout(), 1500)
  say('Installing the locked packages; this takes a minute or two')
  const npm = process.env.npm_execpath
  const args = ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error']
  const shell = !npm && process.platform === 'win32'
  const code = await (npm
    ? runAloud(process.execPath, [npm, ...args], at)
    : runAloud('npm', args, { ...at, shell }))
  if (code !== 0 || !isInstalled())
    throw new Refusal('The packages could not be installed; npm says why above.')
}

const at = { cwd: inCheckout() }
