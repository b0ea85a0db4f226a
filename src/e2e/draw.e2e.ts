import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test, vi } from 'vitest'
import { stockRoom } from '../bench/stock-room'
import { newVisitor } from '../start/testing/browser'
import { withClient } from '../start/testing/database'
import { ofShop } from '../start/testing/journey-shop'
import { faultsOf, overflowOf } from './access'
import { register, signIn as signInShopper } from './member'
import { fillContact, fillDelivery, orderNumber } from './shopper'
import { enterAs, openAdmin } from './staff'

const slug = 'scoglio-sandal-black'
const narrowDark = { viewport: { width: 320, height: 720 }, colorScheme: 'dark' as const }

/** The draw is so many seconds from now; saved past the shop, so its pages are told by hand. */
const drawIn = (seconds: number) =>
  withClient(ofShop('databaseUrl'), async (client) => {
    await client.query(
      `UPDATE products SET launch_by = 'draw', launched_at = date_trunc('second', now()) + make_interval(secs => $2) WHERE slug = $1`,
      [slug, seconds],
    )
    await client.query(`SELECT pg_notify('molini_pages', $1)`, [`catalogue\nproduct:${slug}`])
  })

let before: string | undefined
beforeAll(() =>
  withClient(ofShop('databaseUrl'), async (client) => {
    const { rows } = await client.query<{ at: string }>(
      'SELECT launched_at::text AS at FROM products WHERE slug = $1',
      [slug],
    )
    before = rows[0]?.at
  }),
)
/** Other journeys find the shoe as it was. */
afterAll(() =>
  withClient(ofShop('databaseUrl'), async (client) => {
    await client.query('DELETE FROM draws WHERE product_id = (SELECT id FROM products WHERE slug = $1)', [
      slug,
    ])
    await client.query(`UPDATE products SET launch_by = 'first', launched_at = $2 WHERE slug = $1`, [
      slug,
      before,
    ])
    await client.query(`SELECT pg_notify('molini_pages', $1)`, [`catalogue\nproduct:${slug}`])
  }),
)

type Room = Awaited<ReturnType<typeof stockRoom>>

/** The address of the button in a mail, once it has left. */
const linkIn = (room: Room, recipient: string, template: string, path: RegExp): Promise<string> =>
  vi.waitFor(
    async () => {
      const [mail] = await room.one<{ text: string }>(
        `SELECT text FROM emails WHERE recipient = $1 AND template = $2 AND text IS NOT NULL ORDER BY created_at DESC LIMIT 1`,
        [recipient, template],
      )
      const link = path.exec(mail?.text ?? '')?.[0]
      if (!link) throw new Error(`no ${template} for ${recipient} yet`)
      return link
    },
    { timeout: 60_000, interval: 300 },
  )

async function pairsOf(room: Room): Promise<{ id: string; free: number }[]> {
  return room.one(
    `SELECT v.id, (l.on_hand - l.reserved)::int AS free FROM variants v JOIN products p ON p.id = v.product_id
      JOIN stock_levels l ON l.variant_id = v.id JOIN locations o ON o.id = l.location_id AND o.is_default
      WHERE p.slug = $1 AND v.deleted_at IS NULL ORDER BY l.on_hand - l.reserved DESC`,
    [slug],
  )
}

async function withoutFaults(page: Page): Promise<void> {
  expect(await faultsOf(page)).toEqual([])
  expect(await overflowOf(page)).toBe(0)
}

test('a guest enters a draw without JavaScript on a narrow phone in dark, says yes by the mailed link, is drawn and buys the pair', async () => {
  await drawIn(6 * 86_400)
  const room = await stockRoom(ofShop('databaseUrl'))
  const [size] = await pairsOf(room)
  if (!size || size.free === 0) throw new Error('the shoe of this test has no pair')
  const email = `drawn-${Date.now()}@example.org`
  const page = await (await newVisitor({ ...narrowDark, javaScriptEnabled: false })).newPage()
  await page.goto(`/p/${slug}`)
  await page.getByRole('heading', { name: /^Draw on .+ (CET|CEST|GMT\+[12])$/ }).waitFor()
  expect(await page.locator('add-to-bag, [data-add]').count()).toBe(0)
  await page.getByText('How anybody can check it').click()
  expect(await page.locator('.draw-code').innerText()).toMatch(/^[0-9a-f]{64}$/)
  expect(await overflowOf(page)).toBe(0)
  await page.getByLabel('Size (EU)').selectOption(size.id)
  await page.getByLabel('E-mail', { exact: true }).fill(email)
  await page.getByRole('button', { name: 'Enter the draw' }).click()
  await page.getByText('your entry counts once you confirm it there').waitFor()
  await page.goto(await linkIn(room, email, 'draw-confirm', /https?:\/\/\S+\/draw\?\S+token=[\w-]+/))
  await page.getByRole('button', { name: 'Yes, enter me' }).click()
  await page.getByText('You are in the draw.').waitFor()
  await drawIn(2)
  await page.goto(
    await linkIn(room, email, 'back-in-stock', /https?:\/\/\S+\/stock-alert\/held\?\S+token=[\w-]+/),
  )
  await page.getByRole('button', { name: 'Put it into my bag' }).click()
  await page.locator('.lines time').getByText('Held for you until').waitFor()
  await page.goto('/checkout')
  await fillContact(page)
  await fillDelivery(page, { hasScript: false })
  await page.getByRole('radio', { name: /Bank transfer/ }).check()
  await page.getByRole('button', { name: 'Order with obligation to pay' }).click()
  await orderNumber(page)
  expect(await room.faults()).toEqual([])
  await room.close()
})

