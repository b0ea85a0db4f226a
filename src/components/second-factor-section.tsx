import { Field } from './field'
import { formPaths } from './form-paths'
import type { Shop } from './shop'

interface SecondFactorProps {
  shop: Shop
  /** Nothing when there is no second factor. */
  factor?: { codesLeft: number }
}

/** The second step of signing in: to be set up, or to be taken away. */
export function SecondFactorSection({ shop, factor }: SecondFactorProps) {
  const { t } = shop
  return (
    <section className="mt-9 max-w-[620px]">
      <h2 className="mb-2">{t('account.factorTitle')}</h2>
      <p className="small muted mb-4">
        {factor ? t('account.factorIsOn', { count: factor.codesLeft }) : t('account.factorLead')}
      </p>
      <form method="post" action={factor ? formPaths.factorOff : formPaths.factorBegin}>
        <input type="hidden" name="market" value={shop.market.id} />
        <div className="fields">
          {factor ? (
            <Field
              t={t}
              name="code"
              label={t('account.code')}
              hint={t('account.codeHint')}
              autoComplete="one-time-code"
              maxLength={20}
            />
          ) : (
            <Field
              t={t}
              name="password"
              id="field-factor-password"
              type="password"
              label={t('account.password')}
              hint={t('account.emailPasswordHint')}
              autoComplete="current-password"
              maxLength={128}
              optional
            />
          )}
        </div>
        <button className="button second mt-5">
          {t(factor ? 'account.factorOff' : 'account.factorBegin')}
        </button>
      </form>
    </section>
  )
}
