import type { ProductView } from '#domain/views'
import { hrefIn, type Shop } from './shop'

/** Before somebody has asked for it, and since: of the same weight. */
const choices = [
  { state: 'unasked', said: 'product.seenUnasked', turn: 'on', offer: 'product.rememberSeen' },
  { state: 'asked', said: 'product.seenAsked', turn: 'off', offer: 'product.forgetSeen' },
] as const

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
        {choices.map(({ state, said, turn, offer }) => (
          <div key={state} className={`seen-choice ${state}`}>
            <p id={`seen-${state}`} className="muted">
              {t(said)}
            </p>
            <button
              type="button"
              className="button second"
              data-turn={turn}
              aria-describedby={`seen-${state}`}
            >
              {t(offer)}
            </button>
          </div>
        ))}
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