test('a shopper finds the draws they have entered in their account, leaves one and enters it again, without JavaScript; a draw is then an alert, once', async () => {
  const room = await stockRoom(ofShop('databaseUrl'))
  for (const table of ['draw_entries', 'draws'])
    await room.one(`DELETE FROM ${table} WHERE product_id = (SELECT id FROM products WHERE slug = $1)`, [
      slug,
    ])
  await drawIn(6 * 86_400)
  const [size] = await pairsOf(room)
  if (!size) throw new Error('the shoe of this test has no size')
  const page = await (await newVisitor({ ...narrowDark, javaScriptEnabled: false })).newPage()
  const email = await register(page)
  await signInShopper(page, email)
  await room.one('UPDATE customers SET verified_at = now() WHERE email = $1', [email])
  const enter = async () => {
    await page.goto(`/p/${slug}`)
    await page.getByLabel('Size (EU)').selectOption(size.id)
    await page.getByLabel('E-mail', { exact: true }).fill(email)
    await page.getByRole('button', { name: 'Enter the draw' }).click()
    await page.getByText('You are in the draw.').waitFor()
  }
  await enter()
  await page.goto('/account/alerts')
  const draws = page.getByRole('region', { name: 'Draws' })
  await draws.getByText(/^Draw on .+ (CET|CEST|GMT\+[12])$/).waitFor()
  await draws.getByText('You are in the draw.').waitFor()
  expect(await overflowOf(page)).toBe(0)
  await draws.getByRole('button', { name: /^Leave the draw/ }).click()
  await page.getByText('You have left the draw.').waitFor()
  expect(await draws.count()).toBe(0)
  await enter()
  for (const [path, name] of [
    ['/it/account/alerts', 'Sorteggi'],
    ['/de/account/alerts', 'Verlosungen'],
  ] as const) {
    await page.goto(path)
    await page.getByRole('region', { name }).waitFor()
    expect(await overflowOf(page)).toBe(0)
  }
  const seeing = await (await newVisitor(narrowDark)).newPage()
  await signInShopper(seeing, email)
  await seeing.goto('/account/alerts')
  await withoutFaults(seeing)
  await drawIn(1)
  await vi.waitFor(
    async () => {
      await page.goto('/account/alerts')
      if ((await draws.count()) > 0) throw new Error('not drawn yet')
    },
    { timeout: 60_000, interval: 300 },
  )
  expect(await page.locator('.orders > li').count()).toBe(1)
  expect(await room.faults()).toEqual([])
  await room.close()
})

test('pages of a draw have no fault by axe, before it and after it, and staff see how it went', async () => {
  const page = await (await newVisitor(narrowDark)).newPage()
  await page.goto(`/p/${slug}`)
  await page.getByText(/^Drawn from/).click()
  expect(await page.locator('.draw-code').first().innerText()).toMatch(/^[0-9a-f]{64}$/)
  await withoutFaults(page)
  await page.goto('/draw?done=asked')
  await withoutFaults(page)
  const [product] = await withClient(
    ofShop('databaseUrl'),
    async (client) =>
      (await client.query<{ id: string }>('SELECT id FROM products WHERE slug = $1', [slug])).rows,
  )
  const desk = await (await newVisitor({ viewport: { width: 1440, height: 1000 } })).newPage()
  await enterAs(desk, inject('owner'))
  await openAdmin(desk, `/admin/collections/products/${product?.id}`)
  await desk.getByRole('heading', { name: 'Draw', exact: true }).waitFor()
  await desk.getByText(/^Made from \d+ entr(y|ies) at/).waitFor()
})
