import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import type { Page } from 'playwright-core'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { newVisitor } from '../start/testing/browser'
import { ofShop } from '../start/testing/journey-shop'
import { choose, enterAs, makeMerchandiser, openAdmin, reloadAdmin, signIn, untilSeen } from './staff'

const expectFault = (page: Page, text: RegExp): Promise<void> =>
  page.locator('.field-error', { hasText: text }).first().waitFor()

/** Presses what writes the product, and waits for the shop's answer. */
async function writes(page: Page, press: () => Promise<void>): Promise<void> {
  const [answer] = await Promise.all([
    page.waitForResponse(
      (response) => response.request().method() === 'PATCH' && response.url().includes('/api/products'),
    ),
    press(),
  ])
  expect(answer.status()).toBe(200)
}

test('a merchandiser brings a shoe into the shop, reprices it, throws it away and takes it back', async () => {
  const page = await (await newVisitor({ viewport: { width: 1440, height: 1000 } })).newPage()
  await signIn(page, await makeMerchandiser())
  const mark = randomUUID().slice(0, 8)
  const [brand, style, slug] = [`Officina ${mark}`, `Navigli ${mark}`, `navigli-${mark}-red`]

  await openAdmin(page, '/admin/collections/brands/create')
  await page.locator('#field-name').fill(brand)
  await page.locator('#action-save').click()
  await expectFault(page, /^Small letters, digits, hyphens\.$/)
  await page.getByLabel('Slug').fill(`officina-${mark}`)
  const maker = { name: 'Officina Srl', email: 'safety@officina.example', street: 'Via Roma 1' }
  const place = { postalCode: '20121', city: 'Milano' }
  for (const [name, value] of Object.entries({ ...maker, ...place }))
    await page.locator(`#field-manufacturer__${name}`).fill(value)
  await choose(page, 'manufacturer__country', 'Italy')
  await page.locator('#action-save').click()
  await page.waitForURL(/brands\/[0-9a-f-]{36}/)

  await openAdmin(page, '/admin/collections/styles/create')
  await page.locator('#field-name').fill(style)
  await page.getByLabel('Slug').fill(`navigli-${mark}`)
  await choose(page, 'brand', brand)
  await choose(page, 'segment', 'women')
  for (const part of ['upper', 'lining', 'sole']) await choose(page, `materials__${part}`, 'leather')
  await choose(page, 'sizeScale', 'Adults, EU')
  await page.getByRole('button', { name: 'Publish changes' }).click()
  await page.waitForURL(/styles\/[0-9a-f-]{36}/)

  await openAdmin(page, '/admin/collections/products/create')
  await page.getByLabel('Slug').fill(slug)
  await choose(page, 'style', style)
  await page.locator('#field-colour').fill('Red')
  await choose(page, 'colourGroup', 'red')
  await page.getByLabel('Enable EUR price').check({ force: true })
  await page.getByLabel('Price (EUR)').fill('149.00')
  await page.getByRole('button', { name: 'Add Picture' }).click()
  await page.locator('#pictures-row-0').getByRole('button', { name: 'Create New' }).click()
  const red = { create: { width: 1600, height: 1600, channels: 3 as const, background: '#8f2b22' } }
  const buffer = await sharp(red).png().toBuffer()
  await page
    .locator('input[type=file]')
    .last()
    .setInputFiles({ name: `${slug}.png`, mimeType: 'image/png', buffer })
  await page.locator('#field-alt').last().fill('Red derby from the side')
  await page.locator('#action-save').last().click()
  await page.locator('#pictures-row-0').getByText(`${slug}.webp`).waitFor()
  await choose(page, 'pictures__0__view', 'side')
  await page.getByRole('button', { name: 'Save Draft' }).click()
  await page.waitForURL(/products\/[0-9a-f-]{36}/)

  await page.getByRole('button', { name: 'Add sizes' }).click()
  const dialog = page.getByRole('dialog', { name: 'Add sizes' })
  await dialog.getByRole('button', { name: 'All' }).click()
  await dialog.getByLabel('SKU pattern').fill('NAV')
  await dialog.getByRole('button', { name: /^Add \d+ sizes/ }).click()
  expect(await dialog.getByRole('alert').textContent()).toContain('Write {size} where the size belongs')
  await dialog.getByLabel('SKU pattern').fill(`NAV-${mark.toUpperCase()}-{size}`)
  await dialog.getByLabel('Pairs of each').fill('3')
  await dialog.getByRole('button', { name: /^Add \d+ sizes/ }).click()
  await dialog.waitFor({ state: 'detached' })
  await page.getByRole('button', { name: /^42, 3 free, 3 on hand/ }).waitFor()
  expect((await fetch(`${ofShop('shopUrl')}/p/${slug}`)).status).toBe(404)

  const publish = page.getByRole('button', { name: 'Publish changes' })
  await writes(page, () => publish.click())
  const took = [await untilSeen(slug, (status, html) => status === 200 && html.includes('149.00'))]
  await reloadAdmin(page)
  await page.getByLabel('Price (EUR)').fill('129.50')
  await page.getByLabel('Price (EUR)').blur()
  await writes(page, () => publish.click())
  took.push(await untilSeen(slug, (_, html) => html.includes('129.50')))

  await page.locator('.doc-controls__popup button').first().click()
  await page.locator('#action-delete').click()
  await writes(page, () => page.locator('#confirm-action').last().click())
  took.push(await untilSeen(slug, (status) => status === 404))
  await openAdmin(page, '/admin/collections/products/trash')
  await page.getByRole('link', { name: style }).first().click()
  await page.locator('#action-restore').click()
  await page.locator('label[for=restore-as-published]').click()
  await writes(page, () => page.locator('#confirm-action').last().click())
  took.push(await untilSeen(slug, (status, html) => status === 200 && html.includes('129.50')))
  console.log(`seen in the shop after ${took.map((ms) => Math.round(ms)).join(', ')} ms`)
})

test('a box that is ticked just before an answer about the form comes opens what it stands for', async () => {
  const page = await (await newVisitor({ viewport: { width: 1440, height: 1000 } })).newPage()
  await enterAs(page, await makeMerchandiser())
  await openAdmin(page, '/admin/collections/products/create')
  let hear: (() => void) | undefined
  const isAnswered = new Promise<void>((resolve) => (hear = resolve))
  const late = 1_000
  await page.route('**/admin/**', async (route) => {
    if (route.request().method() !== 'POST') return route.continue()
    const response = await route.fetch()
    hear?.()
    await pause(late)
    return route.fulfill({ response })
  })
  await choose(page, 'colourGroup', 'red')
  await isAnswered
  await pause(late - 120)
  await page.getByLabel('Enable EUR price').check({ force: true })
  await page.getByLabel('Price (EUR)').fill('149.00')
})
