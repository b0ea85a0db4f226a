import { EmailField, Field } from '#components/field'
import { formPaths } from '#components/form-paths'
import { problemIn } from '../../problem'
import { type PageProps, privateMetadata, SmallPage } from '../../small-page'
import { typedIn } from '../../typed'
import { one, requireShop } from '../../visitor'

export const generateMetadata = privateMetadata('findOrder.title')

export default async function FindOrderPage({ params, searchParams }: PageProps) {
  const shop = requireShop((await params).market)
  const query = await searchParams
  const { t } = shop
  const typed = await typedIn(query, 'find-order')
  return (
    <SmallPage
      shop={shop}
      title={t('findOrder.title')}
      lead={t('findOrder.lead')}
      problem={problemIn(shop, query)}
      notice={one(query.done) && t('findOrder.sent')}
    >
      <form method="post" action={formPaths.findOrder}>
        <input type="hidden" name="market" value={shop.market.id} />
        <div className="fields">
          <Field
            t={t}
            name="number"
            label={t('findOrder.number')}
            hint={t('findOrder.numberHint')}
            value={typed.number}
            maxLength={20}
          />
          <EmailField t={t} label={t('findOrder.email')} value={typed.email} />
        </div>
        <button className="button wide">{t('findOrder.submit')}</button>
      </form>
    </SmallPage>
  )
}
