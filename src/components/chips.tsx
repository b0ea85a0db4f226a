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

function sizeChips({ shop, choice, listing }: ChipsProps): Chip[] {
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
  return byLadder(sizesIn(listing, choice.size)).flatMap((group) =>
    group.length === 1
      ? [chip(group)]
      : [...group.map((size) => chip([size], 'by-point')), chip(group, 'by-ladder')],
  )
}

function chipsOf(props: ChipsProps): Chip[] {
  const { shop, choice, listing } = props
  const facetChips = facetNames.flatMap((name) =>
    name === 'size'
      ? sizeChips(props)
      : choice[name].map((value) => ({
          key: `${name} ${value}`,
          words: listing.facets[name].find((one) => one.value === value)?.label ?? value,
          without: dropping(choice, name, [value]),
        })),
  )
  const money = (amount: number) => moneyIn(shop, { amount, currency: shop.market.currency }, 'short')
  const { minPrice, maxPrice } = choice
  if (minPrice === undefined && maxPrice === undefined) return facetChips
  const words =
    maxPrice === undefined
      ? shop.t('facets.over', { price: money(minPrice ?? 0) })
      : shop.t('facets.between', { from: money(minPrice ?? 0), to: money(maxPrice) })
  return [
    ...facetChips,
    { key: 'price', words, without: { ...choice, minPrice: undefined, maxPrice: undefined, page: 1 } },
  ]
}

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
          {words}
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
