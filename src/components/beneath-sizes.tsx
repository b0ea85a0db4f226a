import type { ProductView } from '#domain/views'
import { Icon } from './icon'
import { hrefIn, type Shop } from './shop'

/** What helps to choose a size, below the sizes: how the shoe fits, the size guide, a size by another brand. */
export function BeneathSizes({ shop, product }: { shop: Shop; product: ProductView }) {
  const { t } = shop
  return (
    <div className="beneath">
      <span className="muted">{product.style.fitNote}</span>
      <size-guide data-close={t('product.closeGuide')}>
        <a className="with-icon link" href={hrefIn(shop, '/size-guide')}>
          <Icon name="ruler" />
          {t('sizes.guide')}
        </a>
        {product.segment !== 'kids' && (
          <a className="link" href={hrefIn(shop, `/p/${product.slug}/wear`)} rel="nofollow">
            {t('wear.link')}
          </a>
        )}
      </size-guide>
    </div>
  )
}
