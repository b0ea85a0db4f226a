import { alternatesOf } from '#domain/indexing'
import { marketIds, marketPath } from '#domain/markets'
import type { SitemapPage } from '#queries/sitemaps'
import { element, escapeXml } from './xml'

/** Addresses in one file: sitemaps.org allows 50,000 and 50 MB, which 10,000 with their alternates and pictures stay below. */
export const addressesPerFile = 10_000
export const pagesPerFile = addressesPerFile / marketIds.length

export const head = '<?xml version="1.0" encoding="UTF-8"?>\n'
export const urlsetOpen =
  '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml" xmlns:image="http://www.google.com/schemas/sitemap-image/1.1">\n'
export const urlsetClose = '</urlset>\n'

/** One page, once for each market that has it, each naming the others and the pictures. */
export function entriesOf(
  origin: string,
  { path, changedAt, pictures, markets = marketIds }: SitemapPage,
): string {
  const alternates = alternatesOf(path, markets)
    .map(
      ({ hreflang, path: at }) =>
        `<xhtml:link rel="alternate" hreflang="${hreflang}" href="${escapeXml(origin + at)}"/>`,
    )
    .join('')
  const images = pictures
    .map((picture) => `<image:image>${element('image:loc', origin + picture)}</image:image>`)
    .join('')
  return markets
    .map(
      (id) =>
        `<url>${element('loc', origin + marketPath(id, path))}${element('lastmod', changedAt)}${alternates}${images}</url>\n`,
    )
    .join('')
}

/** The list of all sitemaps, for so many product pages. */
export function sitemapIndex(origin: string, productPages: number): string {
  const files = Array.from(
    { length: Math.ceil(productPages / pagesPerFile) },
    (_, at) => `products-${at + 1}`,
  )
  const entries = ['pages', ...files].map(
    (name) => `<sitemap>${element('loc', `${origin}/sitemaps/${name}.xml`)}</sitemap>\n`,
  )
  return `${head}<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${entries.join('')}</sitemapindex>\n`
}
