import type { Shop } from './shop'

const codes = ['narrow', 'standard', 'wide']

/** A width in words; a label of the merchant's own stays as it is. */
export const widthIn = ({ t }: Shop, width: string): string =>
  codes.includes(width) ? t(`widths.${width}`) : width

/** The usual width goes without saying. */
export const isUsualWidth = (width: string | undefined): boolean => !width || /^standard/i.test(width)
