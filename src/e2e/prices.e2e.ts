import { randomUUID } from 'node:crypto'
import type { Locator } from 'playwright-core'
import { expect, inject, test } from 'vitest'
import { stockRoom } from '../bench/stock-room'
import { newVisitor } from '../start/testing/browser'
import { ofShop } from '../start/testing/journey-shop'
import { chooseSize, fillContact, fillDelivery, findSizes, orderNumber } from './shopper'
import { choose, enterAs, makeMerchandiser, openAdmin, reloadAdmin, staffRest, untilSeen } from './staff'

const desk = { viewport: { width: 1440, height: 1000 } }
const day = 86_400_000

/** Without the spaces that hold an amount together. */
const plainText = async (at: Locator): Promise<string> =>
  ((await at.textContent()) ?? '').replaceAll('\u00a0', ' ')

/** As the date field of the admin reads it. */
const typedDate = (at: number): string =>
  new Intl.DateTimeFormat('en-US', {
    ...({ month: 'short', day: 'numeric', year: 'numeric', hour: 'numeric', minute: '2-digit' } as const),
    timeZone: 'Europe/Rome',
  })
    .format(at)
    .replace(' at ', ', ')
    .replace(/, (?=\d+:)/, ' ')

/** The page of a shoe without the others beside it, which may be reduced as well. */
const ownPart = (html: string): string => html.slice(0, html.indexOf('class="cards'))

test('a campaign made in the admin reduces a shoe in the shop, says the lowest price of 30 days, and ends by itself', async () => {
  const finds = await findSizes(30)
  const find = finds.find(({ variant }) => !variant.regularPrice && variant.price.amount > 5_000)
  if (!find) throw new Error('everything is reduced')
  const { slug, variant } = find
  const room = await stockRoom(ofShop('databaseUrl'))
  const [product] = await room.one<{ title: string }>('SELECT title FROM products WHERE slug = $1', [slug])
  const page = await (await newVisitor({ ...desk, timezoneId: 'Europe/Rome' })).newPage()
  await enterAs(page, await makeMerchandiser())
  await openAdmin(page, '/admin/collections/price-campaigns/create')
  await page.locator('#field-name').fill(`Quiet week ${randomUUID().slice(0, 8)}`)
  const start = page.locator('#field-startsAt input').first()
  await start.fill(typedDate(Date.now() - day))
  await start.press('Enter')
  await page.locator('#field-percent').fill('20')
  await choose(page, 'products', product?.title ?? '')
  const preview = page.locator('.m-preview')
  const reduced = Math.round(variant.price.amount * 0.8)
  await preview
    .getByText((reduced / 100).toFixed(2))
    .first()
    .waitFor()
  await page.locator('#field-active').check({ force: true })
  await page.locator('#action-save').click()
  await page.waitForURL(/price-campaigns\/[0-9a-f-]{36}/)
  const id = /price-campaigns\/([0-9a-f-]{36})/.exec(page.url())?.[1] ?? ''

  const low = (variant.price.amount / 100).toFixed(2)
  await untilSeen(
    slug,
    (_status, html) =>
      ownPart(html).includes((reduced / 100).toFixed(2)) &&
      ownPart(html).includes('Lowest price of the last 30 days'),
  )
  const shopper = await (await newVisitor()).newPage()
  await shopper.goto(`/p/${slug}`)
  expect(await shopper.locator('main .lowest').first().textContent()).toContain(low)
  expect(await shopper.locator('main .price s').first().textContent()).toContain(low)
  const rest = await staffRest()
  await rest(`/price-campaigns/${id}`, { endsAt: new Date(Date.now() + 2_000).toISOString() }, 'PATCH')
  const took = await untilSeen(
    slug,
    (_status, html) => !ownPart(html).includes('Lowest price of the last 30 days'),
  )
  console.log(`the end of the campaign was seen ${Math.round(took - 2_000)} ms after it`)
  await shopper.reload()
  const price = shopper.locator('main .price').first()
  expect(await price.textContent()).toContain(low)
  expect(await price.locator('s').count()).toBe(0)
  await room.close()
})

