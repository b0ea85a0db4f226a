import { expect, inject, test } from 'vitest'
import { ofShop } from '../start/testing/journey-shop'

const isFull = inject('isFull')
/** At full size all that there are. */
const most = isFull ? { pages: Infinity, pictures: Infinity } : { pages: 350, pictures: 40 }
const starts = ['/', '/de', '/it', '/uk', '/us']

const unescaped = (text: string): string => text.replaceAll('&amp;', '&')
const inHtml = (html: string, pattern: RegExp): string[] =>
  [...html.matchAll(pattern)].map(([, value = '']) => unescaped(value))

/** Pages of the shop itself: no files, no admin, no filters upon filters. */
const isPage = (path: string): boolean =>
  path.startsWith('/') &&
  !/^\/(admin|api|media|assets|_next|dev)|\.[a-z]+$/.test(path) &&
  !path.includes('/f/size-')

test(
  'no link and no picture of the shop leads nowhere',
  async () => {
    const shop = ofShop('shopUrl')
    const seen = new Set(starts)
    const queue = [...starts]
    const pictures = new Set<string>()
    const broken: string[] = []
    let visited = 0
    for (let path = queue.shift(); path !== undefined && visited < most.pages; path = queue.shift()) {
      visited += 1
      const answer = await fetch(shop + path)
      if (answer.status >= 400) broken.push(`${answer.status} ${path}`)
      const html = await answer.text()
      for (const picture of inHtml(html, /<img[^>]*? src="(\/media\/[^"]+)"/g)) pictures.add(picture)
      for (const href of inHtml(html, /<a [^>]*?href="([^"#]+)[^"]*"/g))
        if (isPage(href) && !seen.has(href)) {
          seen.add(href)
          queue.push(href)
        }
    }
    for (const picture of [...pictures].slice(0, most.pictures)) {
      const { status, body } = await fetch(shop + picture)
      await body?.cancel()
      if (status >= 400) broken.push(`${status} ${picture}`)
    }
    console.log(`${visited} pages of ${seen.size} known, ${pictures.size} pictures known`)
    expect(broken).toEqual([])
    expect(visited).toBeGreaterThan(150)
    expect(visited).toBe(Math.min(seen.size, most.pages))
  },
  isFull ? 1_200_000 : 400_000,
)
