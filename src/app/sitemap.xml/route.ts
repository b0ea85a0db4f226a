import { marketIds, marketPath, markets } from '#domain/markets'
import { env } from '#env'
import { getShopAddresses } from '#queries/addresses'

export const dynamic = 'force-dynamic'

const escape = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)
const addressOf = (path: string): string => escape(env.NEXT_PUBLIC_APP_URL + path)

/** One page in every market, each naming the others. */
function entry(path: string, changedAt?: string): string {
  const others = marketIds
    .map(
      (id) =>
        `<xhtml:link rel="alternate" hreflang="${markets[id].formatLocale}" href="${addressOf(marketPath(id, path))}"/>`,
    )
    .join('')
  const changed = changedAt ? `<lastmod>${changedAt}</lastmod>` : ''
  return `<url><loc>${addressOf(path)}</loc>${changed}${others}</url>`
}

export async function GET(): Promise<Response> {
  const { products, categories, pages } = await getShopAddresses()
  const entries = [
    entry('/'),
    ...categories.map((path) => entry(`/c/${path}`)),
    ...products.map(({ slug, changedAt }) => entry(`/p/${slug}`, changedAt)),
    ...pages.map((slug) => entry(`/${slug}`)),
  ]
  const head =
    '<?xml version="1.0" encoding="UTF-8"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">'
  return new Response(`${head}${entries.join('\n')}</urlset>`, {
    headers: { 'Content-Type': 'application/xml; charset=utf-8' },
  })
}
