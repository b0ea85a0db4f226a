import type { BeforeListTableServerProps } from 'payload'
import { createLocalReq } from 'payload'
import { getShopForStaff } from '#queries/admin-shop'
import { dayStartOf, orderQueues, queueWhere, type OrderQueue } from '#queries/admin-order-queues'
import { QuickFilters } from '../quick-filters'

const labels: Record<OrderQueue, string> = {
  all: 'All',
  'to-pay': 'To pay',
  'to-ship': 'To ship',
  today: 'Today',
  disputed: 'Disputed',
}

/** The working queues of the desk as links above the list. */
export async function OrderFilters({ payload, searchParams }: BeforeListTableServerProps) {
  const req = await createLocalReq({}, payload)
  const { timezone } = await getShopForStaff(req)
  const dayStart = await dayStartOf(req, timezone)
  const filters = orderQueues.map((queue) => ({ label: labels[queue], where: queueWhere(queue, dayStart) }))
  return <QuickFilters collection="orders" filters={filters} searchParams={searchParams} />
}
