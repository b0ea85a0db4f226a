import sharp from 'sharp'
import { expect, inject, test } from 'vitest'
import { newVisitor, onPhone } from '../start/testing/browser'
import { faultsInBoth, overflowOf } from './access'
import { alive, findSizes, orderByApi } from './shopper'
import { enterAs, openAdmin, staffRest } from './staff'

/** A pair that has arrived, and the link of its mails. */
async function arrived() {
  const [size] = await findSizes(1)
  if (!size) throw new Error('nothing in stock')
  const order = await orderByApi(size.variant.id, 1)
  const rest = await staffRest()
  await rest(`/orders/${order.id}/capture`)
  await rest(`/orders/${order.id}/ship`)
  await rest(`/orders/${order.id}/deliver`)
  return { ...size, order, rest }
}

const picture = async () => ({
  name: 'pair.jpg',
  mimeType: 'image/jpeg',
  buffer: await sharp({ create: { width: 500, height: 400, channels: 3, background: '#8a4b21' } })
    .jpeg()
    .toBuffer(),
})

test('a buyer writes from the mailed link, on a phone without JavaScript; staff let it be seen and answer', async () => {
  const { order, slug } = await arrived()
  const page = await (await newVisitor(onPhone({ javaScriptEnabled: false }))).newPage()
  await page.goto(`${order.link}?to=review`)
  await page.getByRole('heading', { name: 'How do the pairs fit?' }).waitFor()
  await page.getByRole('radio', { name: '4 stars' }).check({ force: true })
  await page.getByRole('radio', { name: 'Runs small' }).check({ force: true })
  await page.getByLabel('In one line').fill('Half a size up')
  await page.getByLabel('What should others know?').fill('Sturdy and quiet. I went half a size up.')
  await page.getByLabel('Pictures').setInputFiles(await picture())
  await page.getByLabel('Name to show').fill('Ada of Torino')
  await page.getByRole('button', { name: 'Send the review' }).click()
  await page.getByText('We read it and show it within a few days').waitFor()
  await page.getByText('we are reading it').waitFor()
  await page.goto(`/p/${slug}`)
  expect(await page.getByText('Ada of Torino').count()).toBe(0)

  const staff = await (await newVisitor({ viewport: { width: 1280, height: 900 } })).newPage()
  await enterAs(staff, inject('owner'))
  await openAdmin(staff, '/admin/collections/reviews?where[status][equals]=pending')
  await staff
    .getByRole('link', { name: /./ })
    .filter({ hasText: slug.split('-')[0] ?? '' })
    .first()
    .waitFor()
  const newest = await staff.evaluate(async () => {
    const answer = await fetch('/api/reviews?where[status][equals]=pending&sort=-createdAt&limit=1')
    return ((await answer.json()) as { docs: { id: string }[] }).docs[0]?.id
  })
  await openAdmin(staff, `/admin/collections/reviews/${newest}`)
  await staff.getByRole('heading', { name: 'Half a size up' }).waitFor()
  await staff.getByRole('button', { name: 'Show it', exact: true }).click()
  await staff.getByRole('dialog').getByRole('button', { name: 'Show it', exact: true }).click()
  await staff.getByText('Shown', { exact: true }).first().waitFor()
  await staff.getByRole('button', { name: 'Answer', exact: true }).click()
  await staff.getByLabel('Answer', { exact: true }).fill('Thank you, Ada.')
  await staff.getByRole('button', { name: 'Keep the answer' }).click()
  await staff.getByText('Thank you, Ada.').waitFor()

  const shopper = await (await newVisitor({ viewport: { width: 1280, height: 900 } })).newPage()
  await shopper.goto(`/p/${slug}/reviews`)
  const review = shopper.getByRole('listitem').filter({ hasText: 'Ada of Torino' })
  await review.getByRole('heading', { name: 'Half a size up' }).waitFor()
  expect(await review.textContent()).toMatch(/Bought here.*4 of 5 stars.*Answer of the shop/s)
  const photo = review.getByRole('img', { name: 'Picture 1 by Ada of Torino' })
  await photo.scrollIntoViewIfNeeded()
  await expect
    .poll(() => photo.evaluate((image) => (image as HTMLImageElement).naturalWidth), { timeout: 15_000 })
    .toBe(500)
})

