import type { DeskOrder } from '#queries/admin-order'
import type { DeskPaper } from '#queries/admin-papers'
import { money } from '../amount'
import { PaperLink } from '../papers/paper-link'
import { invoiceGate } from './desk-rules'
import { IssueInvoice } from './issue-invoice.client'

interface Props {
  order: DeskOrder
  papers: readonly DeskPaper[]
  at: (time: string) => string
  mayManage: boolean
}

/** A parcel that leaves brings its invoice along, unless the shop has not yet said who it is. */
const why = ({ shipments }: DeskOrder): string =>
  shipments.length > 0
    ? 'A parcel has left without an invoice. Company, address and VAT number must stand in the shop settings; then it is issued here.'
    : 'No invoice yet: it comes with the first parcel.'

/** Invoice and credit notes, each opened as PDF; the invoice comes with the first parcel or is issued here. */
export function OrderPapers({ order, papers, at, mayManage }: Props) {
  const gate = invoiceGate(order)
  const isInvoiced = papers.some(({ isCredit }) => !isCredit)
  return (
    <section className="m-panel">
      <h2>Papers</h2>
      {papers.length > 0 ? (
        <ul className="m-list">
          {papers.map((paper) => (
            <li key={paper.id}>
              <span className="m-between">
                <a href={`/admin/collections/invoices/${paper.id}`}>
                  {paper.isCredit ? 'Credit note' : 'Invoice'} {paper.number}
                </a>
                <span className="m-figure">{money(paper.total, order.currency)}</span>
              </span>
              <span className="m-second">{at(paper.at)}</span>
              <PaperLink kind="invoice" id={paper.id}>
                Open PDF
              </PaperLink>
            </li>
          ))}
        </ul>
      ) : null}
      {isInvoiced ? null : (
        <>
          <p className="m-muted">{gate.reason ?? why(order)}</p>
          {gate.open && mayManage ? <IssueInvoice orderId={order.id} /> : null}
        </>
      )}
    </section>
  )
}
