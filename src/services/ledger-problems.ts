import { sql } from '@payloadcms/db-postgres'
import type { PayloadRequest } from 'payload'
import { rowsOf } from './transaction'

export interface LedgerProblem {
  rule: string
  subject: string
  expected: number
  actual: number
}

/**
 * Where the books of stock and money disagree with themselves, at most 100 places; none in a sound shop.
 * Movements sum to on hand, reservations to reserved, each alert with a hold has its pair, what is unshipped of live orders to their reservations,
 * shipments to what lines say has shipped, lines to their order, payments and refunds to what the order says has come,
 * gone and is owed, invoices and credit notes to totals and refunds, returns to what went back on the shelf; entries of gift cards and credit to their balance, and what orders took of
 * them to their payments and refunds.
 */
export const ledgerProblems = (req: PayloadRequest): Promise<LedgerProblem[]> =>
  rowsOf<LedgerProblem>(
    req,
    sql`WITH
      moved AS (SELECT variant_id, location_id, sum(quantity) AS pairs FROM stock_movements GROUP BY 1, 2),
      held AS (SELECT variant_id, location_id, sum(quantity) AS pairs FROM reservations GROUP BY 1, 2),
      unshipped AS (
        SELECT o.id, o.number, sum(CASE WHEN o.fulfilment_status = 'cancelled' THEN 0 ELSE l.quantity - l.shipped END) AS pairs,
          sum(l.unit_price * l.quantity) AS subtotal, sum(l.discount) AS discount, sum(l.tax) AS tax, sum(l.shipped) AS shipped
        FROM orders o JOIN orders_lines l ON l._parent_id = o.id GROUP BY o.id),
      of_order AS (SELECT order_id, sum(quantity) AS pairs FROM reservations WHERE order_id IS NOT NULL GROUP BY 1),
      paid AS (SELECT order_id, sum(captured) AS captured, sum(refunded) AS refunded FROM payments GROUP BY 1),
      back AS (
        SELECT order_id, sum(CASE status WHEN 'done' THEN amount ELSE 0 END) AS done, sum(CASE status WHEN 'owed' THEN amount ELSE 0 END) AS owed
        FROM refunds GROUP BY 1),
      in_ledger AS (SELECT credit_id, sum(amount) AS balance FROM credit_entries GROUP BY 1),
      drawn AS (
        SELECT credit_id, order_id, -sum(amount) AS amount FROM credit_entries WHERE kind IN ('spend', 'give-back') GROUP BY 1, 2),
      by_credit AS (
        SELECT credit_id, order_id, sum(CASE status WHEN 'authorised' THEN amount ELSE captured END - (
            SELECT coalesce(sum(r.amount), 0) FROM refunds r WHERE r.payment_id = p.id AND r.status = 'done' AND r.credit_id IS NULL)) AS amount,
          sum(CASE status WHEN 'authorised' THEN amount ELSE 0 END) AS held
        FROM payments p WHERE credit_id IS NOT NULL GROUP BY 1, 2),
      to_credit AS (SELECT credit_id, order_id, sum(amount) AS amount FROM refunds WHERE credit_id IS NOT NULL AND status = 'done' GROUP BY 1, 2),
      put AS (SELECT credit_id, order_id, sum(amount) AS amount FROM credit_entries WHERE kind = 'refund' GROUP BY 1, 2),
      issued AS (
        SELECT order_id, sum(total) FILTER (WHERE kind = 'invoice') AS invoiced,
          coalesce(sum(total) FILTER (WHERE source LIKE 'change:%'), 0) AS changed, coalesce(sum(total) FILTER (WHERE source LIKE 'refund:%'), 0) AS credited
        FROM invoices GROUP BY 1),
      to_note AS (
        SELECT order_id, sum(amount) AS amount FROM (
          SELECT r.order_id, sum(r.amount) FILTER (WHERE r.status = 'done') AS amount FROM refunds r
          GROUP BY r.order_id, r.request HAVING bool_and(r.status <> 'owed') AND bool_and(r.kind NOT IN ('edit', 'late'))
            AND NOT (bool_or(r.kind = 'withdrawal') AND sum(r.shipping) = 0 AND NOT bool_or(EXISTS (SELECT FROM refunds_lines l WHERE l._parent_id = r.id)))) n
        GROUP BY 1),
      sent AS (SELECT s.order_id, sum(l.quantity) AS pairs FROM shipments s JOIN shipments_lines l ON l._parent_id = s.id GROUP BY 1),
      sold AS (SELECT document, -sum(quantity) AS pairs FROM stock_movements WHERE kind = 'sale' GROUP BY 1),
      figures (rule, subject, expected, actual) AS (
        SELECT 'on hand = movements', coalesce(s.variant_id, m.variant_id)::text, coalesce(m.pairs, 0), coalesce(s.on_hand, 0)
          FROM stock_levels s FULL JOIN moved m USING (variant_id, location_id)
        UNION ALL SELECT 'reserved = reservations', coalesce(s.variant_id, h.variant_id)::text, coalesce(h.pairs, 0), coalesce(s.reserved, 0)
          FROM stock_levels s FULL JOIN held h USING (variant_id, location_id)
        UNION ALL SELECT 'a hold has its alert and its pair', coalesce(a.id, r.alert_id)::text, (a.id IS NOT NULL)::int, (r.alert_id IS NOT NULL)::int
          FROM (SELECT id FROM stock_alerts WHERE status = 'held') a FULL JOIN (SELECT alert_id FROM reservations WHERE alert_id IS NOT NULL) r ON r.alert_id = a.id
        UNION ALL SELECT 'an order holds what it has not shipped', u.number, u.pairs, coalesce(r.pairs, 0)
          FROM unshipped u LEFT JOIN of_order r ON r.order_id = u.id
        UNION ALL SELECT 'shipped = shipments', u.number, u.shipped, coalesce(t.pairs, 0) FROM unshipped u LEFT JOIN sent t ON t.order_id = u.id
        UNION ALL SELECT 'shipped = sale movements', u.number, u.shipped, coalesce(d.pairs, 0) FROM unshipped u LEFT JOIN sold d ON d.document = u.number
        UNION ALL SELECT 'subtotal = lines', o.number, u.subtotal, o.subtotal FROM orders o JOIN unshipped u USING (id)
        UNION ALL SELECT 'discount = lines', o.number, u.discount, o.discount FROM orders o JOIN unshipped u USING (id)
        UNION ALL SELECT 'tax = lines and shipping', o.number, u.tax + o.shipping_tax, o.tax FROM orders o JOIN unshipped u USING (id)
        UNION ALL SELECT 'invoice - changes = total', o.number, o.total, i.invoiced - i.changed FROM orders o JOIN issued i ON i.order_id = o.id
        UNION ALL SELECT 'credit notes = refunds', o.number, coalesce(n.amount, 0), i.credited
          FROM orders o JOIN issued i ON i.order_id = o.id LEFT JOIN to_note n ON n.order_id = o.id
        UNION ALL SELECT 'invoices have no gap', kind || ' ' || year, max(serial), count(*) FROM invoices GROUP BY kind, year
        UNION ALL SELECT 'captured = payments', o.number, p.captured, o.captured FROM orders o JOIN paid p ON p.order_id = o.id
        UNION ALL SELECT 'refunded = payments', o.number, p.refunded, o.refunded FROM orders o JOIN paid p ON p.order_id = o.id
        UNION ALL SELECT 'refunded = refunds', o.number, coalesce(b.done, 0), o.refunded FROM orders o LEFT JOIN back b ON b.order_id = o.id
        UNION ALL SELECT 'owed = refunds', o.number, coalesce(b.owed, 0), o.owed FROM orders o LEFT JOIN back b ON b.order_id = o.id
        UNION ALL SELECT 'balance = credit entries', k.id::text, coalesce(e.balance, 0), k.balance FROM credits k LEFT JOIN in_ledger e ON e.credit_id = k.id
        UNION ALL SELECT 'spent of a credit = its payments', coalesce(d.credit_id, p.credit_id)::text, coalesce(d.amount, 0), coalesce(p.amount, 0)
          FROM drawn d FULL JOIN by_credit p USING (credit_id, order_id)
        UNION ALL SELECT 'put on a credit = its refunds', coalesce(u.credit_id, t.credit_id)::text, coalesce(u.amount, 0), coalesce(t.amount, 0)
          FROM put u FULL JOIN to_credit t USING (credit_id, order_id)
        UNION ALL SELECT 'held = payments', o.number, coalesce(p.held, 0), o.held
          FROM orders o LEFT JOIN (SELECT order_id, sum(held) AS held FROM by_credit GROUP BY 1) p ON p.order_id = o.id
        UNION ALL SELECT 'restocked = return movements', r.number, (
            SELECT sum(l.restocked) FROM returns_lines l WHERE l._parent_id = r.id),
            coalesce((SELECT sum(m.quantity) FROM stock_movements m WHERE m.document = r.number AND m.kind = 'return'), 0) FROM returns r
        UNION ALL SELECT 'an order has a payment', o.number, 1, (SELECT count(*) FROM payments p WHERE p.order_id = o.id LIMIT 1) FROM orders o
          WHERE NOT EXISTS (SELECT 1 FROM payments p WHERE p.order_id = o.id))
    SELECT rule, subject, expected::float8 AS expected, actual::float8 AS actual FROM figures WHERE expected <> actual LIMIT 100`,
  )
