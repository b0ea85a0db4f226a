import type { ProductView } from '#domain/views'
import { hrefIn, type Shop } from './shop'

/** Shoes seen before, from the browser's own memory: the server knows nothing of it. Without script there is none. */
export function SeenShoes({ shop, product }: { shop: Shop; product: ProductView }) {
  return (
    <seen-shoes
      hidden
      data-base={hrefIn(shop, '/p/')}
      data-slug={product.slug}
      data-name={product.style.name}
      data-colour={product.colour}
      data-picture={product.image.id}
    >
      <section className="section" aria-labelledby="seen-title">
        <div className="section-head">
          <h2 id="seen-title">{shop.t('product.seen')}</h2>
          <button type="button" className="link small">
            {shop.t('product.forgetSeen')}
          </button>
        </div>
        <ul className="seen" />
      </section>
    </seen-shoes>
  )
}
