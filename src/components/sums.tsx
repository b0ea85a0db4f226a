import type { TotalsView } from '#domain/views'
import { moneyIn, type Shop } from './shop'

interface SumsProps {
  shop: Shop
  totals: TotalsView
  /** The words for the last line. */
  last: string
}

/** Goods, discount, delivery, tax and total, as the server computed them. */
export function Sums({ shop, totals, last }: SumsProps) {
  const { t, market } = shop
  const { subtotal, discount, shipping, tax, total } = totals
  return (
    <dl className="sums">
      <div>
        <dt>{t('bag.goods')}</dt>
        <dd>{moneyIn(shop, subtotal)}</dd>
      </div>
      {discount.amount > 0 && (
        <div>
          <dt>{t('bag.discount')}</dt>
          <dd>−{moneyIn(shop, discount)}</dd>
        </div>
      )}
      <div>
        <dt>{t('bag.delivery')}</dt>
        <dd>
          {shipping === undefined
            ? t('bag.deliveryLater')
            : shipping.amount === 0
              ? t('bag.free')
              : moneyIn(shop, shipping)}
        </dd>
      </div>
      {!market.taxIncluded && tax.amount > 0 && (
        <div>
          <dt>{t('bag.taxAdded')}</dt>
          <dd>{moneyIn(shop, tax)}</dd>
        </div>
      )}
      <div className="total">
        <dt>{last}</dt>
        <dd>{moneyIn(shop, total)}</dd>
      </div>
      {market.taxIncluded && tax.amount > 0 && (
        <div className="small muted">
          <dt>{t('bag.tax')}</dt>
          <dd>{moneyIn(shop, tax)}</dd>
        </div>
      )}
    </dl>
  )
}
