import { emailInput } from './field'
import { formPaths } from './form-paths'
import type { Shop } from './shop'

interface Props {
  shop: Shop
  id: string
  /** What was wrong with the address. */
  error?: string
  /** What was typed. */
  email?: string
}

/** Asks for the shop's letter. A plain form; the address is asked to confirm. */
export function LetterForm({ shop, id, error, email }: Props) {
  const { t } = shop
  return (
    <form className="letter-form" method="post" action={formPaths.newsletter}>
      <input type="hidden" name="market" value={shop.market.id} />
      <div className="field">
        <label htmlFor={id}>{t('newsletter.email')}</label>
        <div className="letter-line">
          <input
            id={id}
            className="input"
            {...emailInput}
            defaultValue={email}
            required
            aria-invalid={error ? true : undefined}
            aria-describedby={[error && `${id}-error`, `${id}-hint`].filter(Boolean).join(' ')}
            autoFocus={error !== undefined}
          />
          <button className="button">{t('newsletter.send')}</button>
        </div>
        {error && (
          <span id={`${id}-error`} className="field-error">
            {error}
          </span>
        )}
        <p id={`${id}-hint`} className="field-hint">
          {t('newsletter.hint')}
        </p>
      </div>
    </form>
  )
}
