import { invoiceNumber, type InvoiceContent, type InvoiceKind, type PaperContent } from '#domain/invoice'
import { shopTime } from '#domain/shop-clock'
import { run, type Statement } from './statement'
import type { Transaction } from './transaction'

/** The counter of a year stays locked until the transaction ends: whoever rolls back has taken no number. */
const take: Statement = {
  name: 'invoice-number',
  text: `INSERT INTO invoice_counters (kind, year, last, last_at)
    VALUES ($1, extract(year FROM now() AT TIME ZONE $2)::int, 1, now())
    ON CONFLICT (kind, year) DO UPDATE SET last = invoice_counters.last + 1, last_at = greatest(invoice_counters.last_at, now())
    RETURNING year, last AS serial, last_at AS at`,
}
const insert: Statement = {
  name: 'invoice-insert',
  text: `INSERT INTO invoices (number, kind, year, serial, order_id, invoice_id, source, issued_at, locale, currency, net, tax, total, content)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8::timestamptz, $9, $10, $11, $12, $13, $14::jsonb) RETURNING id`,
}
const ofOrder: Statement = {
  name: 'invoices-of-order',
  text: `SELECT id, number, kind, source, content FROM invoices WHERE order_id = $1 ORDER BY kind DESC, serial`,
}

export interface IssuedPaper<Content extends PaperContent = PaperContent> {
  id: string
  number: string
  kind: InvoiceKind
  source: string
  content: Content
}

export interface NewPaper<Content extends PaperContent> {
  kind: Content['kind']
  orderId: string
  /** What it is issued for, once. */
  source: string
  /** Of a credit note. */
  invoiceId?: string
  timezone: string
  /** What it prints, given the day of issue. */
  write: (issuedOn: string) => Content
}

/**
 * Issues a paper under the next number of its series and year. Serializes with every other of them until the commit:
 * call it late in a transaction.
 */
export async function writePaper<Content extends PaperContent>(
  tx: Transaction,
  { kind, orderId, source, invoiceId, timezone, write }: NewPaper<Content>,
): Promise<IssuedPaper<Content>> {
  const [taken] = await run<{ year: number; serial: number; at: string }>(tx, take, [kind, timezone])
  if (!taken) throw new Error('An invoice got no number')
  const { year, serial, at } = taken
  const number = invoiceNumber(kind, year, serial)
  const content = write(shopTime(new Date(at), timezone).day)
  const [row] = await run<{ id: string }>(tx, insert, [
    ...[number, kind, year, serial, orderId, invoiceId ?? null, source, new Date(at).toISOString()],
    ...[content.locale, content.currency, content.net, content.tax, content.total, JSON.stringify(content)],
  ])
  if (!row) throw new Error('An invoice was not written')
  return { id: row.id, number, kind, source, content }
}

/** The papers of an order: its invoice first. */
export async function papersOfOrder(
  tx: Transaction,
  orderId: string,
): Promise<{ invoice?: IssuedPaper<InvoiceContent>; credits: IssuedPaper[] }> {
  const rows = await run<IssuedPaper>(tx, ofOrder, [orderId])
  const isInvoice = (one: IssuedPaper): one is IssuedPaper<InvoiceContent> => one.content.kind === 'invoice'
  const invoice = rows.find(isInvoice)
  return { ...(invoice && { invoice }), credits: rows.filter(({ kind }) => kind === 'credit-note') }
}
