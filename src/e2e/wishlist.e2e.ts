import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { newVisitor, onPhone } from '../start/testing/browser'
import { faultsInBoth, overflowOf } from './access'
import { alive, findSizes } from './shopper'

test('a guest keeps shoes by their hearts, finds them with their sizes, shares the list and takes the link back', async () => {
  const [one] = await findSizes(1)
  if (!one) throw new Error('nothing in stock')
  const page = await (await newVisitor({ viewport: { width: 1280, height: 900 } })).newPage()
  await page.goto(`/p/${one.slug}`)
  await alive(page)
  await page.getByRole('button', { name: 'Keep for later' }).click()
  await page.getByRole('button', { name: 'Kept for later', pressed: true }).waitFor()
  await page.goto('/wishlist')
  await page.getByRole('heading', { name: 'Wishlist' }).waitFor()
  expect(await faultsInBoth(page)).toEqual([])
  await page.getByRole('button', { name: 'Make a link for others' }).click()
  const link = await page.getByLabel('Link to this list').inputValue()

  const other = await (await newVisitor(onPhone())).newPage()
  await other.goto(link)
  await other.getByRole('heading', { name: 'A wishlist' }).waitFor()
  await other
    .getByRole('link', { name: new RegExp(one.title) })
    .first()
    .waitFor()
  expect(await other.getByRole('button', { name: /Remove/ }).count()).toBe(0)
  expect(await faultsInBoth(other)).toEqual([])

  await page.getByRole('button', { name: 'Take the link back' }).click()
  await page.getByText('The link does not open any more').waitFor()
  expect((await other.goto(link))?.status()).toBe(404)
})

test('without JavaScript the heart leads to the list, and a size moves the pair into the bag', async () => {
  const [one] = await findSizes(1)
  if (!one) throw new Error('nothing in stock')
  const page = await (
    await newVisitor({ viewport: { width: 320, height: 640 }, javaScriptEnabled: false })
  ).newPage()
  await page.goto(`/p/${one.slug}`)
  await page.getByRole('button', { name: 'Keep for later' }).click()
  await page.waitForURL(/\/wishlist\?done=kept/)
  expect(await overflowOf(page)).toBeLessThanOrEqual(0)
  await page
    .getByRole('button', { name: /^Move .* to bag$/ })
    .first()
    .click()
  await page.waitForURL(/\/cart\?done=added/)
  await page.goto('/wishlist')
  await page.getByText('Nothing is kept here yet').waitFor()
})

test('what was kept before signing in is there afterwards, in another browser too', async () => {
  const [one] = await findSizes(1)
  if (!one) throw new Error('nothing in stock')
  const email = `${randomUUID()}@example.org`
  const password = 'nine quiet herons at dawn'
  const open = async () => (await newVisitor({ viewport: { width: 1280, height: 900 } })).newPage()
  const page = await open()
  await page.goto(`/p/${one.slug}`)
  await alive(page)
  await page.getByRole('button', { name: 'Keep for later' }).click()
  await page.getByRole('button', { name: 'Kept for later' }).waitFor()
  await page.request.post('/api/store/customers', { data: { email, password } })
  const signIn = async (at: typeof page) => {
    await at.goto('/account/sign-in?next=/wishlist')
    await at.getByLabel('E-mail').fill(email)
    await at.getByLabel('Password').fill(password)
    await at.getByRole('main').getByRole('button', { name: 'Sign in', exact: true }).click()
    await at.waitForURL(/\/wishlist/)
    await at
      .getByRole('link', { name: new RegExp(one.title) })
      .first()
      .waitFor()
  }
  await signIn(page)
  await signIn(await open())
})
