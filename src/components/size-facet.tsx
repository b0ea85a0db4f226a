import { byLadder } from '#domain/size-groups'
import type { FacetValue, ListingView, Segment } from '#domain/views'
import type { Shop } from './shop'
import { SizeLabel, SizeSystemSwitch } from './size-label'

/** Whose US sizes a listing shows: those of women or of men where all of it is for them, otherwise both. */
export function segmentOf(listing: ListingView): Segment {
  const here = listing.facets.segment.map(({ value }) => value)
  if (here.includes('women') === here.includes('men')) return 'unisex'
  return here.includes('women') ? 'women' : 'men'
}

/** A size by its value in addresses, as far as that is one: `42.5`, `42-2-3`. */
const spelled = (value: string): FacetValue[] =>
  /^\d{1,2}(\.5|-[12]-3)?$/.test(value)
    ? [{ value, label: value.replace(/-([12])-3$/, ' $1/3'), count: 0 }]
    : []

/** The sizes of a listing by their values in addresses; one that is not made here speaks for itself, what is no size is left out. */
export const sizesIn = (listing: ListingView, values: readonly string[]): FacetValue[] =>
  values.flatMap((value) => {
    const known = listing.facets.size.find((size) => size.value === value)
    return known ? [known] : spelled(value)
  })

interface SizeFacetProps {
  shop: Shop
  values: readonly FacetValue[]
  chosen: readonly string[]
  segment: Segment
}

interface GridProps extends Omit<SizeFacetProps, 'values'> {
  name: 'size' | 'step'
  groups: readonly (readonly FacetValue[])[]
}

function Grid({ shop, name, groups, chosen, segment }: GridProps) {
  return (
    <div
      className={`size-grid compact ${name === 'size' ? 'by-point' : 'by-ladder'}`}
      role="group"
      aria-label={shop.t('facets.size')}
    >
      {groups.map((group) => {
        const [first] = group
        if (!first) return null
        // Of a step of several sizes only whether there is any: a model may have a pair in more than one of them.
        const count = group.reduce((sum, size) => sum + size.count, 0)
        const on = group.some(({ value }) => chosen.includes(value))
        return (
          <label key={first.value} className={count === 0 && !on ? 'size gone' : 'size'}>
            <input
              type="checkbox"
              name={name}
              value={group.map(({ value }) => value).join(',')}
              defaultChecked={on}
            />
            <SizeLabel labels={first.labels ?? { eu: first.label }} segment={segment} />
            {(group.length === 1 || count === 0) && (
              <span className="sr-only">, {shop.t('facets.models', { count })}</span>
            )}
          </label>
        )
      })}
    </div>
  )
}

/** The chosen system says which of the two grids is seen, and which one the form's answer reads. */
export function SizeFacet({ values, ...props }: SizeFacetProps) {
  return (
    <>
      <SizeSystemSwitch shop={props.shop} />
      <Grid {...props} name="size" groups={values.map((value) => [value])} />
      <Grid {...props} name="step" groups={byLadder(values)} />
    </>
  )
}
