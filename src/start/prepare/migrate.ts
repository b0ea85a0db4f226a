import { readdirSync } from 'node:fs'
import type { Payload } from 'payload'
import { migrations } from '../../../migrations'

/** Migrations by the files that are there, which is what must be recorded in the end. */
const namesIn = (folder: string): string[] =>
  readdirSync(folder)
    .filter((file) => /^\d.*\.ts$/.test(file))
    .map((file) => file.slice(0, -'.ts'.length))

/**
 * Brings an empty database to the schema as it was after the migration `last`, for a backup of that time. Throws when
 * this code does not know it.
 */
export async function migrateTo(payload: Payload, last: string): Promise<void> {
  const { migrationDir } = payload.db
  const wanted = namesIn(migrationDir).filter((name) => name <= last)
  if (!wanted.includes(last))
    throw new Error(`This code does not know the migration ${last}: use a newer one`)
  await payload.db.migrate({ migrations: migrations.filter(({ name }) => wanted.includes(name)) as never })
  await requireRecorded(payload, wanted)
}

/**
 * Runs the migrations that are missing, then looks at the effect: Payload hides a failed COMMIT, so a
 * migration counts only when its record is in the database.
 */
export async function migrate(payload: Payload): Promise<void> {
  const { migrationDir } = payload.db
  await payload.db.migrate({ migrations: migrations as never })
  await requireRecorded(payload, namesIn(migrationDir))
}

async function requireRecorded(payload: Payload, wanted: readonly string[]): Promise<void> {
  const { docs } = await payload.find({
    collection: 'payload-migrations',
    limit: 0,
    pagination: false,
    overrideAccess: true,
  })
  const recorded = new Set(docs.map(({ name }) => name))
  const missing = wanted.filter((name) => !recorded.has(name))
  if (missing.length > 0) throw new Error(`These migrations did not take effect: ${missing.join(', ')}`)
}
