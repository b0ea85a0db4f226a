import { marketIds, marketPath } from '#domain/markets'
import { env } from '#env'

export const dynamic = 'force-dynamic'

/** Pages made for one person are nobody's search result. */
const personal = ['/cart', '/checkout', '/account', '/orders/', '/search', '/find-order']

export const GET = (): Response => {
  const closed = [
    '/api/',
    '/admin',
    '/o/',
    ...marketIds.flatMap((id) => personal.map((path) => marketPath(id, path))),
  ]
  const lines = [
    'User-agent: *',
    ...closed.map((path) => `Disallow: ${path}`),
    '',
    `Sitemap: ${env.NEXT_PUBLIC_APP_URL}/sitemap.xml`,
  ]
  return new Response(`${lines.join('\n')}\n`, { headers: { 'Content-Type': 'text/plain; charset=utf-8' } })
}
