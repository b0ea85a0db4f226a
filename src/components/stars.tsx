import { numberFormat } from '#domain/formats'
import type { RatingView } from '#domain/views'
import type { Shop } from './shop'

const star = (at: number): string =>
  `M${at + 8} 1l2.1 4.6 5 .6-3.7 3.4 1 4.9-4.4-2.5-4.4 2.5 1-4.9L${at + 0.9} 6.2l5-.6z`
const five = [0, 18, 36, 54, 72].map(star).join('')

export const numberIn = ({ market }: Pick<Shop, 'market'>, value: number): string =>
  numberFormat(market.formatLocale, { minimumFractionDigits: 1, maximumFractionDigits: 1 }).format(value)

/** Five stars, filled to a tenth; the words stand beside them for those who do not see them. */
export function Stars({ rating }: { rating: number }) {
  return (
    <span
      className="stars"
      style={{ '--filled': `${rating * 20}%` } as React.CSSProperties}
      aria-hidden="true"
    >
      <svg viewBox="0 0 88 16">
        <path d={five} />
      </svg>
      <svg viewBox="0 0 88 16">
        <path d={five} />
      </svg>
    </span>
  )
}

/** `★ 4.6 (23)`: for cards. */
export function ShortRating({ shop, rating }: { shop: Shop; rating: RatingView }) {
  const average = numberIn(shop, rating.average)
  return (
    <p className="short-rating">
      <span aria-hidden="true">
        <svg viewBox="0 0 16 16">
          <path d={star(0)} />
        </svg>
        {average} <span className="muted">({rating.count})</span>
      </span>
      <span className="sr-only">{shop.t('reviews.short', { average, count: rating.count })}</span>
    </p>
  )
}

/** Stars that lead to what was said. */
export function RatingLink({ shop, rating }: { shop: Shop; rating: RatingView }) {
  const average = numberIn(shop, rating.average)
  return (
    <a className="rating-link" href="#reviews">
      <Stars rating={rating.average} />
      <span aria-hidden="true">
        {average} <span className="muted">({rating.count})</span>
      </span>
      <span className="sr-only">{shop.t('reviews.short', { average, count: rating.count })}</span>
    </a>
  )
}
