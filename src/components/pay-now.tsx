import { hrefIn, type Shop } from './shop'

/** To the form where an order is paid. */
export const PayNow = ({ shop, number }: { shop: Shop; number: string }) => (
  <p className="mt-6">
    <a className="button tall" href={hrefIn(shop, `/orders/${number}/pay`)}>
      {shop.t('order.payNow')}
    </a>
  </p>
)
