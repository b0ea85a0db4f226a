import { randomBytes, randomUUID } from 'node:crypto'
import type { CollectionSlug, PayloadRequest } from 'payload'
import { sql } from '@payloadcms/db-postgres'
import { rowsOf, type Transaction } from '#services/transaction'

/** What every part of the seed works with; all of one part lies in one transaction. */
export interface Seeding {
  readonly req: PayloadRequest
  readonly tx: Transaction
}

/** Fields as the database layer takes them: a localised field holds all languages at once. */
export type Fields = Record<string, unknown>

/** Payload gives the rows of arrays and blocks ids in this form. */
export const newRowId = (): string => randomBytes(12).toString('hex')

/** Writes one document below the hooks, where all languages fit into one call. Returns its id. */
export async function insertDocument(
  { req }: Seeding,
  collection: CollectionSlug,
  data: Fields,
): Promise<string> {
  const id = randomUUID()
  await req.payload.db.create({ collection, customID: id, data, req, returning: false })
  return id
}

/** Writes a published document together with its first version, which is what the admin lists. Returns its id. */
export async function publishDocument(
  seeding: Seeding,
  collection: CollectionSlug,
  data: Fields,
): Promise<string> {
  const now = new Date().toISOString()
  const document = { ...data, _status: 'published', createdAt: now, updatedAt: now }
  // The database layer takes ids out of the rows that it is given.
  const id = await insertDocument(seeding, collection, structuredClone(document))
  const { req } = seeding
  await req.payload.db.createVersion({
    autosave: false,
    collectionSlug: collection,
    createdAt: now,
    parent: id,
    req,
    returning: false,
    updatedAt: now,
    versionData: document as never,
  })
  return id
}

/** What is there already, trash included: the value of `key` and the id of its row. */
export async function idsBy({ tx }: Seeding, table: string, key: string): Promise<Map<string, string>> {
  const rows = await rowsOf<{ key: string; id: string }>(
    tx,
    sql`SELECT ${sql.identifier(key)} AS key, id FROM ${sql.identifier(table)} WHERE ${sql.identifier(key)} IS NOT NULL`,
  )
  return new Map(rows.map((row) => [row.key, row.id]))
}

/** The id behind a name of the catalogue; a name that leads nowhere is a mistake in its data. */
export function idOf(ids: ReadonlyMap<string, string>, key: string, what: string): string {
  const id = ids.get(key)
  if (id === undefined) throw new Error(`The demo catalogue names the ${what} ${key}, which is not there`)
  return id
}
