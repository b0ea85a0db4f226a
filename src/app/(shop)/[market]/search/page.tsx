import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Listing } from '#components/listing'
import { SearchForm } from '#components/search-box'
import { hrefIn, type Shop } from '#components/shop'
import { sizesIn } from '#components/size-facet'
import { SizeList, SizePhrase } from '#components/size-label'
import { countedAs } from '#components/things'
import { pairsPerPage } from '#domain/listing-path'
import { inSearch } from '#domain/listing-place'
import { isNarrowed, readSearch, searchPath, type SearchQuestion } from '#domain/search-question'
import { sizeText } from '#domain/size-systems'
import { facetNames, type ListingView } from '#domain/views'
import { whenGiven } from '#front/given'
import { getListing } from '#queries/listing'
import { getSearchHelp, type SearchHelp } from '#queries/search'
import { noteSearch } from '#services/note-search'
import { storeRequest } from '../../../api/_http/store-request'
import { pageMetadata } from '../../../seo'
import { shopOf } from '../../../words'
import '../../../_styles/listing.css'

/**
 * What is searched for is not known before: the layout's static form is not for this page. It is the same for all who ask
 * the same, and the front keeps it by its question (`src/start/questions.mjs`).
 */
export const dynamic = 'force-dynamic'

interface Props {
  params: Promise<{ market: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

/** Sizes that a title says. */
const mostNamed = 3

async function read({ params, searchParams }: Props) {
  const shop = shopOf((await params).market)
  if (!shop) notFound()
  return { shop, ...readSearch(await searchParams) }
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { shop, q } = await read(props)
  const title = q ? shop.t('search.titleFor', { q }) : shop.t('search.title')
  return pageMetadata(shop, { title, path: '/search', indexed: false })
}

/** Where to go on from a search that found nothing. */
function Help({ shop, queries, categories }: { shop: Shop } & SearchHelp) {
  return (
    <>
      {queries.length > 0 && (
        <nav className="subcategories search-help" aria-label={shop.t('search.near')}>
          <span>{shop.t('search.near')}</span>
          {queries.map((query) => (
            <a key={query} href={hrefIn(shop, `/search?${new URLSearchParams({ q: query })}`)} rel="nofollow">
              {query}
            </a>
          ))}
        </nav>
      )}
      {categories.length > 0 && (
        <nav className="subcategories search-help" aria-label={shop.t('search.popular')}>
          <span>{shop.t('search.popular')}</span>
          {categories.map(({ path, name }) => (
            <a key={path} href={hrefIn(shop, `/c/${path}`)}>
              {name}
            </a>
          ))}
        </nav>
      )}
    </>
  )
}

function Title({ shop, asked, listing }: { shop: Shop; asked: SearchQuestion; listing?: ListingView }) {
  const { q, choice } = asked
  const sizes = listing && sizesIn(listing, choice.size)
  if (q || !sizes?.length || sizes.length > mostNamed)
    return q ? shop.t('search.titleFor', { q }) : shop.t('search.title')
  return (
    <SizePhrase shop={shop} phrase="search.sizeTitle">
      <SizeList sizes={sizes} segment="unisex" />
    </SizePhrase>
  )
}

/** Whether there was anything to choose from, before anything was chosen. */
const isFound = ({ facets }: ListingView): boolean => facetNames.some((name) => facets[name].length > 0)

async function Nothing({ shop, q, choice, listing }: { shop: Shop; listing: ListingView } & SearchQuestion) {
  const sizes = sizesIn(listing, choice.size).map(({ label }) => sizeText(label))
  const asked = q || sizes.join(', ')
  const help = q ? await getSearchHelp(shop.market.id, q) : undefined
  return (
    <div className="empty" role="status">
      <h2 className="text-[22px]">{asked ? shop.t('search.none', { q: asked }) : shop.t('listing.empty')}</h2>
      <p>{shop.t('search.noneHint')}</p>
      {help && <Help shop={shop} {...help} />}
    </div>
  )
}

export default async function SearchPage(props: Props) {
  const { shop, ...asked } = await read(props)
  const { q, choice } = asked
  const listing =
    searchPath(asked) === '/search'
      ? undefined
      : await getListing({
          ...choice,
          market: shop.market.id,
          each: 'model',
          ...(q && { q }),
          limit: pairsPerPage,
        })
  // Who chooses among what was found has not searched again.
  if (q && listing && choice.page === 1 && !isNarrowed(asked)) {
    const [req, found] = [await storeRequest(), listing.total]
    whenGiven(() => noteSearch(req, shop.market.locale, { q, found }))
  }
  return (
    <div className="frame asked pt-9">
      <h1>
        <Title shop={shop} asked={asked} listing={listing} />
      </h1>
      <div className="mt-6 mb-9">
        <SearchForm shop={shop} q={q} id="page-search" />
      </div>
      {listing && !isFound(listing) && <Nothing shop={shop} listing={listing} {...asked} />}
      {listing && isFound(listing) && (
        <>
          <p className="small muted mb-4" role="status">
            {shop.t(countedAs(listing) === 'models' ? 'search.found' : 'search.foundThings', {
              count: listing.total,
            })}
          </p>
          <Listing shop={shop} place={inSearch(q)} choice={choice} listing={listing} name={q} />
        </>
      )}
    </div>
  )
}
