import type { OrderLineView, OrderView } from '#domain/views'
import { isUsualWidth } from '#domain/width'
import { modelName } from './model-name'
import { BoughtPrice } from './bag-line'
import type { Shop } from './shop'
import { SoldSize } from './size-label'
import { quantityIn } from './things'
import { widthIn } from './width-label'

/** `Cognac, EU 42 · UK 8, Wide` */
function SoldWhat({ shop, line }: { shop: Shop; line: OrderLineView }) {
  const { colour, size, width } = line
  return (
    <p className="line-what">
      {colour}
      {colour && size && ', '}
      {size && <SoldSize shop={shop} line={line} size={size} />}
      {width && !isUsualWidth(width) && `, ${widthIn(shop, width)}`}
    </p>
  )
}

/** What an order's line shows is frozen: its picture is an address, not a live one. */
export function OrderLines({ shop, order }: { shop: Shop; order: OrderView }) {
  const { t } = shop
  return (
    <>
      <h2 className="sr-only">{t('order.contents')}</h2>
      <ul className="lines">
        {order.lines.map((line) => (
          <li key={line.id}>
            <span className="thumb">
              {line.image && <img src={line.image} alt="" width="104" height="104" loading="lazy" />}
            </span>
            <div>
              <h3>{modelName(line.title, line.colour)}</h3>
              <SoldWhat shop={shop} line={line} />
              {line.gifts > 0 && <p className="line-what">{t('code.gifts', { count: line.gifts })}</p>}
              {line.quantity > 1 && <p className="line-what">{quantityIn(t, line, line.quantity)}</p>}
            </div>
            {line.total.amount === 0 && line.gifts === line.quantity ? (
              <p className="line-price">{t('bag.free')}</p>
            ) : (
              <BoughtPrice shop={shop} line={line} />
            )}
          </li>
        ))}
      </ul>
    </>
  )
}
