import { formPaths } from '#components/form-paths'
import { hrefIn } from '#components/shop'
import { privateMetadata, SmallPage, type PageProps } from '../../../small-page'
import { one, requireShop } from '../../../visitor'

export const generateMetadata = privateMetadata('measuring.title')

/** The end of the mails that a child should be measured again, for whoever has one, signed in or not. */
export default async function MeasuringPage({ params, searchParams }: PageProps) {
  const shop = requireShop((await params).market)
  const query = await searchParams
  const { t } = shop
  const [done, problem] = [one(query.done), one(query.problem)]
  const [customer, token] = [one(query.customer), one(query.token)]
  const isToStop = customer !== '' && token !== '' && !done && !problem
  return (
    <SmallPage
      shop={shop}
      title={t('measuring.title')}
      lead={isToStop ? t('measuring.stopLead') : undefined}
      problem={problem ? t('measuring.problem') : undefined}
      notice={done === 'stopped' ? t('measuring.stopped') : undefined}
    >
      {isToStop && (
        <form method="post" action={formPaths.stopMeasuring} className="mt-7">
          <input type="hidden" name="market" value={shop.market.id} />
          <input type="hidden" name="customer" value={customer} />
          <input type="hidden" name="token" value={token} />
          <button className="button">{t('measuring.stop')}</button>
        </form>
      )}
      <p className="mt-7">
        <a className="link" href={hrefIn(shop, '/account/sizes')}>
          {t('measuring.toSizes')}
        </a>
      </p>
    </SmallPage>
  )
}
