import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { identify, isRunning } from './process-identity.mjs'

const fileIn = (dataDir) => join(dataDir, 'running.json')

/** Who runs on `dataDir`, alive or not: `{ pid, beginning, command, url?, children? }`. */
export function readLock(dataDir) {
  return contentOf(fileIn(dataDir))
}

function contentOf(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return undefined
  }
}

/** The living owner of `dataDir`, or undefined. */
export function findOwner(dataDir) {
  const lock = readLock(dataDir)
  return lock && isRunning(lock) ? lock : undefined
}

/**
 * Makes this process the only one that runs on `dataDir`. The lock appears whole, by link, so nobody reads
 * half of it. Returns `{ left, note, release }`, where `left` is what a killed owner left behind, or
 * `{ owner }` when somebody alive holds it.
 */
export function takeLock(dataDir, command) {
  const file = fileIn(dataDir)
  const draft = `${file}.${process.pid}`
  let content = { ...identify(process.pid), command }
  const write = () => writeFileSync(draft, JSON.stringify(content), { mode: 0o600 })
  write()
  try {
    let left
    for (let attempt = 0; attempt < 5; attempt += 1) {
      if (linked(draft, file)) return { left, note, release }
      const holder = readLock(dataDir)
      if (holder && isRunning(holder)) return { owner: holder }
      left = holder ?? left
      removeStale(file, holder)
    }
    return { owner: readLock(dataDir) }
  } finally {
    rmSync(draft, { force: true })
  }

  function note(more) {
    content = { ...content, ...more }
    write()
    renameSync(draft, file)
  }
  function release() {
    if (readLock(dataDir)?.pid === process.pid) rmSync(file, { force: true })
  }
}

function linked(draft, file) {
  try {
    linkSync(draft, file)
    return true
  } catch (error) {
    if (error.code === 'EEXIST') return false
    throw error
  }
}

/** Moves the stale lock aside before removing it: of two processes that see it, one succeeds. */
function removeStale(file, seen) {
  const aside = `${file}.stale.${process.pid}`
  try {
    renameSync(file, aside)
  } catch {
    return
  }
  const moved = contentOf(aside)
  if (moved && moved.pid !== seen?.pid) linked(aside, file)
  rmSync(aside, { force: true })
}
