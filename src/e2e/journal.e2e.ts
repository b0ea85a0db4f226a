import { expect, test } from 'vitest'
import { newVisitor, onPhone } from '../start/testing/browser'
import { ofShop } from '../start/testing/journey-shop'
import { complaintsOf, faultsOf, overflowOf } from './access'

const shop = ofShop('shopUrl')

test('an article is found from the foot of the page, read without JavaScript, and leads to its shoes', async () => {
  const page = await (await newVisitor({ javaScriptEnabled: false })).newPage()
  await page.goto('/')
  await page.getByRole('contentinfo').getByRole('link', { name: 'Journal' }).click()
  await page.getByRole('heading', { level: 1, name: 'Journal' }).waitFor()
  await page.getByRole('link', { name: 'Suede and rain' }).click()
  await page.getByRole('heading', { level: 1, name: 'Suede and rain' }).waitFor()
  await page
    .getByRole('complementary', { name: 'Written by' })
    .getByText('Livia Molini', { exact: true })
    .waitFor()
  await page.getByRole('link', { name: 'Carso', exact: true }).click()
  await page.waitForURL(/\/p\/carso-/)
})

test('an author is found from an article, with all that this hand has written, without JavaScript', async () => {
  const page = await (await newVisitor({ javaScriptEnabled: false })).newPage()
  await page.goto('/it/journal/suede-and-rain')
  await page.getByRole('article').getByRole('link', { name: 'Tutti gli articoli di Livia Molini' }).click()
  await page.waitForURL('**/it/journal/authors/livia-molini')
  await page.getByRole('heading', { level: 1, name: 'Livia Molini' }).waitFor()
  await page.getByText('Modellista, Trieste').waitFor()
  const titles = await page.locator('main').getByRole('heading', { level: 2 }).allTextContents()
  expect(titles).toHaveLength(2)
  await page.getByRole('link', { name: 'Camoscio e pioggia' }).click()
  await page.getByRole('banner').waitFor()
  await page.getByRole('article').getByRole('link', { name: 'Livia Molini', exact: true }).click()
  await page.waitForURL('**/it/journal/authors/livia-molini')
})

test('the page of an author has one address, named in every market, and none past its end', async () => {
  const html = await (await fetch(`${shop}/de/journal/authors/ennio-furlan`)).text()
  expect(html).toContain('<link rel="canonical" href="' + shop + '/de/journal/authors/ennio-furlan"/>')
  for (const [language, path] of [
    ['x-default', ''],
    ['it', '/it'],
  ])
    expect(html).toMatch(
      new RegExp(`hrefLang="${language}[^"]*" href="${shop}${path}/journal/authors/ennio-furlan"`, 'i'),
    )
  expect(await (await fetch(`${shop}/sitemaps/pages.xml`)).text()).toContain(
    `<loc>${shop}/de/journal/authors/ennio-furlan</loc>`,
  )
  const author = '/journal/authors/ennio-furlan'
  for (const path of [
    '/journal/authors/nobody',
    `${author}/pages/1`,
    `${author}/pages/2`,
    `${author}/pages/x`,
  ])
    expect((await fetch(shop + path)).status, path).toBe(404)
})

test('the journal speaks three languages, in words of its own', async () => {
  const titles = []
  for (const market of ['', '/it', '/de']) {
    const html = await (await fetch(`${shop}${market}/journal/suede-and-rain`)).text()
    titles.push(/<h1[^>]*>([^<]+)/.exec(html)?.[1])
    expect(html).not.toMatch(/<script[^>]*src="[^"]*\/_next\//)
  }
  expect(titles).toEqual(['Suede and rain', 'Camoscio e pioggia', 'Velours und Regen'])
  for (const path of ['/journal/nothing', '/journal/pages/1', '/journal/pages/99', '/journal/pages/two'])
    expect((await fetch(shop + path)).status, path).toBe(404)
})

test.each([
  ['wide and light', { viewport: { width: 1280, height: 900 }, colorScheme: 'light' as const }],
  ['wide and dark', { viewport: { width: 1280, height: 900 }, colorScheme: 'dark' as const }],
  ['on a phone, light', onPhone({ colorScheme: 'light' })],
  ['on a phone, dark', onPhone({ colorScheme: 'dark' })],
])('list, article and author have no fault by axe: %s', async (_name, options) => {
  const page = await (await newVisitor(options)).newPage()
  const complaints = complaintsOf(page)
  const paths = ['/journal', '/it/journal/what-a-new-sole-costs', '/de/journal/authors/livia-molini']
  for (const path of paths) {
    await page.goto(path)
    expect(await faultsOf(page), path).toEqual([])
    expect(await overflowOf(page), path).toBeLessThanOrEqual(0)
  }
  expect(complaints).toEqual([])
})
