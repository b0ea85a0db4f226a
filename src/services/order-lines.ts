import { cartTotals, type CartTotals } from '#domain/cart-totals'
import type { Choice, EditableLine, EditedLine } from '#domain/order-edit'
import { newRowId } from './cart-token'
import type { LockedOrder } from './order-lock'
import { writeTaxes } from './order-taxes'
import { sizeSql, soldLabelsSql } from './size-rows'
import { run, type Statement } from './statement'
import { todaysPrices } from './todays-prices'
import type { Transaction } from './transaction'

const linesOf: Statement = {
  name: 'edit-lines',
  text: `SELECT l.id AS "lineId", l.variant_id AS "variantId", l.product_id AS "productId", l.quantity::float8 AS quantity,
      l.shipped::float8 AS shipped, l.unit_price::float8 AS "unitPrice", l.discount::float8 AS discount, l.tax_rate::float8 AS "taxRate",
      coalesce((SELECT sum(rl.quantity) FROM refunds r JOIN refunds_lines rl ON rl._parent_id = r.id
        WHERE r.order_id = l._parent_id AND r.status <> 'dropped' AND rl.order_line = l.id), 0)::float8 AS refunded
    FROM orders_lines l WHERE l._parent_id = $1 ORDER BY l._order`,
}
const shippingOf: Statement = {
  name: 'edit-shipping',
  text: 'SELECT shipping::float8 AS price FROM orders WHERE id = $1',
}
const dropLines: Statement = {
  name: 'edit-drop',
  text: 'DELETE FROM orders_lines WHERE _parent_id = $1 AND NOT (id = ANY ($2::text[]))',
}
/** A line that keeps its size keeps every word it was sold with. */
const changeLines: Statement = {
  name: 'edit-change',
  text: `UPDATE orders_lines l SET quantity = w.quantity, unit_price = w."unitPrice", discount = w.discount, tax_rate = w."taxRate", tax = w.tax,
      total = w.total, variant_id = w."variantId", regular_price = CASE WHEN l.unit_price = w."unitPrice" THEN l.regular_price END,
      sku = CASE WHEN l.variant_id = w."variantId" THEN l.sku ELSE v.sku END,
      size = CASE WHEN l.variant_id = w."variantId" THEN l.size ELSE ${sizeSql} END,
      labels = CASE WHEN l.variant_id = w."variantId" THEN l.labels ELSE ${soldLabelsSql} END,
      width = CASE WHEN l.variant_id = w."variantId" THEN l.width ELSE b.label END
    FROM jsonb_to_recordset($2::jsonb) AS w ("lineId" text, "variantId" uuid, quantity numeric, "unitPrice" numeric, discount numeric,
      "taxRate" numeric, tax numeric, total numeric)
    JOIN variants v ON v.id = w."variantId" LEFT JOIN variant_options o ON o.id = v.size_id LEFT JOIN variant_options b ON b.id = v.width_id
    WHERE l._parent_id = $1 AND l.id = w."lineId"`,
}
const addLines: Statement = {
  name: 'edit-add',
  text: `INSERT INTO orders_lines (_order, _parent_id, id, variant_id, product_id, sku, title, colour, size, labels, width, image, quantity, shipped,
      unit_price, discount, tax_rate, tax, total)
    SELECT (SELECT coalesce(max(_order), 0) FROM orders_lines WHERE _parent_id = $1) + w.place, $1, w.id, v.id, p.id, v.sku, coalesce(p.title, v.sku),
      (SELECT pl.colour FROM products_locales pl WHERE pl._parent_id = p.id AND pl._locale::text IN (c.locale, 'en') AND pl.colour IS NOT NULL
        ORDER BY (pl._locale::text = c.locale) DESC LIMIT 1),
      ${sizeSql}, ${soldLabelsSql}, b.label,
      (SELECT '/media/' || pp.image_id || '/320.webp' FROM products_pictures pp WHERE pp._parent_id = p.id ORDER BY pp._order LIMIT 1),
      w.quantity, 0, w."unitPrice", w.discount, w."taxRate", w.tax, w.total
    FROM jsonb_to_recordset($2::jsonb) AS w (place int, id text, "variantId" uuid, quantity numeric, "unitPrice" numeric, discount numeric,
      "taxRate" numeric, tax numeric, total numeric)
    JOIN orders c ON c.id = $1 JOIN variants v ON v.id = w."variantId" JOIN products p ON p.id = v.product_id
    LEFT JOIN variant_options o ON o.id = v.size_id LEFT JOIN variant_options b ON b.id = v.width_id`,
}
const saveTotals: Statement = {
  name: 'edit-totals',
  text: `UPDATE orders SET subtotal = $2, discount = $3, shipping_tax = $4, tax = $5, total = $6, updated_at = now() WHERE id = $1`,
}

export const editableLines = (tx: Transaction, orderId: string): Promise<EditableLine[]> =>
  run<EditableLine>(tx, linesOf, [orderId])

/** Those of the variants that are for sale in the order's market, with their price of today. */
export const editChoices = async (
  tx: Transaction,
  orderId: string,
  variantIds: readonly string[],
): Promise<Choice[]> => (await todaysPrices(tx, orderId, variantIds)).filter(({ forSale }) => forSale)

/** What the edited lines and the delivery as it was sold cost together. */
export async function editTotals(
  tx: Transaction,
  { id, taxIncluded }: LockedOrder,
  lines: readonly EditedLine[],
): Promise<CartTotals> {
  const [shipping] = await run<{ price: number }>(tx, shippingOf, [id])
  return cartTotals(lines, { taxIncluded, ...(shipping && { shipping }) })
}

/** Writes the lines and totals of a locked order anew. Its total then is the sum of its lines, which a CHECK holds. */
export async function writeLines(
  tx: Transaction,
  orderId: string,
  { lines, totals }: { lines: readonly EditedLine[]; totals: CartTotals },
): Promise<void> {
  const rows = lines.map((line, index) => ({ ...line, ...totals.lines[index] }))
  const kept = rows.filter((row) => row.lineId !== undefined)
  const added = rows.filter((row) => row.lineId === undefined)
  await run(tx, dropLines, [orderId, kept.map((row) => row.lineId)])
  await run(tx, changeLines, [orderId, JSON.stringify(kept)])
  const placed = added.map((row, index) => ({ ...row, place: index + 1, id: newRowId() }))
  await run(tx, addLines, [orderId, JSON.stringify(placed)])
  const { subtotal, discount, shippingTax, tax, total } = totals
  await writeTaxes(tx, orderId, totals)
  await run(tx, saveTotals, [orderId, subtotal, discount, shippingTax, tax, total])
}
