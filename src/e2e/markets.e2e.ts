import { expect, test } from 'vitest'
import { newVisitor } from '../start/testing/browser'
import { alive } from './shopper'

const shoe = '/p/albona-derby-cognac'

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
