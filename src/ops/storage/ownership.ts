import { gather, type FileStore } from './file-store'

/** Says in a store whose it is. Outside of the folders that are swept. */
const markerKey = 'owner/shop.json'

export interface Shop {
  readonly id: string
  /** When it last took stores over that may have been another's, as ISO time. */
  readonly adoptedAt: string | null
}

/** Writes nothing when there is one: a quiet shop must not fill the log of its database by asking. */
const makeShop = `INSERT INTO shop_marks (name, value) VALUES ('shop', jsonb_build_object('id', gen_random_uuid())) ON CONFLICT DO NOTHING`
const findShop = `SELECT value->>'id' AS id, value->>'adoptedAt' AS "adoptedAt" FROM shop_marks WHERE name = 'shop'`

/** Which shop the database of `ask` is. One that does not know yet is told. */
export async function readShop(ask: (statement: string) => Promise<readonly Shop[]>): Promise<Shop> {
  await ask(makeShop)
  const [shop] = await ask(findShop)
  if (!shop?.id) throw new Error('The database does not say which shop it is')
  return shop
}

/** The store belongs to another database: nothing in it may be written or deleted by this one. */
export class ForeignStore extends Error {
  override name = 'ForeignStore'
}

async function readOwner(store: FileStore): Promise<string | undefined> {
  const content = await store.read(markerKey)
  if (!content) return undefined
  return (JSON.parse((await gather(content)).toString()) as { id: string }).id
}

/** From now on the store is that of the shop `id`, whoever had it. */
export async function adoptStore(store: FileStore, id: string): Promise<void> {
  await store.delete(markerKey)
  await store.put(markerKey, Buffer.from(JSON.stringify({ id })), { type: 'application/json' })
}

const refusal = (store: FileStore, what: string): ForeignStore =>
  new ForeignStore(
    `${store.name}: these files ${what}. If this database is the shop now, say so: npm run backup -- --adopt`,
  )

/**
 * Throws `ForeignStore` unless the store belongs to the shop `id`. One that belongs to nobody yet is taken when
 * `mayClaim` says that what is in it is this shop's.
 */
export async function requireOwn(
  store: FileStore,
  id: string,
  mayClaim: () => Promise<boolean> | boolean,
): Promise<void> {
  const owner = await readOwner(store)
  if (owner === id) return
  if (owner !== undefined) throw refusal(store, 'belong to another shop')
  if (!(await mayClaim())) throw refusal(store, 'are not known to be of this shop')
  await adoptStore(store, id)
  // Of two that take it at once, one has it.
  if ((await readOwner(store)) !== id) throw refusal(store, 'belong to another shop')
}
