import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Blocks } from '#components/blocks'
import { JsonLd } from '#components/json-ld'
import { organizationData, websiteData } from '#components/page-data'
import { getPage } from '#queries/pages'
import { getShopSettings } from '#queries/site'
import { origin, pageMetadata } from '../../seo'
import { shopOf } from '../../words'
import '../../_styles/pages.css'

export const dynamic = 'force-static'

interface Props {
  params: Promise<{ market: string }>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const shop = shopOf((await params).market)
  if (!shop) return {}
  const page = await getPage(shop.market.id, 'home')
  return pageMetadata(shop, {
    title: page?.seo.title ?? shop.t('seo.title'),
    description: page?.seo.description,
    path: '/',
  })
}

export default async function HomePage({ params }: Props) {
  const shop = shopOf((await params).market)
  const page = shop && (await getPage(shop.market.id, 'home'))
  if (!page) notFound()
  return (
    <>
      <Blocks shop={shop} blocks={page.blocks} />
      <JsonLd data={organizationData(origin, await getShopSettings(shop.market.id))} />
      <JsonLd data={websiteData(shop, origin)} />
    </>
  )
}
