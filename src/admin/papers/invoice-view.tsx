import type { DocumentViewServerProps } from 'payload'
import Link from 'next/link'
import { Gutter, SetStepNav } from '@payloadcms/ui'
import { getShopForStaff } from '#queries/admin-shop'
import type { Invoice } from '#types'
import { shopTime } from '../age'
import { money } from '../amount'
import { mayStaff } from '../staff'
import { PaperLink } from './paper-link'

const idOf = (value: string | { id: string } | null | undefined): string | undefined =>
  typeof value === 'object' ? value?.id : value

/** An invoice or credit note as it was issued: nobody changes one. */
export async function InvoiceView({ doc, initPageResult }: DocumentViewServerProps) {
  const { req } = initPageResult
  if (!mayStaff(req.user, 'orders.read')) return null
  const paper = doc as Invoice
  const { timezone } = await getShopForStaff(req)
  const { number, order } = paper.content as { number?: string; order?: { number: string } }
  const isCredit = paper.kind === 'credit-note'
  return (
    <Gutter className="m-order">
      <SetStepNav
        nav={[{ label: 'Invoices', url: '/admin/collections/invoices' }, { label: number ?? paper.number }]}
      />
      <section className="m-panel">
        <h2>{isCredit ? 'Credit note' : 'Invoice'}</h2>
        <dl className="m-facts">
          <dt>Number</dt>
          <dd>{paper.number}</dd>
          <dt>Issued</dt>
          <dd>{shopTime(new Date(paper.issuedAt), timezone)}</dd>
          <dt>Order</dt>
          <dd>
            <Link href={`/admin/collections/orders/${idOf(paper.order)}`} prefetch={false}>
              {order?.number}
            </Link>
          </dd>
          {isCredit ? (
            <>
              <dt>Takes back from</dt>
              <dd>
                <Link href={`/admin/collections/invoices/${idOf(paper.invoice)}`} prefetch={false}>
                  {(paper.content as { invoice?: { number: string } }).invoice?.number}
                </Link>
              </dd>
            </>
          ) : null}
          <dt>Net</dt>
          <dd>{money(paper.net, paper.currency)}</dd>
          <dt>Tax</dt>
          <dd>{money(paper.tax, paper.currency)}</dd>
          <dt>Total</dt>
          <dd>{money(paper.total, paper.currency)}</dd>
        </dl>
        <p className="m-buttons">
          <PaperLink kind="invoice" id={paper.id}>
            Open the PDF
          </PaperLink>
        </p>
        <p className="m-hint">
          Frozen on the day of issue: it prints the same for ever, whatever changes since.
        </p>
      </section>
    </Gutter>
  )
}
