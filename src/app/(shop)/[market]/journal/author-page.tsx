import type { Metadata } from 'next'
import { Breadcrumb } from '#components/breadcrumb'
import { ArticleList, AuthorHead } from '#components/journal'
import { JsonLd } from '#components/json-ld'
import { authorData, breadcrumbData } from '#components/page-data'
import { Pagination } from '#components/pagination'
import { hrefIn } from '#components/shop'
import { getAuthor } from '#queries/journal'
import { movedOrMissing } from '../../../moved'
import { missingMetadata, origin, pageMetadata } from '../../../seo'
import { marketOf, shopOf } from '../../../words'
import { pageNumber } from './page-number'
import '../../../_styles/pages.css'

export interface AuthorPlace {
  market: string
  slug: string
  /** As the address says it; the first page has none. */
  page?: string
}

const pathOf = (slug: string, page: number): string =>
  `/journal/authors/${slug}${page > 1 ? `/pages/${page}` : ''}`

async function read({ market, slug, page: written }: AuthorPlace) {
  const [shop, page] = [shopOf(market), pageNumber(written)]
  if (!shop || page === undefined) return undefined
  const author = await getAuthor(shop.market.id, decodeURIComponent(slug), page)
  return author && page <= author.pages ? { shop, author } : undefined
}

export async function authorMetadata(place: AuthorPlace): Promise<Metadata> {
  const found = await read(place)
  if (!found) return missingMetadata(place.market)
  const { shop, author } = found
  const { by, page, articles } = author
  const values = { author: by.name, page }
  return pageMetadata(shop, {
    title: page > 1 ? shop.t('journal.authorPageTitle', values) : shop.t('journal.authorTitle', values),
    description: by.words ?? shop.t('journal.authorWords', { author: by.name }),
    path: pathOf(by.slug, page),
    // Who has written nothing yet is nobody's search result.
    indexed: articles.length > 0,
  })
}

/** Who writes, and what, twelve articles a page, the newest first. */
export async function AuthorPage(place: AuthorPlace) {
  const found = await read(place)
  if (!found)
    return movedOrMissing(marketOf(place.market), `/journal/authors/${decodeURIComponent(place.slug)}`)
  const { shop, author } = found
  const { by, page, pages, articles } = author
  const { t } = shop
  const steps = [{ name: t('journal.title'), href: '/journal' }, { name: by.name }]
  return (
    <div className="frame">
      <Breadcrumb shop={shop} steps={steps} />
      <JsonLd data={breadcrumbData(shop, origin, steps)} />
      {page === 1 && <JsonLd data={authorData(shop, origin, by)} />}
      <AuthorHead by={by} page={page} title={t('journal.authorPageTitle', { author: by.name, page })} />
      {articles.length > 0 ? (
        <ArticleList shop={shop} articles={articles} />
      ) : (
        <p className="muted mt-9">{t('journal.empty')}</p>
      )}
      <Pagination shop={shop} page={page} pages={pages} hrefOf={(to) => hrefIn(shop, pathOf(by.slug, to))} />
    </div>
  )
}
