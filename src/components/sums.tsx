import type { CartCreditView, Money, PromotionView, TaxView, TotalsView } from '#domain/views'
import { creditName } from './credit-form'
import { moneyIn, percentIn, type Shop } from './shop'

interface SumsProps {
  shop: Shop
  totals: TotalsView
  promotions?: readonly PromotionView[]
  /** By rate; those without tax are left out. */
  taxes: readonly TaxView[]
  reverseCharge?: boolean
  /** As the order was placed; otherwise as the market shows prices. */
  taxIncluded?: boolean
  /** The words for the last line. */
  last: string
  /** What gift cards and store credit pay, and what is left. */
  credits?: readonly (Pick<CartCreditView, 'kind' | 'last4' | 'amount'> & { status?: string })[]
  toPay?: Money
}

/** Goods, discount, delivery, tax and total, as the server computed them. */
export function Sums({
  shop,
  totals,
  promotions = [],
  taxes,
  reverseCharge = false,
  taxIncluded,
  last,
  credits = [],
  toPay,
}: SumsProps) {
  const { t } = shop
  const { subtotal, discount, shipping, total } = totals
  const isIn = taxIncluded ?? shop.market.taxIncluded
  const taxed = taxes.filter(({ tax }) => tax.amount > 0)
  // A promotion says what it took off a price with tax: without tax there is one sum for all.
  const named = reverseCharge ? [] : promotions
  const reductions = named.filter((one) => one.discount.amount > 0)
  const rest = discount.amount - reductions.reduce((sum, one) => sum + one.discount.amount, 0)
  const deliveries = named.filter(({ effect }) => effect === 'free-shipping')
  const paidFor = deliveries.reduce((sum, one) => sum + one.shipping.amount, 0)
  const paying = credits.filter(({ amount, status }) => amount.amount > 0 && status !== 'returned')
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
      {!isIn &&
        taxed.map(({ rate, tax }) => (
          <div key={rate}>
            <dt>{t('bag.taxAddedRate', { rate: percentIn(shop, rate) })}</dt>
            <dd>{moneyIn(shop, tax)}</dd>
          </div>
        ))}
      <div className="total">
        <dt>{last}</dt>
        <dd>{moneyIn(shop, total)}</dd>
      </div>
      {paying.map((credit, index) => (
        <div key={index}>
          <dt>{creditName(shop, credit)}</dt>
          <dd>−{moneyIn(shop, credit.amount)}</dd>
        </div>
      ))}
      {paying.length > 0 && toPay && (
        <div className="to-pay">
          <dt>{t('credit.toPay')}</dt>
          <dd>{moneyIn(shop, toPay)}</dd>
        </div>
      )}
      {isIn &&
        taxed.map(({ rate, tax }) => (
          <div key={rate} className="small muted">
            <dt>{t('bag.taxRate', { rate: percentIn(shop, rate) })}</dt>
            <dd>{moneyIn(shop, tax)}</dd>
          </div>
        ))}
      {reverseCharge && (
        <div className="small muted">
          <dt>{t('bag.reverseCharge')}</dt>
          <dd />
        </div>
      )}
    </dl>
  )
}
