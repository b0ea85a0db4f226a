import { formPaths } from './form-paths'
import type { Shop } from './shop'

/** Asks for the shop's letter. A plain form; the address is asked to confirm. */
export function LetterForm({ shop, id }: { shop: Shop; id: string }) {
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
            name="email"
            type="email"
            autoComplete="email"
            inputMode="email"
            maxLength={254}
            required
            aria-describedby={`${id}-hint`}
          />
          <button className="button">{t('newsletter.send')}</button>
        </div>
        <p id={`${id}-hint`} className="field-hint">
          {t('newsletter.hint')}
        </p>
      </div>
    </form>
  )
}
