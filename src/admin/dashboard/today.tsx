import type { WidgetServerProps } from 'payload'
import { dayStartOf, queueWhere } from '#queries/admin-order-queues'
import { getShopForStaff } from '#queries/admin-shop'
import { getToday, type DaySum } from '#queries/admin-today'
import { shopDay } from '../age'
import { money, pairs } from '../amount'
import { listAddress } from '../list-address'
import { mayStaff } from '../staff'
import { Widget } from './widget'

/** Orders and revenue since midnight in the zone of the shop, by currency. */
export async function TodayWidget({ req }: WidgetServerProps) {
  if (!mayStaff(req.user, 'orders.read')) return null
  const { timezone } = await getShopForStaff(req)
  const dayStart = await dayStartOf(req, timezone)
  const { today, yesterday } = await getToday(req.payload, dayStart)
  const count = today.reduce((sum, { orders }) => sum + orders, 0)
  return (
    <Widget
      title={`Today, ${shopDay(new Date(), timezone)}`}
      link={{ href: listAddress('orders', queueWhere('today', dayStart)), label: 'Orders of today' }}
    >
      <div className="m-big-row">
        <p>
          <span className="m-big">{count}</span>
          <span className="m-second">{count === 1 ? 'order' : 'orders'}</span>
        </p>
        {today.map((sum) => (
          <p key={sum.currency}>
            <span className="m-big">{money(sum.total, sum.currency)}</span>
            <span className="m-second">{pairs(sum.pairs)}</span>
          </p>
        ))}
      </div>
      <p className="m-hint">{compared(yesterday)}</p>
    </Widget>
  )
}

function compared(yesterday: DaySum[]): string {
  if (yesterday.length === 0) return 'Nothing was ordered by this hour yesterday.'
  const orders = yesterday.reduce((sum, day) => sum + day.orders, 0)
  const sums = yesterday.map(({ total, currency }) => money(total, currency)).join(', ')
  return `By this hour yesterday: ${orders} ${orders === 1 ? 'order' : 'orders'}, ${sums}.`
}
