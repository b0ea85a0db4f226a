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

export const Price = (props: PriceProps) => (
  <span className="price">
    <PriceWords {...props} />
  </span>
)

/** What stands in a price. */
export function PriceWords({ shop, tag, style = 'full' }: PriceProps) {
  const now = moneyIn(shop, tag.price, style)
  if (!isReduced(tag))
    return (
      <>
        {tag.priceFrom && <span className="from">{shop.t('price.from')}</span>}
        {now}
      </>
    )
  return (
    <>
      <span className="sr-only">{shop.t('price.now')} </span>
      <ins>{now}</ins>
      <span className="sr-only"> {shop.t('price.before')} </span>
      <s>{moneyIn(shop, tag.lowest30, style)}</s>
    </>
  )
}

/** A price in words alone, as lists have it: `from € 95`. */
export const priceLine = (shop: Shop, { price, priceFrom }: PriceTag): string =>
  [priceFrom && shop.t('price.from'), moneyIn(shop, price, 'short')].filter(Boolean).join(' ')

/** What is said beside a reduced price; nothing beside another. */
export const lowestLine = (shop: Shop, tag: PriceTag): string | undefined =>
  isReduced(tag) ? shop.t('price.lowest30', { price: moneyIn(shop, tag.lowest30) }) : undefined

export function LowestPrice({ shop, tag }: PriceProps) {
  const line = lowestLine(shop, tag)
  return line === undefined ? null : <p className="lowest">{line}</p>
}
