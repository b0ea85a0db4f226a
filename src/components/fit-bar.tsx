import { fitWord } from '#domain/review'
import type { ReviewsView } from '#domain/views'
import type { Shop } from './shop'

/** Where the pairs sit between small and large, said in words as well; nothing below ten voices. */
export function FitBar({ shop: { t }, fit }: { shop: Shop; fit: NonNullable<ReviewsView['fit']> }) {
  const word = fitWord(fit)
  return (
    <div className="fit">
      <h3>{t('reviews.fitTitle')}</h3>
      <div
        className="fit-bar"
        style={{ '--at': `${(fit.position + 1) * 50}%` } as React.CSSProperties}
        aria-hidden="true"
      >
        <i />
      </div>
      <p className="fit-words" aria-hidden="true">
        <span>{t('reviews.fitSmall')}</span>
        <span>{t('reviews.fitTrue')}</span>
        <span>{t('reviews.fitLarge')}</span>
      </p>
      <p className="small">{t(`reviews.fitAdvice.${word}`)}</p>
      <p className="fine muted">
        {t('reviews.fitOf', { count: fit.count })}
        {fit.returns > 0 && `, ${t('reviews.fitReturns', { returns: fit.returns })}`}
      </p>
    </div>
  )
}
