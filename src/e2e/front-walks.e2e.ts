import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { newVisitor } from '../start/testing/browser'
import { ofShop } from '../start/testing/journey-shop'
import { startShop } from '../start/testing/shop.mjs'
import { complaintsOf, openPages, violationsOf } from './access'
import { chooseSize, findSizes } from './shopper'

const shop = ofShop('shopUrl')

/** Somebody with a name and a bag. */
async function makePerson(name: string) {
  const context = await newVisitor()
  const page = await context.newPage()
  const email = `${name.toLowerCase()}-${randomUUID()}@example.com`
  const password = 'a quiet heron at dawn'
  await page.request.post('/api/store/customers', {
    data: { email, password, firstName: name, lastName: 'Walker' },
    headers: { Origin: shop },
  })
  const session = await page.request.post('/api/store/session', {
    data: { email, password },
    headers: { Origin: shop },
  })
  expect(session.ok()).toBe(true)
  const [find] = await findSizes(1)
  if (!find) throw new Error('nothing to buy')
  await chooseSize(page, find)
  await page.locator('button[data-add]:visible').first().click()
  await page.getByRole('dialog').getByRole('link', { name: 'Go to checkout' }).waitFor()
  return { context, page, words: [name, email] }
}

test('two people walk through every page, and neither finds anything of the other', async () => {
  const [ada, bob] = [await makePerson('Adalgisa'), await makePerson('Bonaventura')]
  for (const path of openPages) {
    const [hers, his] = await Promise.all([ada, bob].map(({ page }) => page.request.get(path)))
    if (!hers || !his) throw new Error('no answer')
    const [one, other] = [await hers.text(), await his.text()]
    for (const word of bob.words) expect(one.includes(word), `${path} tells her of him`).toBe(false)
    for (const word of ada.words) expect(other.includes(word), `${path} tells him of her`).toBe(false)
    if (hers.headers()['server-timing'] !== 'store') continue
    expect(one, path).toBe(other)
    expect([...ada.words, ...bob.words].some((word) => one.includes(word))).toBe(false)
    expect(hers.headers()['set-cookie']).toBeUndefined()
  }
  await ada.page.goto('/account')
  expect(await ada.page.locator('main').textContent()).toContain('Adalgisa')
}, 240_000)

test('no page violates its policy', async () => {
  const page = await (await newVisitor()).newPage()
  const complaints = complaintsOf(page)
  const violations = await violationsOf(page)
  for (const path of openPages) await page.goto(path, { waitUntil: 'load' })
  const answer = await page.goto('/nothing-here')
  expect(answer?.status()).toBe(404)
  await page.getByRole('heading', { level: 1 }).waitFor()
  expect(violations).toEqual([])
  expect(complaints.filter((text) => !text.includes('404'))).toEqual([])
}, 240_000)

test('switched off, Next.js answers and the shop works', async () => {
  const plain = await startShop({ environment: { DATABASE_URL: ofShop('databaseUrl'), PAGE_FRONT: 'off' } })
  try {
    const answer = await fetch(`${plain.url}/p/albona-derby-cognac`)
    expect([answer.status, answer.headers.get('server-timing') === 'store']).toEqual([200, false])
    expect(answer.headers.get('content-security-policy')).toMatch(/script-src 'self';/)
    const missing = await fetch(`${plain.url}/de/nichts`)
    expect([missing.status, (await missing.text()).includes('Hier ist nichts')]).toEqual([404, true])
  } finally {
    await plain.stop()
  }
})
