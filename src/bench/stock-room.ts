import { createHash, randomBytes } from 'node:crypto'
import pg from 'pg'
import { cardCodeFrom, normalCardCode } from '#domain/credit'

/** What a measurement or a proof looks up and arranges beside the shop, straight in its database. */
export async function stockRoom(databaseUrl: string) {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 3 })
  // The proofs kill what the pool is connected to.
  pool.on('error', () => undefined)
  const one = async <Row>(query: string, values: unknown[] = []): Promise<Row[]> =>
    (await pool.query(query, values)).rows as Row[]
  return {
    one,
    /** Sizes for sale in euros, spread over products. */
    variants: async (count: number): Promise<string[]> =>
      (
        await one<{ id: string }>(
          `SELECT DISTINCT ON (p.id) v.id FROM variants v JOIN products p ON p.id = v.product_id JOIN styles s ON s.id = p.style_id
           WHERE p._status = 'published' AND s._status = 'published' AND p.price_in_e_u_r_enabled AND v.deleted_at IS NULL
             AND coalesce(p.launched_at <= now(), true) ORDER BY p.id, v.id LIMIT $1`,
          [count],
        )
      ).map(({ id }) => id),
    deliver: async (variants: readonly string[], quantity: number): Promise<void> => {
      await one(
        `INSERT INTO stock_movements (variant_id, location_id, quantity, kind, reason)
         SELECT v::uuid, (SELECT id FROM locations WHERE is_default), $2, 'delivery', 'Measurement' FROM unnest($1::text[]) v`,
        [variants, quantity],
      )
    },
    /** A gift card with so many minor units of euros on it. Its code works at once. */
    giftCard: async (amount: number): Promise<string> => {
      const code = cardCodeFrom(randomBytes(20))
      // As `cardCodeHash` does, which wants the shop's environment.
      const hash = createHash('sha256')
        .update(`gift-card:${normalCardCode(code)}`)
        .digest('hex')
      await one(
        `WITH card AS (INSERT INTO credits (kind, currency, code_hash, last4) VALUES ('gift-card', 'EUR', $1, $2) RETURNING id)
         INSERT INTO credit_entries (credit_id, kind, amount) SELECT id, 'issue', $3 FROM card`,
        [hash, code.slice(-4), amount],
      )
      return code
    },
    /** Every way in which ledger, counters, reservations, carts and orders could disagree; empty when none does. */
    faults: (): Promise<{ fault: string; count: number }[]> =>
      one(`
        SELECT 'on hand differs from the sum of movements' AS fault, count(*)::int AS count FROM (
          SELECT l.variant_id FROM stock_levels l LEFT JOIN stock_movements m USING (variant_id, location_id)
          GROUP BY l.id HAVING l.on_hand <> coalesce(sum(m.quantity), 0)) a HAVING count(*) > 0
        UNION ALL SELECT 'reserved differs from the open reservations', count(*)::int FROM (
          SELECT l.variant_id FROM stock_levels l LEFT JOIN reservations r USING (variant_id, location_id)
          GROUP BY l.id HAVING l.reserved <> coalesce(sum(r.quantity), 0)) b HAVING count(*) > 0
        UNION ALL SELECT 'a hold without its alert, or the other way round', count(*)::int FROM (SELECT id FROM stock_alerts WHERE status = 'held') a
          FULL JOIN (SELECT alert_id FROM reservations WHERE alert_id IS NOT NULL) r ON r.alert_id = a.id WHERE a.id IS NULL OR r.alert_id IS NULL HAVING count(*) > 0
        UNION ALL SELECT 'a hold of which nobody was told', count(*)::int FROM stock_alerts a
          WHERE a.held_until IS NOT NULL AND NOT EXISTS (SELECT FROM emails e WHERE e.template = 'back-in-stock' AND e.entity LIKE a.id || ':%') HAVING count(*) > 0
        UNION ALL SELECT 'a bought cart without its order', count(*)::int FROM carts c
          WHERE c.status = 'bought' AND NOT EXISTS (SELECT FROM orders o WHERE o.cart_id = c.id) HAVING count(*) > 0
        UNION ALL SELECT 'an order whose cart is still open', count(*)::int FROM orders o JOIN carts c ON c.id = o.cart_id
          WHERE c.status = 'open' HAVING count(*) > 0
        UNION ALL SELECT 'an open order that holds not what it sells', count(*)::int FROM (
          SELECT o.id FROM orders o JOIN orders_lines n ON n._parent_id = o.id WHERE o.fulfilment_status IN ('unfulfilled', 'partially-fulfilled')
          GROUP BY o.id HAVING sum(n.quantity - n.shipped) <> (SELECT coalesce(sum(r.quantity), 0) FROM reservations r WHERE r.order_id = o.id)) d HAVING count(*) > 0
        UNION ALL SELECT 'a balance that is not the sum of its entries', count(*)::int FROM (
          SELECT k.id FROM credits k LEFT JOIN credit_entries e ON e.credit_id = k.id GROUP BY k.id HAVING k.balance <> coalesce(sum(e.amount), 0)) e HAVING count(*) > 0
        UNION ALL SELECT 'a gift card that was not spent as its orders say', count(*)::int FROM (
          SELECT credit_id, order_id, sum(amount) AS amount FROM (
            SELECT credit_id, order_id, amount FROM credit_entries WHERE kind IN ('spend', 'give-back')
            UNION ALL SELECT p.credit_id, p.order_id, CASE p.status WHEN 'authorised' THEN p.amount ELSE p.captured END - (
              SELECT coalesce(sum(r.amount), 0) FROM refunds r WHERE r.payment_id = p.id AND r.status = 'done' AND r.credit_id IS NULL)
              FROM payments p WHERE p.credit_id IS NOT NULL) moves
          GROUP BY 1, 2 HAVING sum(amount) <> 0) f HAVING count(*) > 0
        UNION ALL SELECT 'an order without a payment or its mail', count(*)::int FROM orders o
          WHERE NOT EXISTS (SELECT FROM payments p WHERE p.order_id = o.id)
             OR (o.exchange_of_id IS NULL
               AND NOT EXISTS (SELECT FROM emails e WHERE e.entity = o.number AND e.template = 'order-placed')) HAVING count(*) > 0`),
    close: () => pool.end(),
  }
}
