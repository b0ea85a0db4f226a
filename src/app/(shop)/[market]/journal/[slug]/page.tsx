import type { Metadata } from 'next'
import { Breadcrumb } from '#components/breadcrumb'
import { Article } from '#components/journal'
import { JsonLd } from '#components/json-ld'
import { articleData, breadcrumbData } from '#components/page-data'
import { getArticle } from '#queries/journal'
import { movedOrMissing } from '../../../../moved'
import { missingMetadata, origin, pageMetadata } from '../../../../seo'
import { marketOf, shopOf } from '../../../../words'
import '../../../../_styles/pages.css'

export const dynamic = 'force-static'
export const generateStaticParams = () => []

interface Props {
  params: Promise<{ market: string; slug: string }>
}

async function read({ params }: Props) {
  const { market, slug } = await params
  const shop = shopOf(market)
  const article = shop && (await getArticle(shop.market.id, decodeURIComponent(slug)))
  return article && { shop, article }
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const found = await read(props)
  if (!found) return missingMetadata((await props.params).market)
  const { shop, article } = found
  return pageMetadata(shop, {
    title: article.seo.title ?? article.title,
    description: article.seo.description ?? article.lead,
    path: `/journal/${article.slug}`,
  })
}

export default async function ArticlePage(props: Props) {
  const found = await read(props)
  if (!found) {
    const { market, slug } = await props.params
    return movedOrMissing(marketOf(market), `/journal/${decodeURIComponent(slug)}`)
  }
  const { shop, article } = found
  const steps = [{ name: shop.t('journal.title'), href: '/journal' }, { name: article.title }]
  return (
    <>
      <div className="frame">
        <Breadcrumb shop={shop} steps={steps} />
      </div>
      <Article shop={shop} article={article} />
      <JsonLd data={articleData(shop, origin, article)} />
      <JsonLd data={breadcrumbData(shop, origin, steps)} />
    </>
  )
}
