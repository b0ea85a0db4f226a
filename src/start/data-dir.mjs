import { createHash } from 'node:crypto'
import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { checkout } from './checkout.mjs'
import { nearestExisting } from './disk-space.mjs'
import { canPass, letPass } from './postgres/account.mjs'

const elsewhere = (path) =>
  join('/var/lib/molini', createHash('sha256').update(path).digest('hex').slice(0, 12))

/**
 * Where media, mail and secrets live, and where the database does. They are one place, but for root below
 * a folder that the database user cannot enter, such as root's home: then the default moves as a whole,
 * and of a place that was asked for only the database moves.
 */
export function chooseDataDir({ asked, dataDir, account }) {
  if (canReach(dataDir, account)) return { dataDir, base: dataDir }
  if (asked) return { dataDir, base: elsewhere(dataDir) }
  const moved = elsewhere(checkout)
  return { dataDir: moved, base: moved }
}

function canReach(path, account) {
  if (!account) return true
  if (existsSync(path)) letPass(path, account)
  return canPass(nearestExisting(path), account)
}

/** Others may pass through to what is theirs, and list nothing. */
export const makeDataDir = (path) => mkdirSync(path, { recursive: true, mode: 0o711 })
