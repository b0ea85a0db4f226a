import type { BlockView } from '#domain/content-views'
import { listingPath, noChoice } from '#domain/listing-path'
import { byAge, byLadder } from '#domain/size-groups'
import type { FacetValue, Segment } from '#domain/views'
import { hrefIn, type Shop } from './shop'
import { SizeLabel, SizeSystemSwitch } from './size-label'

type SizeGridBlock = Extract<BlockView, { type: 'sizeGrid' }>

interface StartProps {
  shop: Shop
  block: SizeGridBlock
}

interface GridProps extends StartProps {
  kind: 'by-point' | 'by-ladder'
  groups: readonly (readonly FacetValue[])[]
  segment: Segment
}

function Grid({ shop, block, kind, groups, segment }: GridProps) {
  const pathOf = (sizes: readonly string[]): string =>
    block.category
      ? listingPath(block.category.path, { ...noChoice, size: [...sizes] })
      : `/search?size=${encodeURIComponent(sizes.join())}`
  return (
    <ul className={`size-grid start ${kind}`}>
      {groups.map((group) => {
        const here = group.filter(({ count }) => count > 0).map(({ value }) => value)
        const [first] = group
        if (!first) return null
        const label = <SizeLabel labels={first.labels ?? { eu: first.label }} segment={segment} />
        return (
          <li key={first.value}>
            {here.length > 0 ? (
              <a className="size" href={hrefIn(shop, pathOf(here))}>
                {label}
              </a>
            ) : (
              <span className="size gone">
                <span className="sr-only">{shop.t('sizes.soldOutIn')} </span>
                {label}
              </span>
            )}
          </li>
        )
      })}
    </ul>
  )
}

function Grids({ sizes, ...props }: StartProps & { sizes: readonly FacetValue[]; segment: Segment }) {
  return (
    <>
      <Grid {...props} kind="by-point" groups={sizes.map((size) => [size])} />
      <Grid {...props} kind="by-ladder" groups={byLadder(sizes)} />
    </>
  )
}

/** The signature of the shop: every size as an honest button that leads to what is there in it. */
export function SizeStart({ shop, block }: StartProps) {
  const { adults, children } = byAge(block.sizes)
  return (
    <section className="frame section">
      <div className="section-head">
        <h2>{block.heading ?? shop.t('sizes.start')}</h2>
        <SizeSystemSwitch shop={shop} />
      </div>
      <Grids shop={shop} block={block} sizes={adults} segment="unisex" />
      {children.length > 0 && (
        <>
          {adults.length > 0 && <h3 className="start-head">{shop.t('sizes.children')}</h3>}
          <Grids shop={shop} block={block} sizes={children} segment="kids" />
        </>
      )}
      <p className="small muted mt-3">
        {shop.t('sizes.startNote')}{' '}
        <a className="link" href={hrefIn(shop, '/size-guide')}>
          {shop.t('sizes.measure')}
        </a>
      </p>
    </section>
  )
}
