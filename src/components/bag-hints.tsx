import { inTwoSizes, towardsFree } from '#domain/bag-hints'
import type { CartView } from '#domain/views'
import { hrefIn, moneyIn, type Shop } from './shop'

interface HintsProps {
  shop: Shop
  cart: CartView
  /** Minor units from which delivery is free wherever the market delivers. */
  freeFrom?: number
}

/** What is missing to free delivery, as words and a line. */
function FreeMeter({ shop, cart, freeFrom }: HintsProps) {
  if (freeFrom === undefined || freeFrom === 0) return null
  const { subtotal, discount } = cart.totals
  const { missing, part } = towardsFree(subtotal.amount - discount.amount, freeFrom)
  return (
    <div className="free-meter">
      <p className="small">
        {missing === 0
          ? shop.t('bag.freeReached')
          : shop.t('bag.freeMissing', {
              missing: moneyIn(shop, { amount: missing, currency: cart.currency }),
            })}
      </p>
      <div style={{ '--part': `${part}%` } as React.CSSProperties} aria-hidden="true" />
    </div>
  )
}

/** Two sizes of a shoe: kindly the way to the right one, and never a hindrance. */
function TwoSizes({ shop, cart }: HintsProps) {
  const [title, ...more] = inTwoSizes(cart.lines)
  if (!title) return null
  return (
    <p className="notice small">
      {more.length > 0 ? shop.t('bag.twoSizesMore') : shop.t('bag.twoSizes', { title })}{' '}
      <a className="link" href={hrefIn(shop, '/size-guide')}>
        {shop.t('sizes.guide')}
      </a>
    </p>
  )
}

export const BagHints = (props: HintsProps) => (
  <>
    <TwoSizes {...props} />
    <FreeMeter {...props} />
  </>
)
