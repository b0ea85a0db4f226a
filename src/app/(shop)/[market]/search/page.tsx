import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { CardList } from '#components/card'
import { Pagination } from '#components/pagination'
import { SearchForm } from '#components/search-box'
import { hrefIn } from '#components/shop'
import { isFacetValue, noChoice, pairsPerPage } from '#domain/listing-path'
import { getListing } from '#queries/listing'
import { pageMetadata } from '../../../seo'
import { shopOf } from '../../../words'

interface Props {
  params: Promise<{ market: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

const longestQuery = 100
const text = (value: string | string[] | undefined): string =>
  (Array.isArray(value) ? (value[0] ?? '') : (value ?? '')).trim().slice(0, longestQuery)

async function read({ params, searchParams }: Props) {
  const shop = shopOf((await params).market)
  if (!shop) notFound()
  const query = await searchParams
  const size = text(query.size)
  const page = Number(text(query.page)) || 1
  return {
    shop,
    q: text(query.q),
    size: isFacetValue(size) ? size : undefined,
    page: Number.isInteger(page) && page > 0 && page <= 500 ? page : 1,
  }
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { shop, q } = await read(props)
  const title = q ? shop.t('search.titleFor', { q }) : shop.t('search.title')
  return pageMetadata(shop, { title, path: '/search', indexed: false })
}

export default async function SearchPage(props: Props) {
  const { shop, q, size, page } = await read(props)
  const { t } = shop
  const asked = q !== '' || size !== undefined
  const listing = asked
    ? await getListing({
        ...noChoice,
        market: shop.market.id,
        ...(q ? { q, sort: 'relevance' as const } : {}),
        size: size ? [size] : [],
        page,
        limit: pairsPerPage,
      })
    : undefined
  const title = q ? t('search.titleFor', { q }) : size ? t('search.sizeTitle', { size }) : t('search.title')
  const hrefOf = (to: number) =>
    hrefIn(
      shop,
      `/search?${new URLSearchParams({ ...(q && { q }), ...(size && { size }), page: String(to) })}`,
    )
  return (
    <div className="frame pt-9">
      <h1>{title}</h1>
      <div className="mt-6 mb-9">
        <SearchForm shop={shop} q={q} id="page-search" />
      </div>
      {listing && listing.total > 0 && (
        <>
          <p className="small muted mb-4" role="status">
            {t('search.found', { count: listing.total })}
          </p>
          <CardList shop={shop} cards={listing.products} lead={4} />
          <Pagination
            shop={shop}
            page={page}
            pages={Math.ceil(listing.total / listing.limit)}
            hrefOf={hrefOf}
          />
        </>
      )}
      {listing?.total === 0 && (
        <div className="empty" role="status">
          <h2 className="text-[22px]">{t('search.none', { q: q || (size ?? '') })}</h2>
          <p>{t('search.noneHint')}</p>
        </div>
      )}
    </div>
  )
}
