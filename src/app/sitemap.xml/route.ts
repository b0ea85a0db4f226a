import { respond } from '#ops/respond'
import { countProductPages } from '#queries/sitemaps'
import { sitemapIndex } from '../_being-found/sitemap'
import { origin } from '../seo'

export const dynamic = 'force-dynamic'

export const GET = (): Promise<Response> =>
  respond(
    async () =>
      new Response(sitemapIndex(origin, await countProductPages()), {
        headers: { 'Content-Type': 'application/xml; charset=utf-8', 'Cache-Control': 'public, max-age=300' },
      }),
  )
