import type { ProductView } from '#domain/views'
import { EmailField } from './field'
import { formPaths } from './form-paths'
import type { Shop } from './shop'
import { SizeChoice } from './size-choice'

/** For what is sold out: an address to write to when it is back. A plain form, closed until it is wanted. */
export function StockAlertForm({ shop, product }: { shop: Shop; product: ProductView }) {
  const { t } = shop
  const gone = product.variants.filter(({ available }) => available === 0)
  if (gone.length === 0) return null
  return (
    <details className="stock-alert">
      <summary>{t(product.kind ? 'stockAlert.openThing' : 'stockAlert.open')}</summary>
      <form method="post" action={formPaths.stockAlert}>
        <input type="hidden" name="market" value={shop.market.id} />
        <input type="hidden" name="product" value={product.slug} />
        <p className="small muted">{t('stockAlert.lead')}</p>
        <SizeChoice {...{ shop, product, variants: gone }} id="alert-size" label={t('stockAlert.size')} />
        <EmailField t={t} id="alert-email" label={t('stockAlert.email')} />
        <button className="button second wide">{t('stockAlert.send')}</button>
      </form>
    </details>
  )
}
