import sharp from 'sharp'
import { expect, test } from 'vitest'
import { ofShop } from '../start/testing/journey-shop'
import { checkMerchantFeed, checkSitemap, checkStructuredData } from '../app/_being-found/testing/rules'
import { childrenOf, readXml, textOf } from '../app/_being-found/testing/read-xml'

const shop = ofShop('shopUrl')
const read = async (path: string): Promise<string> => {
  const answer = await fetch(shop + path)
  expect(answer.status, path).toBe(200)
  return answer.text()
}
const meta = (html: string, name: string): string[] =>
  [...html.matchAll(/<(?:meta|link)\b[^>]*>/g)].map(([tag]) => tag).filter((tag) => tag.includes(name))

test.each([
  ['/', ['OnlineStore', 'WebSite']],
  ['/de', ['OnlineStore', 'WebSite']],
  ['/p/albona-derby-cognac', ['ProductGroup', 'BreadcrumbList']],
  ['/us/p/albona-derby-cognac', ['ProductGroup', 'BreadcrumbList']],
  ['/it/p/piazza-sneaker-chalk', ['ProductGroup', 'VideoObject', 'BreadcrumbList']],
  ['/it/p/setola-brush', ['Product', 'BreadcrumbList']],
  ['/it/c/men', ['BreadcrumbList']],
  ['/size-guide', ['FAQPage', 'BreadcrumbList']],
  ['/it/journal', ['BreadcrumbList']],
  ['/de/journal/suede-and-rain', ['Article', 'BreadcrumbList']],
  ['/it/journal/authors/livia-molini', ['BreadcrumbList', 'ProfilePage']],
])('%s says in structured data what it is', async (path, types) => {
  expect(checkStructuredData(await read(path))).toEqual(expect.arrayContaining(types))
})

test('every page of the sitemaps is there, and every market of it names the others', async () => {
  const index = readXml(await read('/sitemap.xml'))
  const files = childrenOf(index, 'sitemap').map((one) => textOf(one, 'loc')?.slice(shop.length) ?? '')
  expect(files).toEqual(['/sitemaps/pages.xml', '/sitemaps/products-1.xml'])
  const entries = []
  for (const file of files) entries.push(...checkSitemap(readXml(await read(file)), shop))
  const known = new Map(entries.map((entry) => [entry.loc, entry]))
  expect(known.size).toBe(entries.length)
  for (const { loc, alternates } of entries)
    for (const other of alternates.values())
      expect([...(known.get(other)?.alternates.values() ?? [])], `${other} names ${loc}`).toContain(loc)
  expect(entries.filter(({ images }) => images.length > 0).length).toBeGreaterThan(600)
  // Every fifteenth, so that the run stays short; the walk over links (`links.e2e.ts`) opens every page of all markets at full size.
  for (const { loc } of entries.filter((_, at) => at % 15 === 0)) {
    const html = await read(loc.slice(shop.length))
    expect(meta(html, 'rel="canonical"')[0], loc).toContain(`href="${loc.replace(/\/$/, '')}`)
    expect(meta(html, 'name="robots"'), loc).toEqual([])
  }
  expect((await fetch(`${shop}/sitemaps/products-2.xml`)).status).toBe(404)
}, 240_000)

test('choices of facets are shown to shoppers and kept from search engines', async () => {
  const html = await read('/c/women/f/size-39/colour-black')
  expect(meta(html, 'name="robots"')[0]).toContain('noindex')
  expect(meta(html, 'rel="canonical"')).toEqual([])
  const robots = await read('/robots.txt')
  expect(robots).toContain('Disallow: /de/c/*/f/')
  expect(robots).toContain('Allow: /de/c/*/f/page-')
  expect(robots).toContain(`Sitemap: ${shop}/sitemap.xml`)
  const second = await read('/c/men/f/page-2')
  expect(meta(second, 'rel="canonical"')[0]).toContain('/c/men/f/page-2')
})

test.each(['eu', 'it', 'de', 'uk', 'us'])('the feeds of %s are valid, and say the same', async (market) => {
  const items = checkMerchantFeed(readXml(await read(`/feeds/${market}-google.xml`)))
  expect(items.length).toBeGreaterThan(1000)
  expect(new Set(items.map((item) => item['g:id'])).size).toBe(items.length)
  const plain = (await read(`/feeds/${market}-plain.csv`)).trimEnd().split('\r\n')
  expect(plain[0]).toMatch(/^id,item_group_id,title/)
  expect(plain.length - 1).toBe(items.length)
  const [first] = items
  expect((await fetch(first?.['g:image_link'] ?? '')).headers.get('content-type')).toBe('image/jpeg')
  expect((await fetch(first?.['g:link'] ?? '')).status).toBe(200)
})

test('what is shared shows the pair, 1200 by 630', async () => {
  const html = await read('/de/p/albona-derby-cognac')
  const [, address = ''] = /property="og:image" content="([^"]+)"/.exec(html) ?? []
  expect(address).toBe(`${shop}/og/de/albona-derby-cognac.jpg`)
  const answer = await fetch(address)
  const { width, height, format } = await sharp(await answer.arrayBuffer()).metadata()
  expect([width, height, format]).toEqual([1200, 630, 'jpeg'])
  const etag = answer.headers.get('etag') ?? ''
  expect((await fetch(address, { headers: { 'If-None-Match': etag } })).status).toBe(304)
  expect((await fetch(`${shop}/og/de/shop.jpg`)).status).toBe(200)
  for (const wrong of ['/og/de/none.jpg', '/og/xx/shop.jpg', '/og/de/shop.png', '/feeds/xx-google.xml'])
    expect((await fetch(shop + wrong)).status, wrong).toBe(404)
})
