import type { ProductView } from '#domain/views'
import { Picture } from './picture'
import { hrefIn, type Shop } from './shop'

/** The colours of the style as pictures of the shoe itself, each its own page. */
export function ColourChoice({ shop, product }: { shop: Shop; product: ProductView }) {
  return (
    <>
      <p className="choice-head">
        <span>
          {shop.t('product.colour')} <b>{product.colour}</b>
        </span>
      </p>
      {product.colourSiblings.length > 1 && (
        <ul className="colours">
          {product.colourSiblings.map(({ slug, colour, image, soldOut }) => (
            <li key={slug}>
              <a
                className={soldOut ? 'block gone' : 'block'}
                href={hrefIn(shop, `/p/${slug}`)}
                aria-current={slug === product.slug ? 'page' : undefined}
                aria-label={soldOut ? shop.t('card.colourSoldOut', { colour }) : colour}
                title={colour}
              >
                <Picture image={image} sizes="84px" silent />
              </a>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
