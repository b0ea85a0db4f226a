import { Field } from '#components/field'
import { formPaths } from '#components/form-paths'
import { faultOf, problemIn } from '../../../problem'
import { type PageProps, privateMetadata, SmallPage } from '../../../small-page'
import { one, requireShop } from '../../../visitor'

export const generateMetadata = privateMetadata('account.forgotTitle')

export default async function ForgotPasswordPage({ params, searchParams }: PageProps) {
  const shop = requireShop((await params).market)
  const query = await searchParams
  const { t } = shop
  return (
    <SmallPage
      shop={shop}
      title={t('account.forgotTitle')}
      lead={t('account.forgotLead')}
      problem={problemIn(shop, query)}
      notice={one(query.done) && t('account.forgotSent')}
    >
      <form method="post" action={formPaths.forgot}>
        <input type="hidden" name="market" value={shop.market.id} />
        <Field
          t={t}
          name="email"
          type="email"
          label={t('account.email')}
          autoComplete="username"
          maxLength={254}
          {...faultOf(shop, query, 'email')}
        />
        <button className="button wide">{t('account.forgotSubmit')}</button>
      </form>
    </SmallPage>
  )
}
