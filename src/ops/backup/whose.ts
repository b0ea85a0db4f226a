import { randomUUID } from 'node:crypto'
import type { ClientBase } from 'pg'
import type { FileStore } from '../storage/file-store'
import { adoptStore, readShop, requireOwn, type Shop } from '../storage/ownership'
import { provedId } from './memory'
import { listBackups, type Shelf } from './shelf'

const shopId = async (client: ClientBase): Promise<string> =>
  (await readShop(async (statement) => (await client.query<Shop>(statement)).rows)).id

/**
 * Throws `ForeignStore` when the shelf is another shop's. One that names nobody is taken when it is empty, or when this
 * shop has proved a backup on it.
 */
export async function requireOwnShelf(client: ClientBase, shelf: Pick<Shelf, 'store'>): Promise<void> {
  await requireOwn(shelf.store, await shopId(client), async () => {
    const all = await listBackups(shelf)
    const proved = await provedId(client)
    return all.length === 0 || all.some(({ id }) => id === proved)
  })
}

/** From now on this database is the shop that the stores belong to. */
export async function adoptStores(
  client: ClientBase,
  stores: readonly FileStore[],
  now = new Date(),
): Promise<void> {
  const id = await shopId(client)
  for (const store of stores) await adoptStore(store, id)
  await client.query(
    `UPDATE shop_marks SET value = value || jsonb_build_object('adoptedAt', $1::text) WHERE name = 'shop'`,
    [now.toISOString()],
  )
}

/**
 * A restored database has the id of the shop that was saved, which may still be selling: it gets one of its own, and may
 * change no store until it adopts it. With `id` it is the shop whose database it replaces.
 */
export async function becomeShop(client: ClientBase, id: string = randomUUID()): Promise<void> {
  await client.query(
    `INSERT INTO shop_marks (name, value) VALUES ('shop', jsonb_build_object('id', $1::text))
      ON CONFLICT (name) DO UPDATE SET value = excluded.value`,
    [id],
  )
}
