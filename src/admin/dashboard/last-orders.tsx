import type { WidgetServerProps } from 'payload'
import Link from 'next/link'
import { getLastOrders } from '#queries/admin-today'
import { ageOf } from '../age'
import { money } from '../amount'
import { mayStaff } from '../staff'
import { State } from '../state'
import { fulfilmentWord, paymentWord } from '../words'
import { Widget } from './widget'

export async function LastOrdersWidget({ req }: WidgetServerProps) {
  if (!mayStaff(req.user, 'orders.read')) return null
  const orders = await getLastOrders(req.payload)
  const now = new Date()
  return (
    <Widget title="Last orders" link={{ href: '/admin/collections/orders', label: 'All orders' }}>
      {orders.length === 0 ? <p className="m-muted">No order yet. The first one appears here.</p> : null}
      <table className="m-table">
        <tbody>
          {orders.map((order) => (
            <tr key={order.id}>
              <td>
                <Link href={`/admin/collections/orders/${order.id}`} prefetch={false}>
                  {order.number}
                </Link>
              </td>
              <td className="m-clip">{order.customer}</td>
              <td>
                <State state={paymentWord(order.paymentStatus, order.fulfilmentStatus)} />
              </td>
              <td>
                <State state={fulfilmentWord(order.fulfilmentStatus)} />
              </td>
              <td className="m-right">{money(order.total, order.currency)}</td>
              <td className="m-right m-muted">{ageOf(new Date(order.placedAt), now)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Widget>
  )
}
