import { percentOff, type MoneyStyle } from '#domain/format-money'
import type { Money } from '#domain/views'
import { moneyIn, type Shop } from './shop'

export interface PriceTag {
  price: Money
  priceFrom?: boolean
  regularPrice?: Money
  lowest30?: Money
}

/** A reduction counts only against the lowest price of the last 30 days: EU Court, C-330/23. */
export const isReduced = (tag: PriceTag): tag is PriceTag & { lowest30: Money } =>
  tag.lowest30 !== undefined && tag.price.amount < tag.lowest30.amount

export const reductionOf = (tag: PriceTag): number =>
  isReduced(tag) ? percentOff(tag.price, tag.lowest30) : 0

interface PriceProps {
  shop: Shop
  tag: PriceTag
  style?: MoneyStyle
}

export function Price({ shop, tag, style = 'full' }: PriceProps) {
  const now = moneyIn(shop, tag.price, style)
  if (!isReduced(tag))
    return (
      <span className="price">
        {tag.priceFrom && <span className="from">{shop.t('price.from')}</span>}
        {now}
      </span>
    )
  return (
    <span className="price">
      <span className="sr-only">{shop.t('price.now')} </span>
      <ins>{now}</ins>
      <span className="sr-only"> {shop.t('price.before')} </span>
      <s>{moneyIn(shop, tag.lowest30, style)}</s>
    </span>
  )
}

/** A price in words alone, as lists have it: `from € 95`. */
export const priceLine = (shop: Shop, { price, priceFrom }: PriceTag): string =>
  [priceFrom && shop.t('price.from'), moneyIn(shop, price, 'short')].filter(Boolean).join(' ')

export function LowestPrice({ shop, tag }: PriceProps) {
  if (!isReduced(tag)) return null
  return <p className="lowest">{shop.t('price.lowest30', { price: moneyIn(shop, tag.lowest30) })}</p>
}
