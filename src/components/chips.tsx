import { listingPath, noChoice, type ListingChoice } from '#domain/listing-path'
import { facetNames, type ListingView } from '#domain/views'
import { Icon } from './icon'
import { hrefIn, moneyIn, type Shop } from './shop'

interface ChipsProps {
  shop: Shop
  category: string
  choice: ListingChoice
  listing: ListingView
}

interface Chip {
  words: string
  without: ListingChoice
}

function chipsOf({ shop, choice, listing }: ChipsProps): Chip[] {
  const facetChips = facetNames.flatMap((name) =>
    choice[name].map((value) => {
      const label = listing.facets[name].find((one) => one.value === value)?.label ?? value
      return {
        words: name === 'size' ? shop.t('facets.sizeChip', { size: label }) : label,
        without: { ...choice, [name]: choice[name].filter((one) => one !== value), page: 1 },
      }
    }),
  )
  const money = (amount: number) => moneyIn(shop, { amount, currency: shop.market.currency }, 'short')
  const { minPrice, maxPrice } = choice
  if (minPrice === undefined && maxPrice === undefined) return facetChips
  const words =
    maxPrice === undefined
      ? shop.t('facets.over', { price: money(minPrice ?? 0) })
      : shop.t('facets.between', { from: money(minPrice ?? 0), to: money(maxPrice) })
  return [...facetChips, { words, without: { ...choice, minPrice: undefined, maxPrice: undefined, page: 1 } }]
}

/** What was chosen, each with a way back. */
export function Chips(props: ChipsProps) {
  const { shop, category } = props
  const chips = chipsOf(props)
  return (
    <div className="chips">
      {chips.map(({ words, without }) => (
        <a key={words} className="chip" href={hrefIn(shop, listingPath(category, without))} rel="nofollow">
          {words}
          <Icon name="x" />
          <span className="sr-only">, {shop.t('facets.remove')}</span>
        </a>
      ))}
      {chips.length > 0 && (
        <a className="link small py-3" href={hrefIn(shop, listingPath(category, noChoice))}>
          {shop.t('facets.clear')}
        </a>
      )}
    </div>
  )
}

const sorts = ['popular', 'newest', 'price', '-price'] as const

export function Sort({ shop, category, choice }: Omit<ChipsProps, 'listing'>) {
  const { t } = shop
  return (
    <facet-form>
      <form className="sort" action="/api/store/forms/filter">
        <input type="hidden" name="market" value={shop.market.id} />
        <input type="hidden" name="category" value={category} />
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
        <select id="sort" name="sort" defaultValue={choice.sort}>
          {sorts.map((sort) => (
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
