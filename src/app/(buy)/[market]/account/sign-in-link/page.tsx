import { EmailField } from '#components/field'
import { formPaths } from '#components/form-paths'
import { faultOf, problemIn } from '../../../problem'
import { type PageProps, privateMetadata, SmallPage } from '../../../small-page'
import { typedIn } from '../../../typed'
import { one, requireShop } from '../../../visitor'

export const generateMetadata = privateMetadata('account.linkTitle')

/** Asks for a link by mail, with which one signs in without a password. */
export default async function SignInLinkPage({ params, searchParams }: PageProps) {
  const shop = requireShop((await params).market)
  const query = await searchParams
  const { t } = shop
  const typed = await typedIn(query, 'sign-in-link')
  const isOver = one(query.problem) === 'validation.failed' && one(query.fields) === 'token'
  return (
    <SmallPage
      shop={shop}
      title={t('account.linkTitle')}
      lead={t('account.linkLead')}
      problem={isOver ? t('account.linkOver') : problemIn(shop, query)}
      notice={one(query.done) === 'sent' ? t('account.linkSent') : undefined}
    >
      <form method="post" action={formPaths.signInLink}>
        <input type="hidden" name="market" value={shop.market.id} />
        <input type="hidden" name="next" value={one(query.next)} />
        <div className="fields">
          <EmailField
            t={t}
            label={t('account.email')}
            value={typed.email}
            autoComplete="username"
            {...faultOf(shop, query, 'email')}
          />
        </div>
        <button className="button wide">{t('account.linkSubmit')}</button>
      </form>
    </SmallPage>
  )
}
