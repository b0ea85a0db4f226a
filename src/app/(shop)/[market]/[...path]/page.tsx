import type { Metadata } from 'next'
import { Blocks } from '#components/blocks'
import { Breadcrumb } from '#components/breadcrumb'
import { JsonLd } from '#components/json-ld'
import { breadcrumbData, questionsData } from '#components/page-data'
import { getPage } from '#queries/pages'
import { movedOrMissing } from '../../../moved'
import { missingMetadata, origin, pageMetadata } from '../../../seo'
import { marketOf, shopOf } from '../../../words'
import '../../../_styles/pages.css'

export const dynamic = 'force-static'
export const generateStaticParams = () => []

interface Props {
  params: Promise<{ market: string; path: string[] }>
}

async function read({ params }: Props) {
  const { market, path } = await params
  const shop = shopOf(market)
  const [slug, ...more] = path.map(decodeURIComponent)
  if (!shop || !slug || more.length > 0) return undefined
  const page = await getPage(shop.market.id, slug)
  return page && { shop, page }
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const found = await read(props)
  if (!found) return missingMetadata((await props.params).market)
  const { shop, page } = found
  return pageMetadata(shop, {
    title: page.seo.title ?? page.title,
    description: page.seo.description,
    path: `/${page.slug}`,
  })
}

/** Pages that editors write; what is none may have moved. */
export default async function ContentPage(props: Props) {
  const found = await read(props)
  if (!found) {
    const { market, path } = await props.params
    return movedOrMissing(marketOf(market), `/${path.map(decodeURIComponent).join('/')}`)
  }
  const { shop, page } = found
  const opensWithPicture = page.blocks[0]?.type === 'hero'
  const questions = questionsData(page.blocks.flatMap((block) => (block.type === 'faq' ? block.items : [])))
  return (
    <>
      {!opensWithPicture && (
        <div className="frame">
          <Breadcrumb shop={shop} steps={[{ name: page.title }]} />
          <h1>{page.title}</h1>
        </div>
      )}
      <Blocks shop={shop} blocks={page.blocks} />
      <JsonLd data={breadcrumbData(shop, origin, [{ name: page.title }])} />
      {questions && <JsonLd data={questions} />}
    </>
  )
}
