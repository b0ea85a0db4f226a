import { Field } from '#components/field'
import { formPaths } from '#components/form-paths'
import { privateMetadata, problemIn, SmallPage, type PageProps } from '../../../small-page'
import { one, requireShop } from '../../../visitor'

export const generateMetadata = privateMetadata('account.stepTitle')

/** The second step of signing in, after password, mailed link or Google. */
export default async function SecondStepPage({ params, searchParams }: PageProps) {
  const shop = requireShop((await params).market)
  const query = await searchParams
  const { t } = shop
  return (
    <SmallPage
      shop={shop}
      title={t('account.stepTitle')}
      lead={t('account.stepLead')}
      problem={problemIn(shop, query)}
    >
      <form method="post" action={formPaths.secondStep}>
        <input type="hidden" name="market" value={shop.market.id} />
        <input type="hidden" name="next" value={one(query.next)} />
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
        <button className="button wide">{t('account.stepSubmit')}</button>
      </form>
    </SmallPage>
  )
}
