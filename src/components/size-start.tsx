import type { BlockView } from '#domain/content-views'
import { listingPath, noChoice } from '#domain/listing-path'
import { hrefIn, type Shop } from './shop'
import { sizeText } from './size-label'

type SizeGridBlock = Extract<BlockView, { type: 'sizeGrid' }>

/** The signature of the shop: every size as an honest button that leads to what is there in it. */
export function SizeStart({ shop, block }: { shop: Shop; block: SizeGridBlock }) {
  const pathOf = (size: string): string =>
    block.category
      ? listingPath(block.category.path, { ...noChoice, size: [size] })
      : `/search?size=${encodeURIComponent(size)}`
  return (
    <section className="frame section">
      <div className="section-head">
        <h2>{block.heading ?? shop.t('sizes.start')}</h2>
        <a className="link" href={hrefIn(shop, '/size-guide')}>
          {shop.t('sizes.measure')}
        </a>
      </div>
      <ul className="size-grid start">
        {block.sizes.map(({ value, label, count }) => (
          <li key={value}>
            {count > 0 ? (
              <a className="size" href={hrefIn(shop, pathOf(value))}>
                {sizeText(label)}
              </a>
            ) : (
              <span className="size gone">
                <span className="sr-only">{shop.t('sizes.soldOutIn')} </span>
                {sizeText(label)}
              </span>
            )}
          </li>
        ))}
      </ul>
      <p className="small muted mt-3">{shop.t('sizes.startNote')}</p>
    </section>
  )
}
