import type { PromotionView, TotalsView } from '#domain/views'
import { moneyIn, type Shop } from './shop'

interface SumsProps {
  shop: Shop
  totals: TotalsView
  promotions?: readonly PromotionView[]
  /** The words for the last line. */
  last: string
}

/** Goods, discount, delivery, tax and total, as the server computed them. */
export function Sums({ shop, totals, promotions = [], last }: SumsProps) {
  const { t, market } = shop
  const { subtotal, discount, shipping, tax, total } = totals
  const reductions = promotions.filter((one) => one.discount.amount > 0)
  const rest = discount.amount - reductions.reduce((sum, one) => sum + one.discount.amount, 0)
  const deliveries = promotions.filter(({ effect }) => effect === 'free-shipping')
  const paidFor = deliveries.reduce((sum, one) => sum + one.shipping.amount, 0)
  return (
    <dl className="sums">
      <div>
        <dt>{t('bag.goods')}</dt>
        <dd>{moneyIn(shop, subtotal)}</dd>
      </div>
      {reductions.map((one) => (
        <div key={one.name}>
          <dt>{one.code ? t('code.named', { name: one.name, code: one.code }) : one.name}</dt>
          <dd>−{moneyIn(shop, one.discount)}</dd>
        </div>
      ))}
      {rest > 0 && (
        <div>
          <dt>{t(reductions.length > 0 ? 'code.giftWorth' : 'bag.discount')}</dt>
          <dd>−{moneyIn(shop, { ...discount, amount: rest })}</dd>
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
          {paidFor > 0 && shipping && (
            <s className="muted">{moneyIn(shop, { ...shipping, amount: shipping.amount + paidFor })}</s>
          )}
        </dd>
      </div>
      {deliveries.map(({ name, code }) => (
        <div key={name} className="small muted">
          <dt>{code ? t('code.named', { name, code }) : name}</dt>
        </div>
      ))}
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
