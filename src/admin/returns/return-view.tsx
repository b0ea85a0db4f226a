import type { DocumentViewServerProps } from 'payload'
import Link from 'next/link'
import { Gutter, SetStepNav } from '@payloadcms/ui'
import { getDeskReturn, type DeskReturn } from '#queries/admin-returns'
import { getShopForStaff } from '#queries/admin-shop'
import { shopTime } from '../age'
import { money, pairs } from '../amount'
import { PaperLink } from '../papers/paper-link'
import { Thumb } from '../picture'
import { mayStaff } from '../staff'
import { State } from '../state'
import { refundStateWord } from '../words'
import { ReturnActions } from './return-actions.client'
import { hasLabel, reasonWord, resolutionWord, returnWord } from './return-words'

/** A return as the desk works on it: what comes back, why, what instead, and the next step. */
export async function ReturnView({ doc, initPageResult }: DocumentViewServerProps) {
  const { req } = initPageResult
  if (!mayStaff(req.user, 'orders.read')) return null
  const [found, shop] = await Promise.all([getDeskReturn(req.payload, String(doc.id)), getShopForStaff(req)])
  if (!found) return null
  const at = (time: string) => shopTime(new Date(time), shop.timezone)
  return (
    <Gutter className="m-order">
      <SetStepNav nav={[{ label: 'Returns', url: '/admin/collections/returns' }, { label: found.number }]} />
      <div className="m-order-head">
        <p className="m-states">
          <State state={returnWord(found.status)} />
          <span>{resolutionWord(found.resolution)}</span>
          <span className="m-muted">
            {found.withdrawal
              ? `By withdrawal ${found.withdrawal.number}${found.withdrawal.isLate ? ', late' : ''}`
              : found.origin === 'staff'
                ? 'Opened by staff'
                : 'Asked for by the buyer'}
            , {at(found.at)}.
          </span>
        </p>
        <ReturnActions found={found} mayManage={mayStaff(req.user, 'orders.manage')} />
        {hasLabel(found.status) ? (
          <p className="m-buttons">
            <PaperLink kind="return-label" id={found.id}>
              Return label
            </PaperLink>
          </p>
        ) : null}
      </div>
      <div className="m-columns">
        <div>
          <Lines found={found} />
          <Story found={found} at={at} />
        </div>
        <Facts found={found} />
      </div>
    </Gutter>
  )
}

function Lines({ found }: { found: DeskReturn }) {
  return (
    <section className="m-panel">
      <h2>Pairs</h2>
      <table className="m-table">
        <thead>
          <tr>
            <th colSpan={2}>Product</th>
            <th>Why</th>
            <th>Instead</th>
            <th className="m-right">Pairs</th>
            <th className="m-right">Shelf</th>
            <th className="m-right">Written off</th>
            <th className="m-right">Paid</th>
          </tr>
        </thead>
        <tbody>
          {found.lines.map((line) => (
            <tr key={line.lineId}>
              <td className="m-picture-cell">
                <Thumb id={line.image} size={56} />
              </td>
              <td>
                {line.title}
                <span className="m-second">{line.detail}</span>
                <span className="m-second">{line.sku}</span>
              </td>
              <td>{reasonWord(line.reason)}</td>
              <td>{line.size ? `Size ${line.size}` : 'Money'}</td>
              <td className="m-right">{line.quantity}</td>
              <td className="m-right">{line.restocked}</td>
              <td className="m-right">{line.writtenOff}</td>
              <td className="m-right">{money(line.worth, found.order.currency)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {found.note ? <p className="m-notice">“{found.note}”</p> : null}
      {found.refusal ? <p className="m-refusal">Refused: {found.refusal}</p> : null}
    </section>
  )
}

function Story({ found, at }: { found: DeskReturn; at: (time: string) => string }) {
  return (
    <section className="m-panel">
      <h2>What happened</h2>
      <ol className="m-timeline">
        {[...found.timeline].reverse().map((event, index) => (
          <li key={index}>
            <span className="m-between">
              <span>{returnWord(event.status).word}</span>
              <time className="m-muted" dateTime={event.at}>
                {at(event.at)}
              </time>
            </span>
            {event.note || event.actor ? (
              <span className="m-second">
                {[event.note, event.actor && `by ${event.actor}`].filter(Boolean).join(', ')}
              </span>
            ) : null}
          </li>
        ))}
      </ol>
    </section>
  )
}

function Facts({ found }: { found: DeskReturn }) {
  const { order, exchange, refund, lines } = found
  return (
    <section className="m-panel">
      <h2>Order</h2>
      <dl className="m-facts">
        <dt>Order</dt>
        <dd>
          <Link href={`/admin/collections/orders/${order.id}`} prefetch={false}>
            {order.number}
          </Link>
        </dd>
        <dt>Buyer</dt>
        <dd>
          {order.customerName ?? 'Guest'}
          <span className="m-second">{order.email}</span>
        </dd>
        <dt>Comes back</dt>
        <dd>{pairs(lines.reduce((sum, line) => sum + line.quantity, 0))}</dd>
        {exchange ? (
          <>
            <dt>Sent instead</dt>
            <dd>
              <Link href={`/admin/collections/orders/${exchange.id}`} prefetch={false}>
                {exchange.number}
              </Link>
            </dd>
          </>
        ) : null}
        {refund ? (
          <>
            <dt>Money back</dt>
            <dd>
              {money(refund.amount, order.currency)} <State state={refundStateWord(refund.status)} />
            </dd>
          </>
        ) : null}
      </dl>
    </section>
  )
}
