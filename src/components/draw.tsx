import type { DrawView } from '#domain/draw'
import type { ProductView } from '#domain/views'
import { BeneathSizes } from './beneath-sizes'
import { formPaths } from './form-paths'
import type { Shop } from './shop'
import { widthIn } from './width-label'

interface DrawProps {
  shop: Shop
  product: ProductView
  draw: DrawView
}

/** The sizes of a shoe as one chooses them; what comes in one size is not asked for. */
function SizeChoice({ shop, product }: Omit<DrawProps, 'draw'>) {
  const [only] = product.variants
  if (product.kind) return only ? <input type="hidden" name="variantId" value={only.id} /> : null
  const hasWidths = new Set(product.variants.map(({ width }) => width)).size > 1
  return (
    <div className="field">
      <label htmlFor="draw-size">{shop.t('draw.size')}</label>
      <select id="draw-size" className="input" name="variantId" required defaultValue="">
        <option value="">{shop.t('draw.choose')}</option>
        {product.variants.map(({ id, labels, width }) => (
          <option key={id} value={id}>
            {hasWidths && width ? `${labels.eu}, ${widthIn(shop, width)}` : labels.eu}
          </option>
        ))}
      </select>
    </div>
  )
}

/** Enters a draw with one size and an address. A plain form, the same for everybody. */
export function DrawForm({ shop, product, draw }: DrawProps) {
  const { t } = shop
  return (
    <>
      <p>{t('draw.how', { hours: draw.holdHours })}</p>
      <form className="draw-form" method="post" action={formPaths.enterDraw}>
        <input type="hidden" name="market" value={shop.market.id} />
        <input type="hidden" name="product" value={product.slug} />
        <SizeChoice shop={shop} product={product} />
        <div className="field">
          <label htmlFor="draw-email">{t('draw.email')}</label>
          <input
            id="draw-email"
            className="input"
            name="email"
            type="email"
            autoComplete="email"
            inputMode="email"
            maxLength={254}
            required
            aria-describedby="draw-mail"
          />
        </div>
        <p className="small muted" id="draw-mail">
          {t('draw.mail')}
        </p>
        <button className="button wide">{t('draw.enter')}</button>
      </form>
      {!product.kind && <BeneathSizes shop={shop} product={product} />}
      <details className="draw-fair">
        <summary>{t('draw.fairTitle')}</summary>
        <p className="small">{t('draw.fair')}</p>
        <p className="small muted">
          {t('draw.fingerprint')} <code className="draw-code">{draw.fingerprint}</code>
        </p>
      </details>
    </>
  )
}

/** What the draw was, for whoever wants to check it. */
export function DrawMade({ shop, product, draw }: DrawProps) {
  const { t } = shop
  if (draw.seed === undefined || draw.entries === undefined) return null
  return (
    <details className="draw-fair">
      <summary>{t('draw.made', { count: draw.entries })}</summary>
      <p className="small">{t('draw.check')}</p>
      <p className="small muted">
        {t('draw.seed')} <code className="draw-code">{draw.seed}</code>
      </p>
      <p className="small muted">
        {t('draw.fingerprint')} <code className="draw-code">{draw.fingerprint}</code>
      </p>
      <p className="small">
        <a className="link" href={`/api/store/products/${product.slug}/draw`}>
          {t('draw.places')}
        </a>
      </p>
    </details>
  )
}
