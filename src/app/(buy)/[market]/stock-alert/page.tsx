import { formPaths } from '#components/form-paths'
import { hrefIn } from '#components/shop'
import { EmailAgain } from '../../email-again'
import { privateMetadata, SmallPage, type PageProps } from '../../small-page'
import { one, requireShop } from '../../visitor'

export const generateMetadata = privateMetadata('stockAlert.title')

const worded = new Set([
  'validation.failed',
  'stock.available',
  'launch.not-yet',
  'rate.limited',
  'variant.not-found',
])

/** What became of the wish to hear when something is back, and the end of it. */
export default async function StockAlertPage({ params, searchParams }: PageProps) {
  const shop = requireShop((await params).market)
  const query = await searchParams
  const { t } = shop
  const [done, problem, product] = [one(query.done), one(query.problem), one(query.product)]
  const [alert, token] = [one(query.alert), one(query.token)]
  const isToStop = alert !== '' && token !== '' && !done && !problem
  return (
    <SmallPage
      shop={shop}
      title={t('stockAlert.title')}
      lead={isToStop ? t('stockAlert.stopLead') : undefined}
      problem={
        problem
          ? t(`stockAlert.problems.${worded.has(problem) ? problem.replaceAll('.', '-') : 'other'}`)
          : undefined
      }
      notice={
        done === 'waiting'
          ? t('stockAlert.waiting')
          : done === 'stopped'
            ? t('stockAlert.stopped')
            : undefined
      }
    >
      {isToStop && (
        <form method="post" action={formPaths.stopStockAlert} className="mt-7">
          <input type="hidden" name="market" value={shop.market.id} />
          <input type="hidden" name="alert" value={alert} />
          <input type="hidden" name="token" value={token} />
          <button className="button">{t('stockAlert.stop')}</button>
        </form>
      )}
      <EmailAgain
        {...{ shop, query, form: 'stock-alert', action: formPaths.stockAlert }}
        label={t('stockAlert.email')}
        button={t('stockAlert.send')}
      />
      <p className="mt-7">
        <a className="link" href={hrefIn(shop, /^[a-z0-9-]{1,120}$/.test(product) ? `/p/${product}` : '/')}>
          {t(product ? 'stockAlert.backToProduct' : 'nav.backToShop')}
        </a>
      </p>
    </SmallPage>
  )
}
