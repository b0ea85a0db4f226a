import { mkdirSync } from 'node:fs'
import { resolve } from 'node:path'
import { giveTo } from './account.mjs'
import { hasLibrary } from './binaries.mjs'

/**
 * Settings by which Postgres puts out each finished piece of its log into a folder of its own, whole and on the disk; every
 * two minutes one is finished when anything was written. Nothing when this package lacks the library that does it.
 */
export function archiveSettings({ base, account, binaries }) {
  if (!hasLibrary(binaries, 'basic_archive')) return {}
  const folder = resolve(base, 'postgres-log')
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  giveTo(folder, account)
  return {
    archive_mode: 'on',
    archive_library: 'basic_archive',
    'basic_archive.archive_directory': folder,
    archive_timeout: '120',
  }
}
