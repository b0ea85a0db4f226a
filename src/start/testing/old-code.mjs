import { execFileSync } from 'node:child_process'
import { chmodSync, cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inCheckout } from '../checkout.mjs'
import { released } from '../expand-first.mjs'
import { migrationFiles } from '../migration-files.mjs'

const git = (...args) =>
  execFileSync('git', args, {
    cwd: inCheckout(),
    maxBuffer: 2 ** 29,
    stdio: ['ignore', 'pipe', 'ignore'],
  })

/** The commit before the one that brought a migration; nothing where the history does not reach that far. */
function commitBefore(migration) {
  const file = `migrations/${migration}.ts`
  try {
    const [added = ''] = git('log', '--diff-filter=A', '--format=%H', '--', file).toString().split('\n')
    const before = git('rev-parse', '--verify', `${added}^`).toString().trim()
    // A shallow clone has a first commit that brings everything.
    return git('ls-tree', before, file).length === 0 ? before : undefined
  } catch {
    return undefined
  }
}

/** Does this checkout hold the packages of a commit, each in its version? */
function hasPackagesOf(commit) {
  const { dependencies, devDependencies } = JSON.parse(git('show', `${commit}:package.json`).toString())
  const { packages } = JSON.parse(readFileSync(inCheckout('package-lock.json'), 'utf8'))
  return Object.entries({ ...dependencies, ...devDependencies }).every(
    ([name, version]) => packages[`node_modules/${name}`]?.version === version,
  )
}

/**
 * The oldest code since the latest release that runs with the packages of this checkout, and the migrations that it does not
 * know. Nothing where there is no history, or no migration since.
 * @returns {{ commit: string, unknown: string[] } | undefined}
 */
export function findOldCode() {
  const later = migrationFiles().filter((name) => name > released)
  for (const migration of later) {
    const commit = commitBefore(migration)
    if (!commit || !hasPackagesOf(commit)) continue
    const known = git('ls-tree', '--name-only', commit, 'migrations/').toString()
    return { commit, unknown: later.filter((name) => !known.includes(`${name}.ts`)) }
  }
  return undefined
}

/** That code in a folder of its own, with the packages and the migrations of this checkout. */
export function layOutOldCode(commit) {
  const folder = mkdtempSync(join(tmpdir(), 'molini-old-'))
  chmodSync(folder, 0o755)
  execFileSync('tar', ['-x', '-C', folder], { input: git('archive', commit) })
  rmSync(join(folder, 'migrations'), { recursive: true })
  cpSync(inCheckout('migrations'), join(folder, 'migrations'), { recursive: true })
  symlinkSync(inCheckout('node_modules'), join(folder, 'node_modules'))
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) }
}
