import { existsSync, readdirSync } from 'node:fs'
import { inCheckout } from './checkout.mjs'

/** The names of the migrations in this checkout, oldest first. */
export function migrationFiles() {
  const folder = inCheckout('migrations')
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .filter((file) => /^\d.*\.ts$/.test(file))
    .map((file) => file.slice(0, -'.ts'.length))
    .sort()
}
