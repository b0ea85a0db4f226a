import { formPaths } from '#components/form-paths'
import { hrefIn } from '#components/shop'
import { addressOfLink } from '#services/sign-in-link'
import { privateMetadata, SmallPage, type PageProps } from '../../../small-page'
import { one, requireShop, visitor } from '../../../visitor'

export const generateMetadata = privateMetadata('account.linkUseTitle')

/** Where the mailed link leads. Opening it changes nothing, as programs that look into mails do; the button signs in. */
export default async function LinkPage({ params, searchParams }: PageProps) {
  const shop = requireShop((await params).market)
  const query = await searchParams
  const { t } = shop
  const token = one(query.token)
  const { req } = await visitor()
  const email = token ? await addressOfLink(req, token) : undefined
  return (
    <SmallPage
      shop={shop}
      title={t('account.linkUseTitle')}
      lead={email && t('account.linkUseLead', { email })}
      problem={email ? undefined : t('account.linkOver')}
    >
      {email ? (
        <form method="post" action={formPaths.useLink} className="mt-6">
          <input type="hidden" name="market" value={shop.market.id} />
          <input type="hidden" name="token" value={token} />
          <input type="hidden" name="next" value={one(query.next)} />
          <button className="button wide">{t('account.linkUse')}</button>
        </form>
      ) : (
        <p className="mt-6">
          <a className="link" href={hrefIn(shop, '/account/sign-in-link')}>
            {t('account.linkAgain')}
          </a>
        </p>
      )}
    </SmallPage>
  )
}
