import type { ReviewsView } from '#domain/views'
import { FitBar } from './fit-bar'
import { ReviewList } from './review-list'
import { hrefIn, type Shop } from './shop'
import { numberIn, Stars } from './stars'

/** How many gave which stars, the best first; each row says it in words. */
function Distribution({ shop: { t }, reviews: { stars, total } }: SectionProps) {
  return (
    <ul className="distribution">
      {stars
        .map((count, index) => ({ count, stars: index + 1 }))
        .reverse()
        .map((row) => (
          <li key={row.stars}>
            <span className="sr-only">{t('reviews.starCount', row)}</span>
            <span aria-hidden="true">{row.stars}</span>
            <span
              className="distribution-bar"
              style={{ '--part': `${(row.count * 100) / total}%` } as React.CSSProperties}
              aria-hidden="true"
            />
            <span className="muted" aria-hidden="true">
              {row.count}
            </span>
          </li>
        ))}
    </ul>
  )
}

interface SectionProps {
  shop: Shop
  reviews: ReviewsView
}

/** Average, distribution and fit. */
export function ReviewSums({ shop, reviews }: SectionProps) {
  const { t } = shop
  const { average, total, fit } = reviews
  if (average === undefined) return null
  return (
    <div className="review-sums">
      <div>
        <p className="review-average">
          <span aria-hidden="true">{numberIn(shop, average)}</span>
          <span>
            <Stars rating={average} />
            <span className="sr-only">{t('reviews.stars', { rating: numberIn(shop, average) })}</span>
            <span className="small">{t('reviews.count', { count: total })}</span>
          </span>
        </p>
        <Distribution shop={shop} reviews={reviews} />
      </div>
      {fit && <FitBar shop={shop} fit={fit} />}
      <p className="fine muted">{t('reviews.how')}</p>
      <p className="fine muted">{t('reviews.allColours')}</p>
    </div>
  )
}

interface ReviewsProps extends SectionProps {
  slug: string
  /** It is a shoe: a foot goes into it. */
  isWorn: boolean
}

/** What buyers say, at the foot of a product's page: the sums, the first few and the way to all. */
export function Reviews({ shop, slug, isWorn, reviews }: ReviewsProps) {
  const { t } = shop
  return (
    <section className="section" id="reviews" aria-labelledby="reviews-title">
      <div className="section-head">
        <h2 id="reviews-title">{t('reviews.title')}</h2>
      </div>
      {reviews.total === 0 ? (
        <div className="empty">
          <h3>{t('reviews.empty')}</h3>
          <p>{t(isWorn ? 'reviews.emptyHint' : 'reviews.emptyHintThing')}</p>
          {isWorn && (
            <a className="button second" href={hrefIn(shop, '/size-guide')}>
              {t('sizes.guide')}
            </a>
          )}
        </div>
      ) : (
        <div className="review-columns">
          <ReviewSums shop={shop} reviews={reviews} />
          <div>
            <ReviewList shop={shop} reviews={reviews.reviews} />
            {reviews.total > reviews.reviews.length && (
              <a className="button second mt-7" href={hrefIn(shop, `/p/${slug}/reviews`)}>
                {t('reviews.all', { count: reviews.total })}
              </a>
            )}
          </div>
        </div>
      )}
    </section>
  )
}
