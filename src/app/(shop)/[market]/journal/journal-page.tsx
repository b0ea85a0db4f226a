import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Breadcrumb } from '#components/breadcrumb'
import { ArticleList } from '#components/journal'
import { JsonLd } from '#components/json-ld'
import { breadcrumbData } from '#components/page-data'
import { Pagination } from '#components/pagination'
import { hrefIn } from '#components/shop'
import { getJournal } from '#queries/journal'
import { missingMetadata, origin, pageMetadata } from '../../../seo'
import { shopOf } from '../../../words'
import { pageNumber } from './page-number'
import '../../../_styles/pages.css'

export interface Place {
  market: string
  /** As the address says it; the first page has none. */
  page?: string
}

const pathOf = (page: number): string => (page > 1 ? `/journal/pages/${page}` : '/journal')

async function read({ market, page: written }: Place) {
  const [shop, page] = [shopOf(market), pageNumber(written)]
  if (!shop || page === undefined) return undefined
  const journal = await getJournal(shop.market.id, page)
  return page <= journal.pages ? { shop, journal } : undefined
}

export async function journalMetadata(place: Place): Promise<Metadata> {
  const found = await read(place)
  if (!found) return missingMetadata(place.market)
  const { t } = found.shop
  const { page } = found.journal
  return pageMetadata(found.shop, {
    title: page > 1 ? t('journal.pageTitle', { page }) : t('journal.title'),
    description: t('journal.lead'),
    path: pathOf(page),
  })
}

/** What the workshop writes, twelve articles a page, the newest first. */
export async function JournalPage(place: Place) {
  const found = await read(place)
  if (!found) notFound()
  const { shop, journal } = found
  const { t } = shop
  const steps = [{ name: t('journal.title') }]
  return (
    <div className="frame">
      <Breadcrumb shop={shop} steps={steps} />
      <JsonLd data={breadcrumbData(shop, origin, steps)} />
      <h1>{t('journal.title')}</h1>
      <p className="muted mt-2">{t('journal.lead')}</p>
      {journal.articles.length > 0 ? (
        <ArticleList shop={shop} articles={journal.articles} />
      ) : (
        <p className="muted mt-9">{t('journal.empty')}</p>
      )}
      <Pagination
        shop={shop}
        page={journal.page}
        pages={journal.pages}
        hrefOf={(page) => hrefIn(shop, pathOf(page))}
      />
    </div>
  )
}
