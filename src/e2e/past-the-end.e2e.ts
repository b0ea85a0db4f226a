import { expect, test } from 'vitest'
import { ofShop } from '../start/testing/journey-shop'

const shop = ofShop('shopUrl')

async function read(path: string) {
  const began = performance.now()
  const answer = await fetch(shop + path, { redirect: 'manual' })
  return { status: answer.status, html: await answer.text(), took: performance.now() - began }
}
const frameworks = /<script[^>]*src="[^"]*\/_next\//

test.each(['99', '500', '501', '99999999999999999999', '0', '-1', '1e3', 'two', '2/f/page-3'])(
  'page %s of a listing that has fewer is no page: quickly said, without scripts, with ways back',
  async (page) => {
    for (const market of ['', '/it', '/de']) {
      const { status, html, took } = await read(`${market}/c/men/f/page-${page}`)
      expect(status).toBe(404)
      expect(html).not.toMatch(frameworks)
      expect(html).toContain('class="nothing"')
      expect(html).toContain(`href="${market}/c/women`)
      expect(took).toBeLessThan(3_000)
    }
  },
)

test.each(['400', '501', '9'.repeat(80)])(
  'page %s of a search says that there are fewer, and leads to the first',
  async (page) => {
    const { status, html } = await read(`/search?q=derby&page=${page}`)
    expect(status).toBe(200)
    expect(html).toMatch(/There (is one page only|are \d+ pages only)/)
    expect(html).toMatch(/<a [^>]*href="\/search\?q=derby">To the first page/)
    expect(html).not.toMatch(frameworks)
  },
)

test.each(['0', '-4', 'two', '1.5'])('page %s of a search is its first page', async (page) => {
  const { status, html } = await read(`/search?q=derby&page=${page}`)
  expect(status).toBe(200)
  expect(html).toContain('Albona')
  expect(html).not.toContain('pages only')
})
