import { Field } from '#components/field'
import { formPaths } from '#components/form-paths'
import { problemIn } from '../../problem'
import { type PageProps, privateMetadata, SmallPage } from '../../small-page'
import { one, requireShop } from '../../visitor'

export const generateMetadata = privateMetadata('findOrder.title')

export default async function FindOrderPage({ params, searchParams }: PageProps) {
  const shop = requireShop((await params).market)
  const query = await searchParams
  const { t } = shop
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
            maxLength={20}
          />
          <Field
            t={t}
            name="email"
            type="email"
            label={t('findOrder.email')}
            autoComplete="email"
            maxLength={254}
          />
        </div>
        <button className="button wide">{t('findOrder.submit')}</button>
      </form>
    </SmallPage>
  )
}
