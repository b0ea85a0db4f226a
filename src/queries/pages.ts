import { getPayload } from 'payload'
import config from '#config'
import { cached } from '#cache'
import type { PageView } from '#domain/content-views'
import { markets, type Market, type MarketId } from '#domain/markets'
import { resolveBlocks } from './blocks'
import { without } from './shape'
import { readingRequest } from './sql'

/** A published content page with its blocks made ready to draw, or undefined. The home page is `home`. */
export const getPage = (market: MarketId, slug: string): Promise<PageView | undefined> =>
  cached(['page', market, slug], ['pages', 'catalogue'], () => readPage(markets[market], slug))

async function readPage(market: Market, slug: string): Promise<PageView | undefined> {
  const payload = await getPayload({ config })
  const req = readingRequest()
  const { docs } = await payload.find({
    collection: 'pages',
    where: { slug: { equals: slug }, _status: { equals: 'published' } },
    locale: market.locale,
    fallbackLocale: 'en',
    depth: 0,
    limit: 1,
    pagination: false,
    overrideAccess: true,
    ...(req && { req }),
  })
  const [page] = docs
  if (!page) return undefined
  return {
    id: page.id,
    slug: page.slug,
    title: page.title,
    blocks: await resolveBlocks(market, page.layout ?? []),
    seo: without({ title: page.seo?.title, description: page.seo?.description }),
  }
}
