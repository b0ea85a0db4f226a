import { drawHours } from '#domain/draw'

/** The product `p` is launched by a draw that has not been made: nobody buys before it. */
export const isUndrawnSql = `(p.launch_by IS NOT DISTINCT FROM 'draw' AND p.launched_at IS NOT NULL
    AND NOT EXISTS (SELECT FROM draws made WHERE made.product_id = p.id AND made.drawn_at IS NOT NULL))`

/** From when the product `p` can be bought, as long as that is still to come; by the clock of the statement, as prices are. A draw may be a moment late. */
export const launchesAtSql = `CASE WHEN p.launched_at > statement_timestamp() OR ${isUndrawnSql} THEN p.launched_at END`

/** It can be bought as far as its launch is concerned. */
export const isLaunchedSql = `(coalesce(p.launched_at <= statement_timestamp(), true) AND NOT ${isUndrawnSql})`

/** Hours for which a pair of the product `p` is held for whoever is drawn. */
export const drawHoursSql = `least(greatest(coalesce(p.draw_hours, ${drawHours.defaultValue}), ${drawHours.min}), ${drawHours.max})::int`

/**
 * The pairs of the product `p` that somebody has bought since its launch. An order that was cancelled or has expired
 * gives its pairs back; gifts were not bought, and what an exchange sends was bought before. `or` names more orders of theirs.
 */
export const boughtSql = (p: string, customer: string, or = 'false'): string => `(
    SELECT coalesce(sum(l.quantity - coalesce(l.gifts, 0)), 0)::float8 FROM orders o JOIN orders_lines l ON l._parent_id = o.id
    WHERE (o.customer_id = ${customer} OR ${or}) AND l.product_id = ${p}.id AND o.fulfilment_status <> 'cancelled'
      AND o.exchange_of_id IS NULL AND (${p}.launched_at IS NULL OR o.placed_at >= ${p}.launched_at))`
