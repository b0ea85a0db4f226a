import type { OrderView } from '#domain/views'
import { formPaths } from './form-paths'
import type { Shop } from './shop'

interface Props {
  /** In the market of the order. */
  shop: Shop
  order: Pick<OrderView, 'number'>
  /** In a list, where the number says which. */
  isListed?: boolean
}

/** The pairs of an order into the bag once more. */
export function OrderAgain({ shop: { market, t }, order, isListed = false }: Props) {
  return (
    <form method="post" action={formPaths.again}>
      <input type="hidden" name="market" value={market.id} />
      <input type="hidden" name="number" value={order.number} />
      <button className={isListed ? 'link small' : 'button second wide mt-7'}>
        {t('order.again')}
        {isListed && <span className="sr-only"> {order.number}</span>}
      </button>
    </form>
  )
}
