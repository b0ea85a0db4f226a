import type { ReactNode } from 'react'
import { noChoice, type ListingChoice } from '#domain/listing-path'
import type { ListingPlace } from '#domain/listing-place'
import { byLadder } from '#domain/size-groups'
import { facetNames, type FacetName, type FacetValue, type ListingView } from '#domain/views'
import { Icon } from './icon'
import { hrefIn, moneyIn, type Shop } from './shop'
import { segmentOf, sizesIn } from './size-facet'
import { SizeList, SizePhrase } from './size-label'

interface ChipsProps {
  shop: Shop
  place: ListingPlace
  choice: ListingChoice
  listing: ListingView
}

interface Chip {
  key: string
  words: ReactNode
  without: ListingChoice
  /** Shown only where sizes are counted in this way. */
  only?: 'by-point' | 'by-ladder'
}

const dropping = (choice: ListingChoice, name: FacetName, values: readonly string[]): ListingChoice => ({
  ...choice,
  [name]: choice[name].filter((one) => !values.includes(one)),
  page: 1,
})

/** What the listing has no name for is one chip of its facet: an address may ask for any word, and none of them is shown. */
function namelessChip({ shop, choice }: ChipsProps, name: FacetName, named: readonly FacetValue[]): Chip[] {
  const values = choice[name].filter((value) => !named.some((one) => one.value === value))
  if (values.length === 0) return []
  const words = shop.t('facets.notHere', { facet: shop.t(`facets.${name}`) })
  return [{ key: name, words, without: dropping(choice, name, values) }]
}

function sizeChips({ shop, choice, listing }: ChipsProps, named: readonly FacetValue[]): Chip[] {
  const chip = (sizes: readonly FacetValue[], only?: Chip['only']): Chip => {
    const values = sizes.map(({ value }) => value)
    return {
      key: `${values.join()} ${only}`,
      words: (
        <SizePhrase shop={shop} phrase="facets.sizeChip">
          <SizeList sizes={sizes} segment={segmentOf(listing)} />
        </SizePhrase>
      ),
      without: dropping(choice, 'size', values),
      ...(only ? { only } : {}),
    }
  }
  return byLadder(named).flatMap((group) =>
    group.length === 1
      ? [chip(group)]
      : [...group.map((size) => chip([size], 'by-point')), chip(group, 'by-ladder')],
  )
}

const valueChips = ({ choice }: ChipsProps, name: FacetName, named: readonly FacetValue[]): Chip[] =>
  named.map(({ value, label }) => ({
    key: `${name} ${value}`,
    words: label,
    without: dropping(choice, name, [value]),
  }))

function facetChips(props: ChipsProps, name: FacetName): Chip[] {
  const { choice, listing } = props
  if (name === 'size') {
    const named = sizesIn(listing, choice.size)
    return [...sizeChips(props, named), ...namelessChip(props, name, named)]
  }
  const named = choice[name].flatMap((value) => listing.facets[name].filter((one) => one.value === value))
  return [...valueChips(props, name, named), ...namelessChip(props, name, named)]
}

function priceChips({ shop, choice }: ChipsProps): Chip[] {
  const money = (amount: number) => moneyIn(shop, { amount, currency: shop.market.currency }, 'short')
  const { minPrice, maxPrice } = choice
  if (minPrice === undefined && maxPrice === undefined) return []
  const words =
    maxPrice === undefined
      ? shop.t('facets.over', { price: money(minPrice ?? 0) })
      : minPrice
        ? shop.t('facets.between', { from: money(minPrice), to: money(maxPrice) })
        : shop.t('facets.under', { price: money(maxPrice) })
  return [{ key: 'price', words, without: { ...choice, minPrice: undefined, maxPrice: undefined, page: 1 } }]
}

/** An address may ask for it; no box is ticked for it. */
const stockChips = ({ shop, choice }: ChipsProps): Chip[] =>
  choice.inStock
    ? [
        {
          key: 'in-stock',
          words: shop.t('facets.inStock'),
          without: { ...choice, inStock: undefined, page: 1 },
        },
      ]
    : []

const chipsOf = (props: ChipsProps): Chip[] => [
  ...facetNames.flatMap((name) => facetChips(props, name)),
  ...priceChips(props),
  ...stockChips(props),
]

/** What was chosen, each with a way back. */
export function Chips(props: ChipsProps) {
  const { shop, place } = props
  const chips = chipsOf(props)
  return (
    <div className="chips">
      {chips.map(({ key, words, without, only }) => (
        <a
          key={key}
          className={only ? `chip ${only}` : 'chip'}
          href={hrefIn(shop, place.pathOf(without))}
          rel="nofollow"
        >
          <span>{words}</span>
          <Icon name="x" />
          <span className="sr-only">, {shop.t('facets.remove')}</span>
        </a>
      ))}
      {chips.length > 0 && (
        <a className="link small py-3" href={hrefIn(shop, place.pathOf(noChoice))}>
          {shop.t('facets.clear')}
        </a>
      )}
    </div>
  )
}

export function Sort({ shop, place, choice }: Omit<ChipsProps, 'listing'>) {
  const { t } = shop
  return (
    <facet-form>
      <form className="sort" action="/api/store/forms/filter">
        <input type="hidden" name="market" value={shop.market.id} />
        <input type="hidden" name={place.field.name} value={place.field.value} />
        {facetNames.flatMap((name) =>
          choice[name].map((value) => (
            <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
          )),
        )}
        {choice.minPrice !== undefined && (
          <input type="hidden" name="priceFrom" value={Math.round(choice.minPrice / 100)} />
        )}
        {choice.maxPrice !== undefined && (
          <input type="hidden" name="priceTo" value={Math.round(choice.maxPrice / 100)} />
        )}
        {choice.inStock && <input type="hidden" name="inStock" value="1" />}
        <label className="small" htmlFor="sort">
          {t('listing.sort')}
        </label>
        <select
          id="sort"
          name="sort"
          aria-label={t('listing.sort').replace(/[\s:\u00a0]+$/, '')}
          defaultValue={choice.sort}
        >
          {place.sorts.map((sort) => (
            <option key={sort} value={sort}>
              {t(`listing.sorts.${sort === '-price' ? 'priceDown' : sort}`)}
            </option>
          ))}
        </select>
        <button className="plain-button small">{t('facets.show')}</button>
      </form>
    </facet-form>
  )
}
