import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { CardList } from '#components/card'
import { Pagination } from '#components/pagination'
import { SearchForm } from '#components/search-box'
import { hrefIn, type Shop } from '#components/shop'
import { sizesIn } from '#components/size-facet'
import { SizeList, SizePhrase } from '#components/size-label'
import { noChoice, pairsPerPage } from '#domain/listing-path'
import { readSearch, searchPath } from '#domain/search-question'
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

export default async function SearchPage(props: Props) {
  const { shop, q, sizes, page } = await read(props)
  const { t } = shop
  const asked = q !== '' || sizes.length > 0
  const listing = asked
    ? await getListing({
        ...noChoice,
        market: shop.market.id,
        ...(q ? { q, sort: 'relevance' as const } : {}),
        size: sizes,
        page,
        limit: pairsPerPage,
      })
    : undefined
  if (q && page === 1 && listing) {
    const [req, found] = [await storeRequest(), listing.total]
    whenGiven(() => noteSearch(req, shop.market.locale, { q, found }))
  }
  const pages = listing ? Math.ceil(listing.total / listing.limit) : 0
  const help = q && listing?.total === 0 ? await getSearchHelp(shop.market.id, q) : undefined
  const found = listing && sizesIn(listing, sizes)
  const title = q ? t('search.titleFor', { q }) : t('search.title')
  const hrefOf = (to: number) => hrefIn(shop, searchPath({ q, sizes, page: to }))
  return (
    <div className="frame pt-9">
      <h1>
        {!q && found?.length ? (
          <SizePhrase shop={shop} phrase="search.sizeTitle">
            <SizeList sizes={found} segment="unisex" />
          </SizePhrase>
        ) : (
          title
        )}
      </h1>
      <div className="mt-6 mb-9">
        <SearchForm shop={shop} q={q} id="page-search" />
      </div>
      {listing && listing.total > 0 && (
        <>
          <p className="small muted mb-4" role="status">
            {t('search.found', { count: listing.total })}
          </p>
          <h2 className="sr-only">{t('search.products')}</h2>
          <CardList shop={shop} cards={listing.products} lead={4} />
          {page > pages && (
            <div className="empty">
              <h3 className="text-[22px]">{t('listing.pastEnd', { pages })}</h3>
              <a className="button second mt-4" href={hrefOf(1)}>
                {t('listing.toStart')}
              </a>
            </div>
          )}
          <Pagination shop={shop} page={Math.min(page, pages + 1)} pages={pages} hrefOf={hrefOf} />
        </>
      )}
      {listing?.total === 0 && (
        <div className="empty" role="status">
          <h2 className="text-[22px]">{t('search.none', { q: q || sizes.join(', ') })}</h2>
          <p>{t('search.noneHint')}</p>
          {help && <Help shop={shop} {...help} />}
        </div>
      )}
    </div>
  )
}
