import type { ProductView } from '#domain/views'
import { hrefIn, type Shop } from './shop'

/**
 * Shoes seen before, from the browser's own memory, once somebody has asked for it: the server knows nothing of it. Both
 * states are here, and a first place in the row, so that nothing moves when a page comes alive. Without script there is none.
 */
export function SeenShoes({ shop, product }: { shop: Shop; product: ProductView }) {
  const { t } = shop
  return (
    <seen-shoes
      data-base={hrefIn(shop, '/p/')}
      data-slug={product.slug}
      data-name={product.style.name}
      data-colour={product.colour}
      data-picture={product.image.id}
    >
      <section className="section" aria-labelledby="seen-title">
        <h2 id="seen-title">{t('product.seen')}</h2>
        <div className="seen-choice unasked">
          <p id="seen-unasked" className="muted">
            {t('product.seenUnasked')}
          </p>
          <button type="button" className="button second" data-turn="on" aria-describedby="seen-unasked">
            {t('product.rememberSeen')}
          </button>
        </div>
        <div className="seen-choice asked">
          <p id="seen-asked" className="muted">
            {t('product.seenAsked')}
          </p>
          <button type="button" className="button second" data-turn="off" aria-describedby="seen-asked">
            {t('product.forgetSeen')}
          </button>
        </div>
        <ul className="seen">
          <li>
            <span className="tile" />
            <span />
          </li>
        </ul>
      </section>
    </seen-shoes>
  )
}
