import type { ProductView, VariantView } from '#domain/views'
import { Choice } from './field'
import type { Shop } from './shop'
import { marketSize } from './size-label'
import { widthIn } from './width-label'

interface SizeChoiceProps {
  shop: Shop
  product: ProductView
  /** Those of its sizes that may be chosen. */
  variants: readonly VariantView[]
  id: string
  label: string
  /** What stands there before one is chosen; without it the first one is. */
  choose?: string
}

/** One of a product's sizes, with its width where there are several; what comes in one size is not asked for. */
export function SizeChoice({ shop, product, variants, id, label, choose }: SizeChoiceProps) {
  if (product.kind) return <input type="hidden" name="variantId" value={variants[0]?.id} />
  const hasWidths = new Set(product.variants.map(({ width }) => width)).size > 1
  const sizes = variants.map(({ id: value, labels, width }) => {
    const size = marketSize(shop, { size: labels.eu, labels, segment: product.segment })
    return { value, label: hasWidths && width ? `${size}, ${widthIn(shop, width)}` : size }
  })
  const options = choose === undefined ? sizes : [{ value: '', label: choose }, ...sizes]
  return <Choice required name="variantId" {...{ id, label, options }} />
}
