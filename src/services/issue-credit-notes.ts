import { planCreditNote, type CreditContent, type InvoiceContent, type Refunded } from '#domain/invoice'
import { papersOfOrder, writePaper, type IssuedPaper } from './invoice-rows'
import { tellTimeline } from './order-lock'
import { shopLegal } from './shop-legal'
import { run, type Statement } from './statement'
import type { Transaction } from './transaction'

/**
 * What went back by one decision, once nothing of it is on its way any more. Money that was never asked for (late, or
 * because the order had become cheaper before or by a note of its own) takes nothing back of an invoice.
 */
const refundsOf: Statement = {
  name: 'credit-refunds',
  text: `SELECT r.request, sum(r.amount) FILTER (WHERE r.status = 'done')::float8 AS amount, sum(r.shipping)::float8 AS shipping,
      coalesce(jsonb_agg(l.parts) FILTER (WHERE l.parts IS NOT NULL), '[]'::jsonb) AS parts
    FROM refunds r LEFT JOIN LATERAL (
      SELECT jsonb_agg(jsonb_build_object('lineId', rl.order_line, 'quantity', rl.quantity, 'amount', rl.amount, 'tax', rl.tax)
        ORDER BY rl._order) AS parts FROM refunds_lines rl WHERE rl._parent_id = r.id) l ON true
    WHERE r.order_id = $1
    GROUP BY r.request
    HAVING bool_and(r.status <> 'owed') AND bool_or(r.status = 'done') AND bool_and(r.kind NOT IN ('edit', 'late'))
      AND NOT (bool_or(r.kind = 'withdrawal') AND sum(r.shipping) = 0 AND count(l.parts) = 0)
    ORDER BY min(r.done_at), r.request`,
}

interface Row {
  request: string
  amount: number
  shipping: number
  parts: Refunded['lines'][]
}

/** A decision that went back in part only says no more what for. */
function refundedBy({ amount, shipping, parts }: Row): Refunded {
  const lines = parts.flat()
  const named = lines.reduce((sum, line) => sum + line.amount, shipping)
  return named <= amount ? { amount, lines, shipping } : { amount, lines: [], shipping: 0 }
}

interface Crediting {
  orderId: string
  invoice: IssuedPaper<InvoiceContent>
  credits: readonly IssuedPaper[]
  source: string
  refunded: Refunded
}

/** One credit note for one cause; undefined when it comes to nothing. */
async function credit(
  tx: Transaction,
  { orderId, invoice, credits, source, refunded }: Crediting,
): Promise<IssuedPaper | undefined> {
  const { content } = invoice
  const plan = planCreditNote(
    content,
    credits.map((one) => one.content),
    refunded,
  )
  if (plan.total <= 0) return undefined
  const { locale, market, currency, taxIncluded, reverseCharge, seller, buyer, order } = content
  const made = await writePaper<CreditContent>(tx, {
    kind: 'credit-note',
    orderId,
    source,
    invoiceId: invoice.id,
    timezone: (await shopLegal(tx)).timezone,
    write: (issuedOn) => ({
      kind: 'credit-note',
      ...{ locale, market, currency, taxIncluded, reverseCharge, seller, buyer, order, issuedOn },
      invoice: { number: invoice.number, issuedOn: content.issuedOn },
      ...plan,
    }),
  })
  await tellTimeline(tx, orderId, { kind: 'credited', note: made.number })
  return made
}

/**
 * Issues the credit notes that a locked order lacks: one for each refund that is done. Nothing for an order without an
 * invoice; repeating it changes nothing.
 */
export async function issueCreditNotes(tx: Transaction, orderId: string): Promise<void> {
  const { invoice, credits } = await papersOfOrder(tx, orderId)
  if (!invoice) return
  const issued = [...credits]
  for (const row of await run<Row>(tx, refundsOf, [orderId])) {
    const source = `refund:${row.request}`
    if (issued.some((one) => one.source === source)) continue
    const made = await credit(tx, { orderId, invoice, credits: issued, source, refunded: refundedBy(row) })
    if (made) issued.push(made)
  }
}

const soldOf: Statement = {
  name: 'credit-sold',
  text: `SELECT l.id AS "lineId", l.quantity::float8 AS quantity, l.tax::float8 AS tax,
      (l.total + CASE WHEN o.tax_included THEN 0 ELSE l.tax END)::float8 AS amount
    FROM orders o JOIN orders_lines l ON l._parent_id = o.id WHERE o.id = $1 ORDER BY l._order`,
}

/** What the lines of a locked order come to, tax in it. Minor units. */
export const soldNow = async (tx: Transaction, orderId: string): Promise<Refunded['lines'][number][]> =>
  run(tx, soldOf, [orderId])

/**
 * A locked order that has an invoice has become cheaper by `less` (minor units): a credit note for the lines it lost since `was`. Nothing for an order
 * without an invoice.
 */
export async function creditChange(
  tx: Transaction,
  orderId: string,
  { was, less: amount, cause }: { was: Refunded['lines']; less: number; cause: string },
): Promise<void> {
  const { invoice, credits } = await papersOfOrder(tx, orderId)
  if (!invoice || amount <= 0) return
  const is = await soldNow(tx, orderId)
  const lines = was.flatMap((line) => {
    const now = is.find(({ lineId }) => lineId === line.lineId) ?? { quantity: 0, amount: 0, tax: 0 }
    const quantity = line.quantity - now.quantity
    const less = { quantity, amount: line.amount - now.amount, tax: line.tax - now.tax }
    return less.amount > 0 ? [{ lineId: line.lineId, ...less, tax: Math.max(0, less.tax) }] : []
  })
  const named = lines.reduce((sum, line) => sum + line.amount, 0)
  const refunded = { amount, lines: named <= amount ? lines : [], shipping: 0 }
  await credit(tx, { orderId, invoice, credits, source: `change:${cause}`, refunded })
}
