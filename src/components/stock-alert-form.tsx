import type { ProductView, VariantView } from '#domain/views'
import { formPaths } from './form-paths'
import type { Shop } from './shop'
import { widthIn } from './width-label'

/** For what is sold out: an address to write to when it is back. A plain form, closed until it is wanted. */
export function StockAlertForm({ shop, product }: { shop: Shop; product: ProductView }) {
  const { t } = shop
  const gone = product.variants.filter(({ available }) => available === 0)
  if (gone.length === 0) return null
  const hasWidths = new Set(product.variants.map(({ width }) => width)).size > 1
  return (
    <details className="stock-alert">
      <summary>{t(product.kind ? 'stockAlert.openThing' : 'stockAlert.open')}</summary>
      <form method="post" action={formPaths.stockAlert}>
        <input type="hidden" name="market" value={shop.market.id} />
        <input type="hidden" name="product" value={product.slug} />
        <p className="small muted">{t('stockAlert.lead')}</p>
        {product.kind ? (
          <input type="hidden" name="variantId" value={gone[0]?.id} />
        ) : (
          <GoneSizes shop={shop} gone={gone} hasWidths={hasWidths} />
        )}
        <div className="field">
          <label htmlFor="alert-email">{t('stockAlert.email')}</label>
          <input
            id="alert-email"
            className="input"
            name="email"
            type="email"
            autoComplete="email"
            inputMode="email"
            maxLength={254}
            required
          />
        </div>
        <button className="button second wide">{t('stockAlert.send')}</button>
      </form>
    </details>
  )
}

interface GoneProps {
  shop: Shop
  gone: readonly VariantView[]
  hasWidths: boolean
}

const GoneSizes = ({ shop, gone, hasWidths }: GoneProps) => (
  <div className="field">
    <label htmlFor="alert-size">{shop.t('stockAlert.size')}</label>
    <select id="alert-size" className="input" name="variantId" required>
      {gone.map(({ id, labels, width }) => (
        <option key={id} value={id}>
          {hasWidths && width ? `${labels.eu}, ${widthIn(shop, width)}` : labels.eu}
        </option>
      ))}
    </select>
  </div>
)
