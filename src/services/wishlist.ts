import { createHmac } from 'node:crypto'
import type { PayloadRequest } from 'payload'
import { env } from '#env'
import { DomainError } from '#domain/errors'
import { guestWishDays, mostWishes } from '#domain/wishlist'
import { cartTokenHash, newCartToken, newRowId } from './cart-token'
import { idOf, run, type Statement } from './statement'
import { inTransaction, type Transaction } from './transaction'
import { isSameKey } from './same-key'

/** Whose list it is: the customer's, or that of whoever holds the token. */
export interface Wisher {
  token?: string
  customerId?: string
}

export interface Wishes {
  /** Product ids, the newest first. */
  ids: string[]
  /** Their addresses, in the same order. */
  slugs: string[]
  /** The key of the link by which others may look, while there is one. */
  shareKey?: string
}

interface ListRow {
  id: string
  shared: boolean
  edition: number
}

const findOf = (lock: string): Statement => ({
  name: `wishlist-find${lock && '-lock'}`,
  text: `SELECT id, shared, edition::float8 AS edition FROM wishlists
    WHERE CASE WHEN $1::text IS NOT NULL THEN customer_id = ${idOf('$1')} ELSE secret_hash = $2 AND customer_id IS NULL END ${lock}`,
})
const find = findOf('')
const findLocked = findOf('FOR UPDATE')
const makeForCustomer: Statement = {
  name: 'wishlist-make-customer',
  text: 'INSERT INTO wishlists (customer_id) VALUES ($1) ON CONFLICT (customer_id) DO NOTHING',
}
const makeForGuest: Statement = {
  name: 'wishlist-make-guest',
  text: 'INSERT INTO wishlists (secret_hash) VALUES ($1)',
}
const items: Statement = {
  name: 'wishlist-items',
  text: `SELECT i.product_id AS id, p.slug FROM wishlists_items i JOIN products p ON p.id = i.product_id AND p.deleted_at IS NULL AND p._status = 'published'
    WHERE i._parent_id = $1 ORDER BY i.added_at DESC, i._order DESC LIMIT ${mostWishes}`,
}
const productOf: Statement = {
  name: 'wishlist-product',
  text: `SELECT id FROM products WHERE slug = $1 AND deleted_at IS NULL AND _status = 'published'`,
}
const add: Statement = {
  name: 'wishlist-add',
  text: `INSERT INTO wishlists_items (id, _parent_id, _order, product_id, added_at)
    SELECT $3, $1, coalesce(max(_order), 0) + 1, $2, now() FROM wishlists_items WHERE _parent_id = $1
    ON CONFLICT (_parent_id, product_id) DO NOTHING`,
}
const countItems: Statement = {
  name: 'wishlist-count',
  text: 'SELECT count(*)::float8 AS count FROM wishlists_items WHERE _parent_id = $1',
}
const remove: Statement = {
  name: 'wishlist-remove',
  text: 'DELETE FROM wishlists_items WHERE _parent_id = $1 AND product_id IN (SELECT id FROM products WHERE slug = $2)',
}
const touch: Statement = {
  name: 'wishlist-touch',
  text: 'UPDATE wishlists SET updated_at = now() WHERE id = $1',
}
const moveItems: Statement = {
  name: 'wishlist-move',
  text: `INSERT INTO wishlists_items (id, _parent_id, _order, product_id, added_at)
    SELECT substr(md5($1::text || i.id), 1, 24), $1, room.last + row_number() OVER (ORDER BY i._order), i.product_id, i.added_at
    FROM wishlists_items i, (SELECT coalesce(max(_order), 0) AS last, ${mostWishes} - count(*) AS free FROM wishlists_items WHERE _parent_id = $1) room
    WHERE i._parent_id = $2 AND NOT EXISTS (SELECT 1 FROM wishlists_items o WHERE o._parent_id = $1 AND o.product_id = i.product_id)
    ORDER BY i._order DESC LIMIT (SELECT greatest(${mostWishes} - count(*), 0) FROM wishlists_items WHERE _parent_id = $1)`,
}
const drop: Statement = { name: 'wishlist-drop', text: 'DELETE FROM wishlists WHERE id = $1' }
const share: Statement = {
  name: 'wishlist-share',
  text: `UPDATE wishlists SET shared = $2, edition = edition + CASE WHEN $2 THEN 0 ELSE 1 END, updated_at = now() WHERE id = $1
    RETURNING id, shared, edition::float8 AS edition`,
}
const sharedList: Statement = {
  name: 'wishlist-shared',
  text: `SELECT id, shared, edition::float8 AS edition FROM wishlists WHERE id = ${idOf('$1')} AND shared`,
}
const forget: Statement = {
  name: 'wishlist-forget',
  text: `DELETE FROM wishlists WHERE customer_id IS NULL AND updated_at < now() - make_interval(days => $1::int) RETURNING id`,
}

