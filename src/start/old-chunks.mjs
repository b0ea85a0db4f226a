/** Whoever has a page open from before a release still asks for the scripts and styles of that build. */
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'

const keptFor = 7 * 24 * 3600 * 1000
const asideOf = (dist) => `${dist}-before`

/** Before a build, which empties its folder. */
export function setAside(dist) {
  if (!existsSync(join(dist, 'static'))) return
  rmSync(asideOf(dist), { recursive: true, force: true })
  renameSync(join(dist, 'static'), asideOf(dist))
}

/** After it: what is younger than a week comes back beside the new files, under its own name, which has a hash. */
export function bringBack(dist, now = Date.now()) {
  const aside = asideOf(dist)
  if (!existsSync(aside)) return
  for (const entry of readdirSync(aside, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue
    const from = join(entry.parentPath ?? entry.path, entry.name)
    const to = join(dist, 'static', from.slice(aside.length))
    if (existsSync(to) || now - statSync(from).mtimeMs > keptFor) continue
    mkdirSync(dirname(to), { recursive: true })
    renameSync(from, to)
  }
  rmSync(aside, { recursive: true, force: true })
}
