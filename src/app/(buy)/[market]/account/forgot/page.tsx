import { EmailField } from '#components/field'
import { formPaths } from '#components/form-paths'
import { faultOf, problemIn } from '../../../problem'
import { type PageProps, privateMetadata, SmallPage } from '../../../small-page'
import { typedIn } from '../../../typed'
import { one, requireShop } from '../../../visitor'

export const generateMetadata = privateMetadata('account.forgotTitle')

export default async function ForgotPasswordPage({ params, searchParams }: PageProps) {
  const shop = requireShop((await params).market)
  const query = await searchParams
  const { t } = shop
  const typed = await typedIn(query, 'forgot')
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
        <EmailField
          t={t}
          label={t('account.email')}
          value={typed.email}
          autoComplete="username"
          {...faultOf(shop, query, 'email')}
        />
        <button className="button wide">{t('account.forgotSubmit')}</button>
      </form>
    </SmallPage>
  )
}
