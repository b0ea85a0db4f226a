import type { VariantView } from '#domain/views'
import { isUsualWidth, widthInWords } from '#domain/width'
import type { Shop } from './shop'

/** A width in words; a label of the merchant's own stays as it is. */
export const widthIn = ({ t }: Pick<Shop, 't'>, width: string): string =>
  widthInWords(width, (code) => t(`widths.${code}`))

/** The EU size of a pair by itself, and its width where that is not the usual one: `42`, `42, Wide`. */
export const sizeIn = (
  shop: Pick<Shop, 't'>,
  { labels, width }: Pick<VariantView, 'labels' | 'width'>,
): string => (width && !isUsualWidth(width) ? `${labels.eu}, ${widthIn(shop, width)}` : labels.eu)
