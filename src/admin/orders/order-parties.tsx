import type { DeskAddress, DeskOrder } from '#queries/admin-order'

export function OrderParties({ order }: { order: DeskOrder }) {
  const { shippingAddress, billingAddress } = order
  const same = JSON.stringify(shippingAddress) === JSON.stringify(billingAddress)
  return (
    <section className="m-panel">
      <h2>Customer</h2>
      <p>
        {order.customerId ? (
          <a href={`/admin/collections/customers/${order.customerId}`}>{order.customerName ?? order.email}</a>
        ) : (
          (order.customerName ?? 'Guest')
        )}
        <span className="m-second">
          <a href={`mailto:${order.email}?subject=${encodeURIComponent(`Your order ${order.number}`)}`}>
            {order.email}
          </a>
        </span>
      </p>
      <p>
        <a href={`/admin/collections/orders?search=${encodeURIComponent(order.email)}`}>
          All orders of this address
        </a>
      </p>
      <h3>{order.pickup ? 'Collected at' : 'Ship to'}</h3>
      {order.pickup ? <p>{order.pickup}</p> : null}
      <Address address={shippingAddress} />
      {order.giftNote ? (
        <>
          <h3>Gift note</h3>
          <p className="m-note">{order.giftNote}</p>
          <p className="m-muted">Printed on the packing slip of every parcel.</p>
        </>
      ) : null}
      <h3>Bill to</h3>
      <Business order={order} />
      {same ? <p className="m-muted">The same address</p> : <Address address={billingAddress} />}
    </section>
  )
}

/** Shape and check digits of the number were right; whether it is in force says VIES. */
function Business({ order: { company, vatNumber, reverseCharge } }: { order: DeskOrder }) {
  if (!company && !vatNumber) return null
  return (
    <p>
      {company}
      {vatNumber ? <span className="m-second">VAT number {vatNumber}</span> : null}
      {reverseCharge ? (
        <span className="m-second">
          Reverse charge.{' '}
          <a href="https://ec.europa.eu/taxation_customs/vies/" target="_blank" rel="noreferrer">
            Check the number with VIES
          </a>{' '}
          and keep the answer.
        </span>
      ) : null}
    </p>
  )
}

function Address({ address }: { address: DeskAddress | undefined }) {
  if (!address) return <p className="m-muted">None given</p>
  return (
    <address className="m-address">
      {[address.name, ...address.lines].map((line, index) => (
        <span key={index}>{line}</span>
      ))}
      {address.phone ? <a href={`tel:${address.phone}`}>{address.phone}</a> : null}
    </address>
  )
}
