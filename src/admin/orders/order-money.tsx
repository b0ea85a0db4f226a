import type { DeskOrder, DeskPayment, DeskRefund } from '#queries/admin-order'
import { money } from '../amount'
import { State } from '../state'
import { methodWord, moneyStateWord, refundKindWord, refundStateWord, type StateWord } from '../words'
import { openAmount } from './desk-rules'
import { SettleRefund } from './settle-refund.client'

interface Props {
  order: DeskOrder
  at: (time: string) => string
  mayTakeMoney: boolean
}

export function OrderMoney({ order, at, mayTakeMoney }: Props) {
  const as = (amount: number) => money(amount, order.currency)
  return (
    <section className="m-panel">
      <h2>Money</h2>
      <dl className="m-totals m-narrow">
        <dt>Total</dt>
        <dd>{as(order.total)}</dd>
        <dt>Taken</dt>
        <dd>{as(order.captured)}</dd>
        {order.held ? (
          <>
            <dt>Held of gift cards and credit</dt>
            <dd>{as(order.held)}</dd>
          </>
        ) : null}
        {order.refunded ? (
          <>
            <dt>Given back</dt>
            <dd>− {as(order.refunded)}</dd>
          </>
        ) : null}
        {order.owed ? (
          <>
            <dt className="m-accent">To give back</dt>
            <dd className="m-accent">− {as(order.owed)}</dd>
          </>
        ) : null}
        <dt className="m-sum">Still to pay</dt>
        <dd className="m-sum">{as(order.fulfilmentStatus === 'cancelled' ? 0 : openAmount(order))}</dd>
      </dl>
      <ul className="m-list">
        {order.payments.map((payment) => (
          <PaymentRow key={payment.id} payment={payment} as={as} at={at} />
        ))}
        {order.refunds.map((refund) => (
          <RefundRow key={refund.id} refund={refund} as={as} at={at} mayTakeMoney={mayTakeMoney} />
        ))}
      </ul>
    </section>
  )
}

interface RowProps {
  payment: DeskPayment
  as: (amount: number) => string
  at: (time: string) => string
}

/** A part that a balance pays is held before it counts, and given back when the order ends. */
const creditPartWord = (status: string): StateWord =>
  status === 'authorised'
    ? { word: 'Held', tone: 'waiting' }
    : ['expired', 'cancelled'].includes(status)
      ? { word: 'Given back', tone: 'quiet' }
      : moneyStateWord(status)

function PaymentRow({ payment, as, at }: RowProps) {
  return (
    <li>
      <span className="m-between">
        <a
          href={
            payment.creditId
              ? `/admin/collections/credits/${payment.creditId}`
              : `/admin/collections/payments/${payment.id}`
          }
        >
          {methodWord(payment.provider)}
        </a>
        <State state={payment.creditId ? creditPartWord(payment.status) : moneyStateWord(payment.status)} />
      </span>
      <span className="m-second">
        {as(payment.amount)}, {at(payment.at)}
      </span>
      {payment.reference ? <span className="m-second">{payment.reference}</span> : null}
    </li>
  )
}

function RefundRow({ refund, as, at, mayTakeMoney }: Omit<RowProps, 'payment'> & RefundRowProps) {
  const isOpen = refund.status === 'owed'
  return (
    <li>
      <span className="m-between">
        <span>
          {refundKindWord(refund.kind)}, − {as(refund.amount)}
          {refund.creditId ? (
            <>
              {', '}
              <a href={`/admin/collections/credits/${refund.creditId}`}>as credit</a>
            </>
          ) : null}
        </span>
        <State state={refundStateWord(refund.status)} />
      </span>
      <span className="m-second">{[refund.reason, at(refund.at)].filter(Boolean).join(', ')}</span>
      {isOpen && refund.error ? (
        <span className="m-second m-accent">The provider refused or was away; it is tried again.</span>
      ) : null}
      {isOpen && refund.isByHand && mayTakeMoney ? (
        <SettleRefund id={refund.id} amount={as(refund.amount)} />
      ) : null}
    </li>
  )
}

interface RefundRowProps {
  refund: DeskRefund
  mayTakeMoney: boolean
}
