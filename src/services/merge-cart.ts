import type { PayloadRequest } from 'payload'
import { maxLines, maxPerLine } from '#domain/cart-limits'
import type { CartView } from '#domain/views'
import { withOpenCart } from './cart-lock'
import { viewAfter } from './cart-read'
import { run, type Statement } from './statement'

/** Older carts of the customer in the same market, in id order, so that two sign-ins do not wait for each other for ever. */
const lockOthers: Statement = {
  name: 'merge-lock',
  text: `SELECT id FROM carts WHERE customer_id = $1 AND id <> $2 AND status = 'open' AND market = $3 ORDER BY id FOR UPDATE SKIP LOCKED`,
}
const moveLines: Statement = {
  name: 'merge-lines',
  text: `WITH theirs AS (
      SELECT l.variant_id, least(sum(l.quantity), ${maxPerLine}) AS quantity, max(l.seen_price) AS seen_price, min(l.id) AS id,
        row_number() OVER (ORDER BY min(l._order), min(l.id)) AS place,
        EXISTS (SELECT 1 FROM carts_lines o WHERE o._parent_id = $1 AND o.variant_id = l.variant_id) AS here
      FROM carts_lines l WHERE l._parent_id = ANY ($2::uuid[]) GROUP BY l.variant_id),
    room AS (SELECT count(*) AS lines, coalesce(max(_order), 0) AS last FROM carts_lines WHERE _parent_id = $1),
    numbered AS (SELECT t.*, row_number() OVER (PARTITION BY here ORDER BY place) AS nth FROM theirs t)
    INSERT INTO carts_lines (id, _parent_id, _order, variant_id, quantity, seen_price)
    SELECT substr(md5($1::text || n.id), 1, 24), $1, room.last + n.place, n.variant_id, n.quantity, n.seen_price
    FROM numbered n, room WHERE n.here OR room.lines + n.nth <= ${maxLines}
    ON CONFLICT (_parent_id, variant_id) DO UPDATE SET quantity = least(carts_lines.quantity + excluded.quantity, ${maxPerLine})`,
}
const closeOthers: Statement = {
  name: 'merge-close',
  text: `UPDATE carts SET status = 'merged', updated_at = now() WHERE id = ANY ($1::uuid[])`,
}
/** What is held for a bag goes with its pairs. */
const moveHolds: Statement = {
  name: 'merge-holds',
  text: 'UPDATE reservations SET cart_id = $1 WHERE cart_id = ANY ($2::uuid[]) AND alert_id IS NOT NULL',
}
const give: Statement = {
  name: 'merge-give',
  text: 'UPDATE carts SET customer_id = $2, updated_at = now() WHERE id = $1 AND customer_id IS DISTINCT FROM $2',
}

/**
 * At sign-in: the cart in hand becomes the customer's, and takes in the lines of those they left open in the
 * same market; quantities add up as far as a line goes. Throws `cart.not-found` or `cart.bought`.
 */
export const mergeCart = (req: PayloadRequest, token: string, customerId: string): Promise<CartView> =>
  withOpenCart(req, token, async (tx, cart) => {
    const others = await run<{ id: string }>(tx, lockOthers, [customerId, cart.id, cart.market])
    const ids = others.map(({ id }) => id)
    if (ids.length > 0) {
      await run(tx, moveLines, [cart.id, ids])
      await run(tx, moveHolds, [cart.id, ids])
      await run(tx, closeOthers, [ids])
    }
    return viewAfter(tx, token, run(tx, give, [cart.id, customerId]))
  })
