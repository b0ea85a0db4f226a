import { fits, reviewLimits } from '#domain/review'
import { fieldId, Field } from './field'
import { formPaths } from './form-paths'
import type { Shop } from './shop'

interface Props {
  shop: Shop
  number: string
  /** The slug of the product: several of these forms may stand on one page. */
  product: string
  name: string
  /** It has a size, and a foot goes into it. */
  isWorn: boolean
  /** What stood in the fields when it was refused. */
  typed: Readonly<Record<string, string>>
  /** What is wrong with the name. */
  error?: string
  /** The id of what says that the pictures were refused, where they were. */
  photosSaidBy?: string
}

/** Stars, and whatever else somebody likes to say. A plain form; pictures go with it. */
export function ReviewForm({ shop, number, product, name, isWorn, typed, error, photosSaidBy }: Props) {
  const { t } = shop
  const idOf = (field: string) => fieldId(`${field}-${product}`)
  return (
    <form
      method="post"
      encType="multipart/form-data"
      action={`${formPaths.review}?market=${shop.market.id}&number=${encodeURIComponent(number)}`}
      className="review-form"
    >
      <input type="hidden" name="product" value={product} />
      <fieldset>
        <legend className="field-label">{t('reviews.form.stars')}</legend>
        <div className="star-choice">
          {[1, 2, 3, 4, 5].map((count) => (
            <label key={count} title={t('reviews.form.starsOf', { count })}>
              <input
                type="radio"
                name="rating"
                value={count}
                defaultChecked={typed.rating === String(count)}
                required
              />
              <svg viewBox="0 0 16 16" aria-hidden="true">
                <path d="M8 1l2.1 4.6 5 .6-3.7 3.4 1 4.9-4.4-2.5-4.4 2.5 1-4.9L.9 6.2l5-.6z" />
              </svg>
              <span className="sr-only">{t('reviews.form.starsOf', { count })}</span>
            </label>
          ))}
        </div>
      </fieldset>
      {isWorn && (
        <fieldset>
          <legend className="field-label">
            {t('reviews.form.fit')} <span className="muted font-normal">{t('form.optional')}</span>
          </legend>
          <div className="widths">
            {fits.map((fit) => (
              <label key={fit} className="size">
                <input type="radio" name="fit" value={fit} defaultChecked={typed.fit === fit} />
                {t(`reviews.fitWord.${fit}`)}
              </label>
            ))}
          </div>
        </fieldset>
      )}
      <Field
        t={t}
        name="title"
        id={idOf('title')}
        label={t('reviews.form.heading')}
        value={typed.title}
        maxLength={reviewLimits.title}
        optional
      />
      <div className="field">
        <label htmlFor={idOf('text')}>
          {t('reviews.form.text')} <span>{t('form.optional')}</span>
        </label>
        <textarea
          className="input"
          id={idOf('text')}
          name="text"
          rows={6}
          defaultValue={typed.text}
          maxLength={reviewLimits.text}
          aria-describedby={`${idOf('text')}-hint`}
        />
        <span className="field-hint" id={`${idOf('text')}-hint`}>
          {t(isWorn ? 'reviews.form.textHint' : 'reviews.form.textHintThing')}
        </span>
      </div>
      {isWorn && (
        <div className="field">
          <label htmlFor={idOf('footMm')}>
            {t('reviews.form.foot')} <span>{t('form.optional')}</span>
          </label>
          <input
            className="input"
            id={idOf('footMm')}
            name="footMm"
            type="number"
            min={reviewLimits.foot.least}
            max={reviewLimits.foot.most}
            step={1}
            defaultValue={typed.footMm}
            inputMode="numeric"
            aria-describedby={`${idOf('footMm')}-hint`}
          />
          <span className="field-hint" id={`${idOf('footMm')}-hint`}>
            {t('reviews.form.footHint')}
          </span>
        </div>
      )}
      <Field
        t={t}
        name="name"
        id={idOf('name')}
        label={t('reviews.form.name')}
        value={typed.name ?? name}
        error={error}
        autoFocus={error !== undefined}
        maxLength={reviewLimits.name}
      />
      {/* Last: a browser sends fields in their order, and what stands before pictures is read though these are too large. */}
      <div className="field">
        <label htmlFor={idOf('photos')}>
          {t('reviews.form.photos')} <span>{t('form.optional')}</span>
        </label>
        <input
          className="input file"
          id={idOf('photos')}
          name="photos"
          type="file"
          accept="image/jpeg,image/png,image/webp,image/avif"
          multiple
          aria-invalid={photosSaidBy ? true : undefined}
          aria-describedby={[photosSaidBy, `${idOf('photos')}-hint`].filter(Boolean).join(' ')}
          autoFocus={photosSaidBy !== undefined}
        />
        <span className="field-hint" id={`${idOf('photos')}-hint`}>
          {t('reviews.form.photosHint')}
        </span>
      </div>
      <button className="button">{t('reviews.form.send')}</button>
    </form>
  )
}
