import type { CartGiftView } from '#domain/views'
import { LineWhat } from './bag-line'
import { modelName } from './model-name'
import { Picture } from './picture'
import type { Shop } from './shop'
import { quantityIn } from './things'

/** A pair that a promotion adds: it cannot be changed, only come by. */
export function GiftLine({ shop, gift }: { shop: Shop; gift: CartGiftView }) {
  const { t } = shop
  return (
    <li className="gift-line">
      <span className="thumb">
        <Picture image={gift.image} sizes="104px" silent />
      </span>
      <div>
        <h3>{modelName(gift.title, gift.colour)}</h3>
        <LineWhat shop={shop} line={gift} />
        <p className="line-what">{t('code.gift', { promotion: gift.promotion })}</p>
        {gift.quantity > 1 && <p className="line-what">{quantityIn(t, gift, gift.quantity)}</p>}
      </div>
      <p className="line-price">{t('bag.free')}</p>
    </li>
  )
}
