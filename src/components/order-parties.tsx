import type { AddressView, OrderView } from '#domain/views'
import { PickupPlace } from './pickup-place'
import type { Shop } from './shop'

function Address({ address }: { address: AddressView }) {
  const { firstName, lastName, line1, line2, postalCode, city, country } = address
  return (
    <>
      {firstName} {lastName}
      <br />
      {[line1, line2].filter(Boolean).join(', ')}
      <br />
      {postalCode} {city}, {country}
    </>
  )
}

const isSame = (one: AddressView, other: AddressView): boolean =>
  one.line1 === other.line1 && one.postalCode === other.postalCode && one.lastName === other.lastName

/** Where the order goes or is collected, and who is billed when that is somebody or somewhere else. */
export function OrderParties({ shop, order }: { shop: Shop; order: OrderView }) {
  const { t } = shop
  const { pickup, company, vatNumber, shippingAddress, billingAddress } = order
  const isBilledElsewhere =
    Boolean(pickup ?? company ?? vatNumber) || !isSame(shippingAddress, billingAddress)
  return (
    <>
      <section className="mt-9">
        <h2 className="text-[22px] leading-7 mb-2">{t(pickup ? 'order.collectAt' : 'order.deliverTo')}</h2>
        <address className="not-italic muted">
          {pickup ? <PickupPlace pickup={pickup} /> : <Address address={shippingAddress} />}
        </address>
      </section>
      {order.giftNote && (
        <section className="mt-7">
          <h2 className="text-[22px] leading-7 mb-2">{t('giftNote.title')}</h2>
          <p className="muted whitespace-pre-line wrap-anywhere">{order.giftNote}</p>
        </section>
      )}
      {isBilledElsewhere && (
        <section className="mt-7">
          <h2 className="text-[22px] leading-7 mb-2">{t('order.billTo')}</h2>
          <address className="not-italic muted">
            {company && <span className="block">{company}</span>}
            <Address address={billingAddress} />
            {vatNumber && <span className="block">{t('order.vatNumber', { number: vatNumber })}</span>}
          </address>
        </section>
      )}
    </>
  )
}
