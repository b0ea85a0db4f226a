import { expect, test } from 'vitest'
import { newVisitor } from '../start/testing/browser'
import { ofShop } from '../start/testing/journey-shop'
import { alive } from './shopper'

const shoe = '/p/albona-derby-cognac'
const read = async (path: string): Promise<string> => (await fetch(ofShop('shopUrl') + path)).text()

test('the switch of markets leads to the same page without JavaScript', async () => {
  const page = await (await newVisitor({ javaScriptEnabled: false })).newPage()
  await page.goto(`/it${shoe}`)
  const links = page.locator('footer a[data-market]')
  const hrefs = await links.evaluateAll((all) => all.map((link) => link.getAttribute('href')))
  expect(hrefs.toSorted()).toEqual([`/de${shoe}`, shoe, `/uk${shoe}`, `/us${shoe}`])
})

test('the switch of markets keeps the words of a search', async () => {
  const page = await (await newVisitor()).newPage()
  await page.goto('/search?q=derby')
  await alive(page)
  await page.locator('footer a[data-market="de"]').click()
  await page.waitForURL('**/de/search?q=derby')
})

test('a market behind customs says that they may ask for duty, and no other does', async () => {
  const words = 'Customs may ask the recipient for duty.'
  for (const [market, isSaid] of [
    ['/us', true],
    ['/uk', true],
    ['', false],
  ] as const)
    expect((await read(market + shoe)).includes(words), market).toBe(isSaid)
})
