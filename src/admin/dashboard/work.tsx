import type { WidgetServerProps } from 'payload'
import Link from 'next/link'
import { countQueues, dayStartOf, queueWhere } from '#queries/admin-order-queues'
import { getShopForStaff } from '#queries/admin-shop'
import { listAddress } from '../list-address'
import { mayStaff } from '../staff'
import { Widget } from './widget'

/** What waits for the order desk, as two numbers that lead there. */
export async function WorkWidget({ req }: WidgetServerProps) {
  if (!mayStaff(req.user, 'orders.read')) return null
  const { timezone } = await getShopForStaff(req)
  const dayStart = await dayStartOf(req, timezone)
  const { toPay, toShip } = await countQueues(req, dayStart)
  return (
    <Widget title="Waiting" link={{ href: '/admin/collections/orders', label: 'All orders' }}>
      <div className="m-big-row">
        <Waiting
          count={toShip}
          label="to ship"
          href={listAddress('orders', queueWhere('to-ship', dayStart))}
        />
        <Waiting count={toPay} label="to pay" href={listAddress('orders', queueWhere('to-pay', dayStart))} />
      </div>
    </Widget>
  )
}

const Waiting = ({ count, label, href }: { count: number; label: string; href: string }) => (
  <Link className="m-count-link" href={href} prefetch={false}>
    <span className="m-big">{count}</span>
    <span className="m-second">{label}</span>
  </Link>
)
