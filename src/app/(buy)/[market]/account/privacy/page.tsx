import { Field } from '#components/field'
import { formPaths } from '#components/form-paths'
import { countOf } from '#services/cart'
import { AccountFrame } from '../../../account-frame'
import { problemIn } from '../../../problem'
import { type PageProps, privateMetadata } from '../../../small-page'
import { one, requireCustomer, requireShop } from '../../../visitor'

export const generateMetadata = privateMetadata('account.privacy')

/** What the shop keeps about a customer: to take along, and to have erased. */
export default async function PrivacyPage({ params, searchParams }: PageProps) {
  const shop = requireShop((await params).market)
  const query = await searchParams
  const { t } = shop
  const { req, cartToken } = await requireCustomer(shop, '/account/privacy')
  const problem = problemIn(shop, query)
  return (
    <AccountFrame
      shop={shop}
      count={cartToken ? await countOf(req, cartToken) : 0}
      at="privacy"
      title={t('account.privacy')}
    >
      <p className="muted mt-3">{t('account.privacyLead')}</p>
      {problem && (
        <p className="problems mt-6" role="alert">
          {problem}
        </p>
      )}
      {one(query.done) === 'asked' && (
        <p className="notice mt-6" role="status">
          {t('account.eraseAsked')}
        </p>
      )}
      <section className="mt-9">
        <h2 className="mb-2">{t('account.exportTitle')}</h2>
        <p className="small muted mb-4">{t('account.exportHint')}</p>
        <a className="button second" href="/api/store/me/export" download>
          {t('account.exportAction')}
        </a>
      </section>
      <section className="mt-9">
        <h2 className="mb-2">{t('account.eraseTitle')}</h2>
        <p className="small muted mb-4">{t('account.eraseHint')}</p>
        <form method="post" action={formPaths.eraseAccount}>
          <input type="hidden" name="market" value={shop.market.id} />
          <Field
            t={t}
            name="password"
            type="password"
            label={t('account.password')}
            hint={t('account.erasePasswordHint')}
            autoComplete="current-password"
            maxLength={128}
            optional
          />
          <button className="button mt-4">{t('account.eraseAction')}</button>
        </form>
      </section>
    </AccountFrame>
  )
}