const signed = ({ id, edition }: ListRow): string =>
  createHmac('sha256', `${env.PAYLOAD_SECRET}:wishlist`)
    .update(`${id}:${edition}`)
    .digest('base64url')
    .slice(0, 22)

const keyOf = (list: ListRow): string => `${list.id}.${signed(list)}`

const valuesOf = ({ token, customerId }: Wisher) => [customerId ?? null, token ? cartTokenHash(token) : null]

async function viewOf(runner: Transaction | PayloadRequest, list: ListRow | undefined): Promise<Wishes> {
  if (!list) return { ids: [], slugs: [] }
  const found = await run<{ id: string; slug: string }>(runner, items, [list.id])
  return {
    ids: found.map(({ id }) => id),
    slugs: found.map(({ slug }) => slug),
    ...(list.shared && { shareKey: keyOf(list) }),
  }
}

/** What somebody keeps; nothing for who keeps nothing. */
export async function readWishes(req: PayloadRequest, who: Wisher): Promise<Wishes> {
  if (!who.token && !who.customerId) return { ids: [], slugs: [] }
  const [list] = await run<ListRow>(req, find, valuesOf(who))
  return viewOf(req, list)
}

async function lockOrMake(tx: Transaction, who: Wisher): Promise<{ list: ListRow; token?: string }> {
  const [known] = await run<ListRow>(tx, findLocked, valuesOf(who))
  if (known) return { list: known }
  const token = who.customerId ? undefined : newCartToken()
  if (token) await run(tx, makeForGuest, [cartTokenHash(token)])
  else await run(tx, makeForCustomer, [who.customerId])
  const [made] = await run<ListRow>(tx, findLocked, valuesOf(token ? { token } : who))
  if (!made) throw new Error('A wishlist was not written')
  return { list: made, ...(token && { token }) }
}

/**
 * Keeps a shoe for later. Keeping it twice changes nothing. `token` is there when the list is new and nobody's in
 * particular. Throws `product.not-found`, and `wishlist.full`.
 */
export const addWish = (
  req: PayloadRequest,
  who: Wisher,
  slug: string,
): Promise<{ wishes: Wishes; token?: string }> =>
  inTransaction(req, async (tx) => {
    const [product] = await run<{ id: string }>(tx, productOf, [slug])
    if (!product) throw new DomainError('product.not-found')
    const { list, token } = await lockOrMake(tx, who)
    await run(tx, add, [list.id, product.id, newRowId()])
    const [row] = await run<{ count: number }>(tx, countItems, [list.id])
    if ((row?.count ?? 0) > mostWishes) throw new DomainError('wishlist.full', { most: mostWishes })
    await run(tx, touch, [list.id])
    return { wishes: await viewOf(tx, list), ...(token && { token }) }
  })

/** Forgets a shoe. One that is not on the list changes nothing. */
export const removeWish = (req: PayloadRequest, who: Wisher, slug: string): Promise<Wishes> =>
  inTransaction(req, async (tx) => {
    const [list] = await run<ListRow>(tx, findLocked, valuesOf(who))
    if (!list) return { ids: [], slugs: [] }
    await run(tx, remove, [list.id, slug])
    await run(tx, touch, [list.id])
    return viewOf(tx, list)
  })

/** Opens a list to whoever has its link, or closes it: links that were given out before are dead then. Throws `wishlist.not-found`. */
export const shareWishes = (req: PayloadRequest, who: Wisher, isShared: boolean): Promise<Wishes> =>
  inTransaction(req, async (tx) => {
    const [list] = await run<ListRow>(tx, findLocked, valuesOf(who))
    if (!list) throw new DomainError('wishlist.not-found')
    const [row] = list.shared === isShared ? [list] : await run<ListRow>(tx, share, [list.id, isShared])
    return viewOf(tx, row)
  })

/** The list behind a link, to look at. Throws `wishlist.not-found` for a key that is wrong or was taken back. */
export async function sharedWishes(req: PayloadRequest, key: string): Promise<Wishes> {
  const [id = '', mark = ''] = key.split('.')
  const [list] = await run<ListRow>(req, sharedList, [id])
  if (!list || !isSameKey(signed(list), mark)) throw new DomainError('wishlist.not-found')
  return viewOf(req, list)
}

/** At sign-in: what was kept before becomes the customer's, and ends as a list of its own. Repeating it changes nothing. */
export const adoptWishes = (req: PayloadRequest, token: string, customerId: string): Promise<void> =>
  inTransaction(req, async (tx) => {
    const { list: own } = await lockOrMake(tx, { customerId })
    const [guest] = await run<ListRow>(tx, findLocked, valuesOf({ token }))
    if (!guest) return
    await run(tx, moveItems, [own.id, guest.id])
    await run(tx, drop, [guest.id])
    await run(tx, touch, [own.id])
  })

/** Lists of nobody in particular end some months after their last change. Answers with how many did. */
export const forgetWishes = async (req: PayloadRequest): Promise<number> =>
  (await run(req, forget, [guestWishDays])).length
