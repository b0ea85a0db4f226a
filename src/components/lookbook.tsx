import type { BlockView } from '#domain/content-views'
import { Picture } from './picture'
import { Price } from './price'
import { hrefIn, type Shop } from './shop'

type View = Extract<BlockView, { type: 'lookbook' }>

/** A picture with numbered places; beside it, under the same numbers, what they are. Both lead to the pair. */
export function Lookbook({ shop, block }: { shop: Shop; block: View }) {
  const { t } = shop
  return (
    <section className="section lookbook">
      <div className="lookbook-picture">
        <Picture image={block.picture} sizes="(min-width: 1024px) 66vw, 100vw" />
        {block.spots.map(({ x, y, product }, at) => (
          <a
            key={at}
            className="spot"
            href={hrefIn(shop, `/p/${product.slug}`)}
            style={{ left: `${x}%`, top: `${y}%` }}
            aria-label={t('blocks.spot', { number: at + 1, title: product.title })}
          >
            {at + 1}
          </a>
        ))}
      </div>
      <div className="lookbook-words">
        {block.heading && <h2>{block.heading}</h2>}
        {block.text && <p className="muted">{block.text}</p>}
        <ol aria-label={t('blocks.spots')}>
          {block.spots.map(({ product }, at) => (
            <li key={at}>
              <a href={hrefIn(shop, `/p/${product.slug}`)}>
                <span className="spot-number" aria-hidden="true">
                  {at + 1}
                </span>
                <span>
                  <span className="label">{product.name}</span>
                  <span className="card-note">
                    {product.brand}, {product.colour}
                  </span>
                </span>
                <Price shop={shop} tag={product} style="short" />
              </a>
            </li>
          ))}
        </ol>
      </div>
    </section>
  )
}
