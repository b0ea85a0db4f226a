import { formPaths } from './form-paths'
import { PasswordForm } from './password-form'
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
        <PasswordForm
          shop={shop}
          action={formPaths.unlinkGoogle}
          id="field-google-password"
          button={t('account.googleUnlink')}
        />
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
