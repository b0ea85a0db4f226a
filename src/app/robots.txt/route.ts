import { marketIds, marketPath } from '#domain/markets'
import { isShownToMakersOnly, origin } from '../seo'

export const dynamic = 'force-dynamic'

/** Pages made for one person are nobody's search result. */
const personal = ['/cart', '/checkout', '/account', '/orders/', '/search', '/find-order', '/preview/']

export const GET = (): Response => {
  // Choices of facets are without end; the pages of a category are not. The longest rule wins (RFC 9309).
  const listings = marketIds.map((id) => marketPath(id, '/c/*/f/'))
  const closed = [
    '/api/',
    '/admin',
    '/o/',
    ...marketIds.flatMap((id) => personal.map((path) => marketPath(id, path))),
    ...listings,
  ]
  const lines = isShownToMakersOnly
    ? ['User-agent: *', 'Disallow: /']
    : [
        'User-agent: *',
        ...closed.map((path) => `Disallow: ${path}`),
        ...listings.map((path) => `Allow: ${path}page-`),
        '',
        `Sitemap: ${origin}/sitemap.xml`,
      ]
  return new Response(`${lines.join('\n')}\n`, { headers: { 'Content-Type': 'text/plain; charset=utf-8' } })
}
