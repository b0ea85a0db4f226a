import { noChoice, type ListingChoice } from '#domain/listing-path'
import type { ListingPlace } from '#domain/listing-place'
import type { FacetName, FacetValue, ListingView, Segment } from '#domain/views'
import { Icon } from './icon'
import { hrefIn, type Shop } from './shop'
import { segmentOf, SizeFacet } from './size-facet'
import { still } from './still'
import { countedAs } from './things'

interface FiltersProps {
  shop: Shop
  place: ListingPlace
  choice: ListingChoice
  listing: ListingView
}

interface FacetProps {
  shop: Shop
  name: FacetName
  values: readonly FacetValue[]
  chosen: readonly string[]
  segment: Segment
  /** What it counts is called so. */
  counted: 'models' | 'products'
}

const fallbackSwatch: Readonly<Record<string, string>> = {
  black: '#1b1918',
  brown: '#7a4a2b',
  tan: '#b9814f',
  white: '#efece4',
  grey: '#8d8a84',
  blue: '#2f3d59',
  green: '#5d6a4c',
  red: '#8a2c2a',
  pink: '#d3a2a0',
  beige: '#d9cbb2',
  yellow: '#cfa544',
  metallic: 'linear-gradient(135deg, #c9c4b8, #8f8a80)',
}

function ListFacet({ shop, name, values, chosen, counted }: FacetProps) {
  return values.map(({ value, label, count }) => {
    const on = chosen.includes(value)
    return (
      <label key={value} className="check">
        <input
          className="box"
          type="checkbox"
          name={name}
          value={value}
          defaultChecked={on}
          disabled={count === 0 && !on}
        />
        {name === 'colour' && (
          <span
            className="spot"
            style={{ '--swatch': fallbackSwatch[value] ?? 'var(--ground)' } as React.CSSProperties}
          />
        )}
        {label}
        <span className="count">
          {count}
          <span className="sr-only"> {shop.t(`facets.${counted}`, { count })}</span>
        </span>
      </label>
    )
  })
}

function Facet(props: FacetProps & { open: boolean }) {
  const { shop, name, values, chosen, open } = props
  if (values.length === 0 || (values.length === 1 && chosen.length === 0)) return null
  return (
    <details className="facet" open={open || chosen.length > 0}>
      <summary>
        {shop.t(`facets.${name}`)}
        <Icon name="plus" className="plus" />
        <Icon name="minus" className="minus" />
      </summary>
      <div className="facet-body">
        {name === 'size' ? <SizeFacet {...props} /> : <ListFacet {...props} />}
      </div>
    </details>
  )
}

function PriceFacet({ shop, choice, listing }: Omit<FiltersProps, 'place'>) {
  const { t } = shop
  const whole = (amount: number | undefined) => (amount === undefined ? '' : Math.round(amount / 100))
  return (
    <details className="facet" open={choice.minPrice !== undefined || choice.maxPrice !== undefined}>
      <summary>
        {t('facets.price')}
        <Icon name="plus" className="plus" />
        <Icon name="minus" className="minus" />
      </summary>
      <div className="facet-body price-range">
        <label className="field">
          <span className="field-label">{t('facets.from', { currency: shop.market.currency })}</span>
          <input
            className="input"
            name="priceFrom"
            inputMode="numeric"
            pattern="[0-9]{1,6}"
            placeholder={String(Math.floor((listing.priceRange?.min.amount ?? 0) / 100) || '')}
            defaultValue={whole(choice.minPrice)}
          />
        </label>
        <label className="field">
          <span className="field-label">{t('facets.to', { currency: shop.market.currency })}</span>
          <input
            className="input"
            name="priceTo"
            inputMode="numeric"
            pattern="[0-9]{1,6}"
            placeholder={String(Math.ceil((listing.priceRange?.max.amount ?? 0) / 100) || '')}
            defaultValue={whole(choice.maxPrice)}
          />
        </label>
      </div>
    </details>
  )
}

const facets: readonly { name: FacetName; open: boolean }[] = [
  { name: 'size', open: true },
  { name: 'colour', open: true },
  { name: 'brand', open: true },
  { name: 'width', open: false },
  { name: 'material', open: false },
  { name: 'segment', open: false },
  { name: 'closure', open: false },
  { name: 'heel', open: false },
  { name: 'feature', open: false },
  { name: 'offer', open: false },
]

export function FilterSheet({ shop, place, choice, listing }: FiltersProps) {
  const { t } = shop
  const counted = countedAs(listing)
  const ticked = facets.reduce((sum, { name }) => sum + choice[name].length, 0)
  const hasPrice = choice.minPrice !== undefined || choice.maxPrice !== undefined
  const chosen = ticked + (hasPrice ? 1 : 0) + (choice.inStock ? 1 : 0)
  return (
    <>
      <summary>
        <Icon name="sliders" />
        <span>{chosen > 0 ? t('facets.openWith', { count: chosen }) : t('facets.open')}</span>
        <span className="when-open">
          <Icon name="x" />
          <span className="sr-only">{t('facets.close')}</span>
        </span>
      </summary>
      <facet-form>
        <form className="filters" action="/api/store/forms/filter" aria-label={t('facets.open')}>
          <input type="hidden" name="market" value={shop.market.id} />
          <input type="hidden" name={place.field.name} value={place.field.value} />
          <div className="sheet-head">
            <h2 className="text-[22px]">{t('facets.open')}</h2>
          </div>
          {facets.map(({ name, open }) => (
            <Facet
              key={name}
              shop={shop}
              name={name}
              open={open}
              values={listing.facets[name]}
              chosen={choice[name]}
              segment={segmentOf(listing)}
              counted={counted}
            />
          ))}
          {choice.inStock && <input type="hidden" name="inStock" value="1" />}
          <PriceFacet shop={shop} choice={choice} listing={listing} />
          {choice.sort !== place.sorts[0] && <input type="hidden" name="sort" value={choice.sort} />}
          <div className="show-wide">
            <button className="button second wide">{t('facets.show')}</button>
          </div>
          <div className="sheet-foot">
            <a className="button second" href={hrefIn(shop, place.pathOf(noChoice))}>
              {t('facets.clear')}
            </a>
            <button className="button" data-show>
              {t(counted === 'models' ? 'facets.showCount' : 'facets.showCountThings', {
                count: listing.total,
              })}
            </button>
          </div>
        </form>
      </facet-form>
    </>
  )
}

/** A form that works by itself: the answer is the address of what was chosen. */
export const Filters = (props: FiltersProps) => (
  <details className="filters-sheet" {...still(<FilterSheet {...props} />)} />
)