test('pictures that are too large together are asked for again, the words are still there: without JavaScript', async () => {
  const { order } = await arrived()
  const page = await (await newVisitor(onPhone({ javaScriptEnabled: false }))).newPage()
  await page.goto(`${order.link}?to=review`)
  await page.getByRole('radio', { name: '4 stars' }).check({ force: true })
  await page.getByLabel('What should others know?').fill('Sturdy and quiet, ⅓ of a size up.')
  await page.getByLabel('Name to show').fill('Ada of Torino')
  const pictures = page.getByLabel('Pictures')
  const { name, mimeType } = await picture()
  const large = Array.from({ length: 3 }, () => ({ name, mimeType, buffer: Buffer.alloc(10_000_000) }))
  await pictures.setInputFiles(large)
  await page.getByRole('button', { name: 'Send the review' }).click()
  await page.getByText('The pictures are too large together.').waitFor()
  expect(await pictures.getAttribute('aria-invalid')).toBe('true')
  expect(await pictures.evaluate((field) => field === document.activeElement)).toBe(true)
  expect(await page.getByRole('radio', { name: '4 stars' }).isChecked()).toBe(true)
  expect(await page.getByLabel('What should others know?').inputValue()).toBe(
    'Sturdy and quiet, ⅓ of a size up.',
  )
  expect(await page.getByLabel('Name to show').inputValue()).toBe('Ada of Torino')
  await page.getByRole('button', { name: 'Send the review' }).click()
  await page.getByText('We read it and show it within a few days').waitFor()
})

test('pages of reviews and the form to write one have no fault, wide and on a phone, light and dark', async () => {
  const { order } = await arrived()
  const faults: string[] = []
  for (const viewport of [
    { width: 1280, height: 900 },
    { width: 320, height: 640 },
  ]) {
    const page = await (await newVisitor({ viewport })).newPage()
    for (const path of ['/p/albona-derby-cognac/reviews', `${order.link}?to=review`]) {
      const answer = await page.goto(path)
      expect(answer?.status()).toBe(200)
      faults.push(...(await faultsInBoth(page)))
      expect(await overflowOf(page)).toBeLessThanOrEqual(0)
    }
  }
  expect(faults).toEqual([])
})

test('the stars of a shoe lead to what was said, and what was said to its other pages', async () => {
  const page = await (await newVisitor({ viewport: { width: 1280, height: 900 } })).newPage()
  await page.goto('/p/albona-derby-cognac')
  await alive(page)
  await page.getByRole('link', { name: /of 5 stars/ }).click()
  expect(page.url()).toContain('#reviews')
  await page.getByRole('link', { name: /Read all \d+ reviews/ }).click()
  await page.waitForURL(/\/reviews$/)
  await page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: 'Next' }).click()
  await page.waitForURL(/\/reviews\/2$/)
  const ways = page.getByRole('navigation', { name: 'Bought in size' })
  const size = ways.getByRole('link').first()
  const count = /\((\d+)\)/.exec((await size.textContent()) ?? '')?.[1]
  await size.click()
  await page.waitForURL(/\/reviews\/size-/)
  await page.getByText(`${count} of `).waitFor()
  await page.getByRole('navigation', { name: 'How it fits' }).getByRole('link').first().click()
  await page.waitForURL(/\/size-[^/]+\/fit-/)
  await page.getByRole('link', { name: 'See all' }).click()
  await page.waitForURL(/\/reviews$/)
  expect((await page.goto('/p/albona-derby-cognac/reviews/fit-huge'))?.status()).toBe(404)
  expect((await page.goto('/p/albona-derby-cognac/reviews/99'))?.status()).toBe(404)
  expect((await page.goto('/p/albona-derby-cognac/reviews/1'))?.status()).toBe(404)
})
