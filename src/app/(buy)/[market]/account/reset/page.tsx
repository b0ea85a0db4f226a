import { Field } from '#components/field'
import { formPaths } from '#components/form-paths'
import { faultOf, problemIn } from '../../../problem'
import { type PageProps, privateMetadata, SmallPage } from '../../../small-page'
import { one, requireShop } from '../../../visitor'

export const generateMetadata = privateMetadata('account.resetTitle')

export default async function ResetPasswordPage({ params, searchParams }: PageProps) {
  const shop = requireShop((await params).market)
  const query = await searchParams
  const { t } = shop
  return (
    <SmallPage shop={shop} title={t('account.resetTitle')} problem={problemIn(shop, query)}>
      <form method="post" action={formPaths.reset}>
        <input type="hidden" name="market" value={shop.market.id} />
        <input type="hidden" name="token" value={one(query.token)} />
        <Field
          t={t}
          name="password"
          type="password"
          label={t('account.newPassword')}
          hint={t('account.passwordHint')}
          autoComplete="new-password"
          minLength={12}
          maxLength={128}
          {...faultOf(shop, query, 'password')}
        />
        <button className="button wide">{t('account.resetSubmit')}</button>
      </form>
    </SmallPage>
  )
}
