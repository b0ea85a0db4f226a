import { existsSync, statfsSync } from 'node:fs'
import { dirname } from 'node:path'
import { Refusal } from './say.mjs'

const mega = 1024 * 1024

/** The folder itself, or the nearest one above it that exists. */
export const nearestExisting = (path) => (existsSync(path) ? path : nearestExisting(dirname(path)))

/** Refuses before anything is written when `path` could not hold `needed` megabytes. */
export function requireSpace(path, needed) {
  const { bavail, bsize } = statfsSync(nearestExisting(path))
  const free = Math.floor((bavail * bsize) / mega)
  if (free >= needed) return
  throw new Refusal(`The disk is full: ${path} needs ${needed} MB, and ${free} MB are free.`)
}
