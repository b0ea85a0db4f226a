import type { CartTotals } from '#domain/cart-totals'
import { newRowId } from './cart-token'
import { run, type Statement } from './statement'
import type { Transaction } from './transaction'

const drop: Statement = { name: 'order-taxes-drop', text: 'DELETE FROM orders_taxes WHERE _parent_id = $1' }
const write: Statement = {
  name: 'order-taxes-write',
  text: `INSERT INTO orders_taxes (_order, _parent_id, id, rate, base, tax, shipping, shipping_tax)
    SELECT t.place, $1, t.id, t.rate, t.base, t.tax, t.shipping, t."shippingTax"
    FROM jsonb_to_recordset($2::jsonb) AS t (place int, id text, rate numeric, base numeric, tax numeric, shipping numeric, "shippingTax" numeric)`,
}

/** Writes the taxes of a locked order by rate, in place of those it had. */
export async function writeTaxes(tx: Transaction, orderId: string, totals: CartTotals): Promise<void> {
  const rows = totals.taxes.map((one, index) => {
    const sent = totals.shippingTaxes.find(({ rate }) => rate === one.rate)
    return {
      ...one,
      place: index + 1,
      id: newRowId(),
      shipping: sent?.amount ?? 0,
      shippingTax: sent?.tax ?? 0,
    }
  })
  await run(tx, drop, [orderId])
  await run(tx, write, [orderId, JSON.stringify(rows)])
}
