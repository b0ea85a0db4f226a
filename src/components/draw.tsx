import type { DrawView } from '#domain/draw'
import type { ProductView } from '#domain/views'
import { BeneathSizes } from './beneath-sizes'
import { EmailField } from './field'
import { formPaths } from './form-paths'
import type { Shop } from './shop'
import { SizeChoice } from './size-choice'

interface DrawProps {
  shop: Shop
  product: ProductView
  draw: DrawView
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
        <SizeChoice
          {...{ shop, product, variants: product.variants }}
          id="draw-size"
          label={t('draw.size')}
          choose={t('draw.choose')}
        />
        <EmailField t={t} id="draw-email" label={t('draw.email')} hint={t('draw.mail')} />
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
