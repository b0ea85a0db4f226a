import { readdirSync } from 'node:fs'
import type { Payload } from 'payload'

/** Migrations by the files that are there, which is what must be recorded in the end. */
const namesIn = (folder: string): string[] =>
  readdirSync(folder)
    .filter((file) => /^\d.*\.ts$/.test(file))
    .map((file) => file.slice(0, -'.ts'.length))

/**
 * Runs the migrations that are missing, then looks at the effect: Payload hides a failed COMMIT, so a
 * migration counts only when its record is in the database.
 */
export async function migrate(payload: Payload): Promise<void> {
  const { migrationDir } = payload.db
  await payload.db.migrate()
  const { docs } = await payload.find({
    collection: 'payload-migrations',
    limit: 0,
    pagination: false,
    overrideAccess: true,
  })
  const recorded = new Set(docs.map(({ name }) => name))
  const missing = namesIn(migrationDir).filter((name) => !recorded.has(name))
  if (missing.length > 0) throw new Error(`These migrations did not take effect: ${missing.join(', ')}`)
}
