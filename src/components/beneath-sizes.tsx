import type { ProductView, SizeLabels } from '#domain/views'
import { Icon } from './icon'
import { hrefIn, type Shop } from './shop'
import { SizeSection } from './size-table'

interface BeneathSizesProps {
  shop: Shop
  product: ProductView
}

/** A size in several widths is one row. */
const rowsOf = ({ variants }: ProductView): SizeLabels[] => [
  ...new Map(variants.map(({ size, labels }) => [size, labels])).values(),
]

/** The sizes of this shoe as its brand labels them, which the guide shows beside it in place of its general tables. */
function OwnTable({ shop, product }: BeneathSizesProps) {
  const rows = rowsOf(product)
  if (rows.length === 0) return null
  const title = shop.t('sizes.ofBrand', { brand: product.brand })
  return (
    <template>
      <SizeSection shop={shop} heading={title} scale={title} rows={rows} />
    </template>
  )
}

/** What helps to choose a size, below the sizes: how the shoe fits, the size guide, a size by another brand. */
export function BeneathSizes({ shop, product }: BeneathSizesProps) {
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
        <OwnTable shop={shop} product={product} />
      </size-guide>
    </div>
  )
}
