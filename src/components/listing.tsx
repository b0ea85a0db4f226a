import type { ReactNode } from 'react'
import { noChoice, type ListingChoice } from '#domain/listing-path'
import type { ListingPlace } from '#domain/listing-place'
import type { ListingView } from '#domain/views'
import { CardList } from './card'
import { Chips, Sort } from './chips'
import { Filters } from './filters'
import { Pagination } from './pagination'
import { hrefIn, type Shop } from './shop'

interface ListingProps {
  shop: Shop
  place: ListingPlace
  choice: ListingChoice
  listing: ListingView
  /** What all of it is called, which somebody who chose too much is led back to. */
  name?: string
}

function NothingLeft({ shop, place, name }: ListingProps) {
  return (
    <div className="empty">
      <h2 className="text-[22px]">{shop.t('listing.empty')}</h2>
      <p>{shop.t('listing.emptyHint')}</p>
      {name && (
        <a className="button second" href={hrefIn(shop, place.pathOf(noChoice))}>
          {shop.t('listing.emptyAction', { name })}
        </a>
      )}
    </div>
  )
}

function PastEnd({ shop, place, choice, pages }: ListingProps & { pages: number }) {
  return (
    <div className="empty">
      <h3 className="text-[22px]">{shop.t('listing.pastEnd', { pages })}</h3>
      <a className="button second mt-4" href={hrefIn(shop, place.pathOf({ ...choice, page: 1 }))}>
        {shop.t('listing.toStart')}
      </a>
    </div>
  )
}

/** What a category or a search holds, and the ways to choose among it. */
export function Listing(props: ListingProps): ReactNode {
  const { shop, place, choice, listing } = props
  const pages = Math.ceil(listing.total / listing.limit)
  return (
    <div className="listing">
      <Filters {...props} />
      <div className="listing-main">
        <div className="listing-bar">
          <Chips {...props} />
          <Sort {...props} />
        </div>
        <h2 className="sr-only">{shop.t('search.products')}</h2>
        <CardList shop={shop} cards={listing.products} kind="beside" lead={3} />
        {listing.total === 0 && <NothingLeft {...props} />}
        {listing.total > 0 && choice.page > pages && <PastEnd {...props} pages={pages} />}
        <Pagination
          shop={shop}
          page={Math.min(choice.page, pages + 1)}
          pages={pages}
          hrefOf={(page) => hrefIn(shop, place.pathOf({ ...choice, page }))}
        />
      </div>
    </div>
  )
}