test('a promotion is made, tried and given codes in the admin; a shopper uses one, and the desk reads how the price came about', async () => {
  const [find] = await findSizes(1)
  if (!find) throw new Error('nothing to buy')
  const name = `Friends ${randomUUID().slice(0, 8)}`
  const page = await (await newVisitor({ ...desk, acceptDownloads: true })).newPage()
  await enterAs(page, inject('owner'))
  await openAdmin(page, '/admin/collections/promotions/create')
  await page.locator('#field-name').fill(name)
  await page.locator('#field-percent').fill('15')
  await page.locator('#action-save').click()
  await page.waitForURL(/promotions\/[0-9a-f-]{36}/)

  const off = Math.round(find.variant.price.amount * 0.15)
  const trial = page.locator('section', { has: page.getByRole('heading', { name: 'Try it' }) })
  await trial.getByLabel('Add a size').fill(find.variant.sku)
  await trial.getByRole('button', { name: new RegExp(`${find.variant.sku}$`) }).click()
  await trial.getByRole('button', { name: 'See what happens' }).click()
  await trial.getByRole('link', { name }).waitFor()
  expect(await plainText(trial)).toContain(`− € ${(off / 100).toFixed(2)}`)

  await page.getByRole('button', { name: 'Make codes' }).click()
  await page.getByRole('dialog').getByLabel('How many').fill('3')
  await page.getByRole('dialog').getByLabel('They begin with').fill('friend')
  await page.getByRole('dialog').getByRole('button', { name: 'Make 3' }).click()
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'CSV', exact: true }).click(),
  ])
  const lines = (await (await file.createReadStream()).setEncoding('utf8').toArray()).join('').split('\r\n')
  const codes = lines.map((line) => line.split(',')[0] ?? '').filter((code) => code.startsWith('FRIEND-'))
  expect(codes).toHaveLength(3)

  const shopper = await (await newVisitor()).newPage()
  await chooseSize(shopper, find)
  await shopper.locator('button[data-add]:visible').first().click()
  await shopper.getByRole('dialog').getByRole('link', { name: 'Go to checkout' }).waitFor()
  await shopper.goto('/cart')
  await shopper.getByLabel('Voucher code').fill('NO-SUCH-CODE')
  await shopper.getByRole('button', { name: 'Apply' }).click()
  await shopper.getByText('We do not know this code').waitFor()
  await shopper.getByLabel('Voucher code').fill(codes[0]?.toLowerCase() ?? '')
  await shopper.getByRole('button', { name: 'Apply' }).click()
  await shopper.getByText(`${name} (${codes[0]})`).waitFor()
  const { cart } = (await (await shopper.request.get('/api/store/carts/current?explain=1')).json()) as {
    cart: { explanation: { lines: { steps: { rule?: string; amount: { amount: number } }[] }[] } }
  }
  expect(cart.explanation.lines[0]?.steps.at(-1)).toMatchObject({ rule: name, amount: { amount: -off } })
  await shopper.goto('/checkout')
  await fillContact(shopper)
  await fillDelivery(shopper)
  await shopper.getByRole('radio', { name: /Bank transfer/ }).check()
  await shopper.getByRole('button', { name: 'Order with obligation to pay' }).click()
  const number = await orderNumber(shopper)
  expect(await shopper.locator('main').textContent()).toContain(name)

  await reloadAdmin(page)
  await page.getByText(`Used 1 time, € ${(off / 100).toFixed(2)} off.`).waitFor()
  await openAdmin(page, '/admin/collections/orders')
  await page.getByRole('link', { name: number }).click()
  await page.getByText('How this price came about').first().click()
  const story = page.locator('details[open] .m-steps').first()
  await story.getByRole('link', { name }).waitFor()
  expect(await plainText(story)).toContain(`− € ${(off / 100).toFixed(2)}`)
})
