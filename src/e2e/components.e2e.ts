import { readFileSync } from 'node:fs'
import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import type { ListingView } from '#domain/views'
import { Look } from '../app/(shop)/[market]/dev/components/look'
import { shopOf } from '../app/words'
import { newVisitor } from '../start/testing/browser'
import { ofShop } from '../start/testing/journey-shop'
import { complaintsOf, faultsInBoth, overflowOf } from './access'
import { alive } from './shopper'

const path = '/dev/components'
const styles = readFileSync('src/app/(shop)/[market]/dev/components/look.css', 'utf8')

async function drawn(market: string): Promise<string> {
  const shop = shopOf(market)
  if (!shop) throw new Error(`There is no market ${market}`)
  const answer = await fetch(`${ofShop('shopUrl')}/api/store/products?market=${market}&limit=8`)
  const { products } = (await answer.json()) as ListingView
  return renderToStaticMarkup(createElement(Look, { shop, cards: products }))
}

/** As in development: within the frame, the styles and the scripts of the built shop, which has no such page. */
async function openLook(page: Page, market: string): Promise<void> {
  const look = await drawn(market)
  const at = market === 'eu' ? '' : `/${market}`
  await page.route(`**${at}${path}`, async (route) => {
    const around = await route.fetch({ url: `${ofShop('shopUrl')}${at}/imprint` })
    const html = (await around.text())
      .replace(/(<main\b[^>]*>).*(<\/main>)/s, (_, begin: string, end: string) => begin + look + end)
      .replace('</head>', `<style>${styles}</style></head>`)
    await route.fulfill({ contentType: 'text/html', body: html })
  })
  await page.goto(`${at}${path}`, { waitUntil: 'networkidle' })
  await alive(page)
}

test.each(['eu', 'de', 'uk'])(
  'every component is drawn in both themes without a fault by WCAG 2.2 AA and without an error: %s',
  async (market) => {
    const page = await (await newVisitor({ viewport: { width: 1280, height: 900 } })).newPage()
    const complaints = complaintsOf(page)
    await openLook(page, market)
    for (const name of ['Colours', 'Buttons', 'Fields', 'Sums', 'Account', 'Cards'])
      await page.getByRole('heading', { name, exact: true }).waitFor()
    expect(await page.locator('.look shoe-card').count()).toBe(8)
    expect(await faultsInBoth(page)).toEqual([])
    expect(complaints).toEqual([])
    await page.setViewportSize({ width: 320, height: 640 })
    expect(await overflowOf(page)).toBe(0)
  },
)

test('a shop that sells has no such page', async () => {
  const page = await (await newVisitor()).newPage()
  for (const at of ['', '/it']) {
    const answer = await page.goto(`${at}${path}`)
    expect(answer?.status()).toBe(404)
    expect(await page.locator('.look').count()).toBe(0)
  }
})
