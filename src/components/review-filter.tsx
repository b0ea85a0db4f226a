import type { ReviewChoice } from '#domain/review-path'
import { sizeText } from '#domain/size-systems'
import type { ReviewsView } from '#domain/views'
import type { Shop } from './shop'
import { marketSize } from './size-label'

interface ReviewFilterProps {
  shop: Shop
  reviews: ReviewsView
  choice: ReviewChoice
  hrefOf: (choice: ReviewChoice) => string
}

interface Way {
  words: string
  count: number
  to: ReviewChoice
  isChosen: boolean
}

/** Each value is a link: to the reviews of it, or away from it where it is chosen. */
function Ways({
  title,
  ways,
  hrefOf,
}: { title: string; ways: readonly Way[] } & Pick<ReviewFilterProps, 'hrefOf'>) {
  return (
    <nav className="review-ways" aria-label={title}>
      <span className="small">{title}</span>
      <ul>
        {ways.map(({ words, count, to, isChosen }) => (
          <li key={words}>
            <a className="size" href={hrefOf(to)} rel="nofollow" aria-current={isChosen ? 'true' : undefined}>
              {words} <small>({count})</small>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

/** Reviews of a size and of a fit, by links alone. One value is no choice. */
export function ReviewFilter({ shop, reviews, choice, hrefOf }: ReviewFilterProps) {
  const { t } = shop
  const { size, fit } = choice
  const segment = reviews.reviews.find((review) => review.segment)?.segment
  const without = (name: 'size' | 'fit'): ReviewChoice => ({ ...choice, [name]: undefined, page: 1 })
  const sizes = reviews.sizes.map(({ value, label, labels, count }) => ({
    words: sizeText(marketSize(shop, { size: label, labels, segment })),
    count,
    isChosen: value === size,
    to: value === size ? without('size') : { ...choice, size: value, page: 1 },
  }))
  const voices = reviews.fits.map(({ value, count }) => ({
    words: t(`reviews.fitWord.${value}`),
    count,
    isChosen: value === fit,
    to: value === fit ? without('fit') : { ...choice, fit: value, page: 1 },
  }))
  return (
    <div className="review-filter">
      {sizes.length > 1 && <Ways title={t('reviews.bySize')} ways={sizes} hrefOf={hrefOf} />}
      {voices.length > 1 && <Ways title={t('reviews.byFit')} ways={voices} hrefOf={hrefOf} />}
      {(size ?? fit) && (
        <p className="small" role="status">
          {t('reviews.found', { count: reviews.found, total: reviews.total })}{' '}
          <a className="link" href={hrefOf({ page: 1 })}>
            {t('reviews.seeAll')}
          </a>
        </p>
      )}
    </div>
  )
}
