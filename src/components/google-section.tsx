import { Field } from './field'
import { formPaths } from './form-paths'
import type { Shop } from './shop'

interface GoogleProps {
  shop: Shop
  isLinked: boolean
}

/** Signing in by Google: to be linked, or to be taken away. */
export function GoogleSection({ shop, isLinked }: GoogleProps) {
  const { t } = shop
  return (
    <section className="mt-9 max-w-[620px]">
      <h2 className="mb-2">Google</h2>
      <p className="small muted mb-4">{t(isLinked ? 'account.googleIsLinked' : 'account.googleLead')}</p>
      {isLinked ? (
        <form method="post" action={formPaths.unlinkGoogle}>
          <input type="hidden" name="market" value={shop.market.id} />
          <div className="fields">
            <Field
              t={t}
              name="password"
              id="field-google-password"
              type="password"
              label={t('account.password')}
              hint={t('account.emailPasswordHint')}
              autoComplete="current-password"
              maxLength={128}
              optional
            />
          </div>
          <button className="button second mt-5">{t('account.googleUnlink')}</button>
        </form>
      ) : (
        <a
          className="button second"
          href={`/api/store/google?${new URLSearchParams({ market: shop.market.id, for: 'link' })}`}
        >
          {t('account.googleLink')}
        </a>
      )}
    </section>
  )
}
