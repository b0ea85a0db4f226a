import { formPaths } from '#components/form-paths'
import { hrefIn } from '#components/shop'
import { addressOfChange } from '#services/change-email'
import { privateMetadata, SmallPage, type PageProps } from '../../../small-page'
import { one, requireShop, visitor } from '../../../visitor'

export const generateMetadata = privateMetadata('account.emailConfirmTitle')

/** The second step of another address: where the mailed link leads. Who is not signed in is asked to, once the button is pressed. */
export default async function ConfirmEmailPage({ params, searchParams }: PageProps) {
  const shop = requireShop((await params).market)
  const query = await searchParams
  const { t } = shop
  const [token, isDone] = [one(query.token), one(query.done) === 'changed']
  const { req } = await visitor()
  const email = token ? await addressOfChange(req, token) : undefined
  return (
    <SmallPage
      shop={shop}
      title={t(isDone ? 'account.emailTitle' : 'account.emailConfirmTitle')}
      lead={email && t('account.emailConfirmLead', { email })}
      problem={email || isDone ? undefined : t('account.linkOver')}
      notice={isDone ? t('account.emailChanged') : undefined}
    >
      {email && (
        <form method="post" action={formPaths.confirmEmail} className="mt-6">
          <input type="hidden" name="market" value={shop.market.id} />
          <input type="hidden" name="token" value={token} />
          <button className="button wide">{t('account.emailConfirm')}</button>
        </form>
      )}
      {!email && (
        <p className="mt-6">
          <a className="link" href={hrefIn(shop, '/account/security')}>
            {t('account.security')}
          </a>
        </p>
      )}
    </SmallPage>
  )
}
