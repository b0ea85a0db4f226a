import type { ReviewView } from '#domain/views'
import { isUsualWidth } from '#domain/width'
import { dayIn, type Shop } from './shop'
import { marketSize } from './size-label'
import { Stars } from './stars'
import { widthIn } from './width-label'

interface ReviewProps {
  shop: Shop
  review: ReviewView
}

/** `cognac, size 42.5, wide`: the pair it is about. */
function pairOf({ shop, review: { colour, size, width, ...sold } }: ReviewProps): string {
  return [
    colour,
    size && shop.t('reviews.inSize', { size: marketSize(shop, { ...sold, size }) }),
    width && !isUsualWidth(width) && widthIn(shop, width),
  ]
    .filter(Boolean)
    .join(', ')
}

function Review({ shop, review }: ReviewProps) {
  const { t, market } = shop
  const { rating, title, text, name, locale, at, fit, footMm, photos, answer, isBought } = review
  const foreign = locale === market.locale ? undefined : locale
  const pair = pairOf({ shop, review })
  return (
    <li className="review">
      <div className="review-who">
        <p className="label">{name}</p>
        {isBought && <p className="fine muted">{t('reviews.bought')}</p>}
        {pair && <p className="fine muted">{pair}</p>}
        {footMm && <p className="fine muted">{t('reviews.foot', { mm: footMm })}</p>}
      </div>
      <div className="review-said">
        <p className="review-head">
          <Stars rating={rating} />
          <span className="sr-only">{t('reviews.stars', { rating })}</span>
          <time className="fine muted" dateTime={at}>
            {dayIn(shop, at)}
          </time>
        </p>
        {title && <h3 lang={foreign}>{title}</h3>}
        {text?.split(/\n+/).map((line, index) => (
          <p key={index} lang={foreign}>
            {line}
          </p>
        ))}
        {fit && <p className="small muted">{t(`reviews.fitWord.${fit}`)}</p>}
        {photos.length > 0 && (
          <ul className="review-photos">
            {photos.map(({ id, url, width, height }, index) => (
              <li key={id}>
                <a href={url}>
                  <img
                    src={url}
                    alt={t('reviews.photo', { place: index + 1, name })}
                    width={width}
                    height={height}
                    loading="lazy"
                  />
                </a>
              </li>
            ))}
          </ul>
        )}
        {answer && (
          <blockquote className="review-answer">
            <p className="label">{t('reviews.answer')}</p>
            {answer.text.split(/\n+/).map((line, index) => (
              <p key={index}>{line}</p>
            ))}
          </blockquote>
        )}
      </div>
    </li>
  )
}

export function ReviewList({ shop, reviews }: { shop: Shop; reviews: readonly ReviewView[] }) {
  return (
    <ul className="reviews">
      {reviews.map((review) => (
        <Review key={review.id} shop={shop} review={review} />
      ))}
    </ul>
  )
}
