import type { PayloadRequest, Where } from 'payload'
import { csvLine, csvMoney } from '#domain/csv'
import type { Order } from '#types'
import { recordAudit } from './audit'

const page = 500
const head = [
  ...['number', 'placed', 'market', 'currency', 'customer', 'email', 'country', 'payment method'],
  ...['payment', 'shipping', 'pairs', 'goods', 'discount', 'delivery', 'tax', 'total', 'taken', 'given back'],
  ...['code', 'tags', 'articles'],
]

function line(order: Order): string {
  const { subtotal, discount, shipping, tax, total, captured, refunded } = order
  const lines = order.lines ?? []
  return csvLine([
    ...[order.number, order.placedAt, order.market, order.currency, order.customerName, order.email],
    ...[order.shippingAddress?.country, order.paymentMethod, order.paymentStatus, order.fulfilmentStatus],
    lines.reduce((sum, { quantity }) => sum + quantity, 0),
    ...[subtotal, discount, shipping, tax, total, captured, refunded].map(csvMoney),
    ...[order.code, (order.tags ?? []).join(' '), lines.map((one) => `${one.quantity}x${one.sku}`).join(' ')],
  ])
}

const foundBy = (search: string): Where => ({
  or: ['number', 'email', 'customerName'].map((field) => ({ [field]: { like: search.slice(0, 200) } })),
})

/** What a filter may be kept of for ever: fields that say nothing about who somebody is. */
const impersonal = new Set([
  ...['number', 'placedAt', 'createdAt', 'updatedAt', 'deliveredAt', 'expiresAt'],
  ...['market', 'locale', 'currency', 'tags', 'assignee', 'dispute'],
  ...['paymentStatus', 'fulfilmentStatus', 'paymentMethod', 'shippingMethod'],
  ...['subtotal', 'discount', 'shipping', 'tax', 'total', 'captured', 'refunded', 'owed', 'reverseCharge'],
])
const notKept = 'not kept'

/** A filter without whom it names: an entry of the audit trail outlives the erasure of a person. */
const withoutPeople = (where: Where): Where =>
  Object.fromEntries(
    Object.entries(where).map(([path, asked]) => {
      if (Array.isArray(asked)) return [path, asked.map(withoutPeople)]
      return [path, impersonal.has(path) ? asked : { [notKept]: true }]
    }),
  )

/**
 * The orders that a filter of the list chooses and the user may read, oldest first, as CSV with a head: one line for
 * each order, money as plain numbers of its currency. Read page by page, by its last order and never by a count of
 * pages, so that orders that come meanwhile shift nothing. Leaves an audit entry, which names nobody.
 */
export async function exportOrders(
  req: PayloadRequest,
  { where, search }: { where?: Where; search?: string },
): Promise<ReadableStream<Uint8Array>> {
  const chosen: Where[] = [...(where ? [where] : []), ...(search ? [foundBy(search)] : [])]
  const text = new TextEncoder()
  const read = async (after?: Order): Promise<Order[]> => {
    const beyond: Where[] = after
      ? [
          {
            or: [
              { placedAt: { greater_than: after.placedAt } },
              { and: [{ placedAt: { equals: after.placedAt } }, { id: { greater_than: after.id } }] },
            ],
          },
        ]
      : []
    const { docs } = await req.payload.find({
      ...{ collection: 'orders', sort: ['placedAt', 'id'], limit: page, pagination: false, depth: 0 },
      ...{ where: { and: [...chosen, ...beyond] }, joins: false },
      ...{ overrideAccess: false, user: req.user, req },
    })
    return docs
  }
  let orders = await read()
  await recordAudit(req, {
    action: 'order.export',
    entity: 'orders',
    after: { where: withoutPeople(where ?? {}), search: search ? notKept : '' },
  })
  let isFirst = true
  return new ReadableStream({
    pull: async (controller) => {
      if (isFirst) controller.enqueue(text.encode(csvLine(head)))
      isFirst = false
      if (orders.length > 0) controller.enqueue(text.encode(orders.map(line).join('')))
      const last = orders.at(-1)
      if (!last || orders.length < page) return controller.close()
      orders = await read(last)
    },
  })
}
