import { expect, inject, test } from 'vitest'
import { newVisitor, onPhone } from '../start/testing/browser'
import { complaintsOf, faultsOf, overflowOf } from './access'

const shop = inject('shopUrl')

test('an article is found from the foot of the page, read without JavaScript, and leads to its shoes', async () => {
  const page = await (await newVisitor({ javaScriptEnabled: false })).newPage()
  await page.goto('/')
  await page.getByRole('contentinfo').getByRole('link', { name: 'Journal' }).click()
  await page.getByRole('heading', { level: 1, name: 'Journal' }).waitFor()
  await page.getByRole('link', { name: 'Suede and rain' }).click()
  await page.getByRole('heading', { level: 1, name: 'Suede and rain' }).waitFor()
  await page.getByRole('complementary', { name: 'Written by' }).getByText('Livia Molini').waitFor()
  await page.getByRole('link', { name: 'Carso', exact: true }).click()
  await page.waitForURL(/\/p\/carso-/)
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
])('list and article have no fault by axe: %s', async (_name, options) => {
  const page = await (await newVisitor(options)).newPage()
  const complaints = complaintsOf(page)
  for (const path of ['/journal', '/it/journal/what-a-new-sole-costs']) {
    await page.goto(path)
    expect(await faultsOf(page), path).toEqual([])
    expect(await overflowOf(page), path).toBeLessThanOrEqual(0)
  }
  expect(complaints).toEqual([])
})
