import type { DeskOrder, DeskShipment } from '#queries/admin-order'
import { pairs } from '../amount'
import { PaperLink } from '../papers/paper-link'

interface Props {
  order: DeskOrder
  at: (time: string) => string
}

export function OrderParcels({ order, at }: Props) {
  if (order.shipments.length === 0) return null
  return (
    <section className="m-panel">
      <h2>{order.shipments.length === 1 ? 'Parcel' : `${order.shipments.length} parcels`}</h2>
      <ul className="m-list">
        {order.shipments.map((shipment) => (
          <Parcel key={shipment.id} shipment={shipment} order={order} at={at} />
        ))}
      </ul>
    </section>
  )
}

function Parcel({ shipment, order, at }: Props & { shipment: DeskShipment }) {
  const what = shipment.lines.map(({ orderLine, quantity }) => {
    const line = order.lines.find(({ id }) => id === orderLine)
    return line ? `${pairs(quantity)} ${line.title} ${line.detail}` : pairs(quantity)
  })
  return (
    <li>
      <span className="m-between">
        <span>
          {shipment.carrier ?? 'No carrier named'}
          {shipment.trackingNumber ? <code className="m-code">{shipment.trackingNumber}</code> : null}
        </span>
        <span className="m-muted">{at(shipment.shippedAt)}</span>
      </span>
      {what.map((one, index) => (
        <span key={index} className="m-second">
          {one}
        </span>
      ))}
      <PaperLink kind="packing-slip" id={shipment.id}>
        Packing slip
      </PaperLink>
    </li>
  )
}
