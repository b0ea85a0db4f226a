import type { DeskOrder, DeskPayment } from '#queries/admin-order'
import { money } from '../amount'
import { State } from '../state'
import { methodWord, moneyStateWord } from '../words'
import { openAmount } from './desk-rules'

interface Props {
  order: DeskOrder
  at: (time: string) => string
}

export function OrderMoney({ order, at }: Props) {
  const as = (amount: number) => money(amount, order.currency)
  return (
    <section className="m-panel">
      <h2>Money</h2>
      <dl className="m-totals m-narrow">
        <dt>Total</dt>
        <dd>{as(order.total)}</dd>
        <dt>Taken</dt>
        <dd>{as(order.captured)}</dd>
        {order.refunded ? (
          <>
            <dt>Given back</dt>
            <dd>− {as(order.refunded)}</dd>
          </>
        ) : null}
        <dt className="m-sum">Still to pay</dt>
        <dd className="m-sum">{as(order.fulfilmentStatus === 'cancelled' ? 0 : openAmount(order))}</dd>
      </dl>
      <ul className="m-list">
        {order.payments.map((payment) => (
          <PaymentRow key={payment.id} payment={payment} as={as} at={at} />
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

function PaymentRow({ payment, as, at }: RowProps) {
  return (
    <li>
      <span className="m-between">
        <a href={`/admin/collections/payments/${payment.id}`}>{methodWord(payment.provider)}</a>
        <State state={moneyStateWord(payment.status)} />
      </span>
      <span className="m-second">
        {as(payment.amount)}, {at(payment.at)}
      </span>
      {payment.reference ? <span className="m-second">{payment.reference}</span> : null}
    </li>
  )
}
