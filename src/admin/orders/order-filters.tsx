import type { BeforeListTableServerProps, PayloadRequest, Where } from 'payload'
import { createLocalReq } from 'payload'
import { getShopForStaff } from '#queries/admin-shop'
import { dayStartOf, orderQueues, queueWhere, type OrderQueue } from '#queries/admin-order-queues'
import { markets } from '#domain/markets'
import { paymentMethods } from '#services/payment-methods'
import { exportAddress } from '../list-address'
import { QuickFilters } from '../quick-filters'
import { mayStaff } from '../staff'
import { methodWord } from '../words'
import { NewOrder } from './new-order.client'

const labels: Record<OrderQueue, string> = {
  all: 'All',
  'to-pay': 'To pay',
  'to-ship': 'To ship',
  today: 'Today',
  disputed: 'Disputed',
}

/** The working queues of the desk as links above the list. */
export async function OrderFilters({ payload, searchParams, user }: BeforeListTableServerProps) {
  const req = await createLocalReq({}, payload)
  const { timezone } = await getShopForStaff(req)
  const dayStart = await dayStartOf(req, timezone)
  const filters = orderQueues.map((queue) => ({ label: labels[queue], where: queueWhere(queue, dayStart) }))
  const mayPlace = mayStaff(user, 'orders.manage')
  if (mayPlace && user) filters.splice(-1, 0, { label: 'Mine', where: mine(user.id) })
  return (
    <div className="m-between">
      <QuickFilters collection="orders" filters={filters} searchParams={searchParams} />
      <div className="m-buttons">
        <a className="m-button" href={exportAddress('orders', searchParams)} download>
          Export CSV
        </a>
        {mayPlace ? <NewOrder {...await phoneChoices(req)} /> : null}
      </div>
    </div>
  )
}

/** Open orders that somebody looks after. */
const mine = (userId: number | string): Where => ({
  and: [{ assignee: { equals: userId } }, { fulfilmentStatus: { not_in: ['delivered', 'cancelled'] } }],
})

/** What somebody on the phone may choose from. */
async function phoneChoices(req: PayloadRequest) {
  const { docs } = await req.payload.find({
    ...{ collection: 'shipping-methods' as const, where: { active: { equals: true } }, sort: 'order' },
    ...{ limit: 100, pagination: false, depth: 0, overrideAccess: true, req },
  })
  return {
    markets: Object.values(markets).map(({ id, currency }) => ({
      id,
      name: `${id.toUpperCase()}, ${currency}`,
    })),
    methods: docs.map(({ code, name }) => ({ code, name: name ?? code })),
    payments: (await paymentMethods(req, 'eu')).map(({ id }) => ({ id, name: methodWord(id) })),
  }
}
