import { Field } from './field'
import { formPaths } from './form-paths'
import { PasswordForm } from './password-form'
import type { Shop } from './shop'

interface SecondFactorProps {
  shop: Shop
  /** Nothing when there is no second factor. */
  factor?: { codesLeft: number }
}

function ByCode({ shop }: { shop: Shop }) {
  const { t } = shop
  return (
    <form method="post" action={formPaths.factorOff}>
      <input type="hidden" name="market" value={shop.market.id} />
      <div className="fields">
        <Field
          t={t}
          name="code"
          label={t('account.code')}
          hint={t('account.codeHint')}
          autoComplete="one-time-code"
          maxLength={20}
        />
      </div>
      <button className="button second mt-5">{t('account.factorOff')}</button>
    </form>
  )
}

/** The second step of signing in: to be set up by the password, or to be taken away by a code. */
export function SecondFactorSection({ shop, factor }: SecondFactorProps) {
  const { t } = shop
  return (
    <section className="mt-9 max-w-[620px]">
      <h2 className="mb-2">{t('account.factorTitle')}</h2>
      <p className="small muted mb-4">
        {factor ? t('account.factorIsOn', { count: factor.codesLeft }) : t('account.factorLead')}
      </p>
      {factor ? (
        <ByCode shop={shop} />
      ) : (
        <PasswordForm
          shop={shop}
          action={formPaths.factorBegin}
          id="field-factor-password"
          button={t('account.factorBegin')}
        />
      )}
    </section>
  )
}
