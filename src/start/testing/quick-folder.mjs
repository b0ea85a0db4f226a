import { accessSync, constants, mkdtempSync, statfsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const memory = '/dev/shm'
/** Bytes: three workers with a database each, and what backups and pictures add. */
const needed = 6 * 1024 ** 3

function hasRoom() {
  try {
    accessSync(memory, constants.W_OK)
    const { bavail, bsize } = statfsSync(memory)
    return bavail * bsize > needed
  } catch {
    return false
  }
}

/**
 * A new folder for what lives as long as a run of tests: in memory where there is plenty, since each test file copies a
 * database of a thousand files and drops it again, else on disk. Returns its path.
 */
export const quickFolder = (prefix) => mkdtempSync(join(hasRoom() ? memory : tmpdir(), prefix))
