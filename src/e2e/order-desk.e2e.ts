import { expect, inject, test } from 'vitest'
import { stockRoom } from '../bench/stock-room'
import { newVisitor } from '../start/testing/browser'
import { ofShop } from '../start/testing/journey-shop'
import { findSizes, orderByApi } from './shopper'
import { enterAs, openAdmin, signIn } from './staff'

const pairsOf = async (room: Awaited<ReturnType<typeof stockRoom>>, variant: string) =>
  (
    await room.one<{ on_hand: number; reserved: number }>(
      'SELECT on_hand::int, reserved::int FROM stock_levels WHERE variant_id = $1',
      [variant],
    )
  )[0]

test('the order desk takes the money, ships the pairs, and the ledger agrees', async () => {
  const [find] = await findSizes(1, 4)
  if (!find) throw new Error('nothing to buy')
  const room = await stockRoom(ofShop('databaseUrl'))
  const before = await pairsOf(room, find.variant.id)
  const order = await orderByApi(find.variant.id, 2)
  expect(await pairsOf(room, find.variant.id)).toEqual({
    on_hand: before?.on_hand,
    reserved: (before?.reserved ?? 0) + 2,
  })

  const page = await (await newVisitor({ viewport: { width: 1440, height: 1000 } })).newPage()
  await signIn(page, inject('owner'))
  await openAdmin(page, '/admin/collections/orders')
  await page.getByRole('link', { name: order.number }).click()
  await page.waitForURL(`**/orders/${order.id}`)
  await page.getByRole('button', { name: 'Take payment' }).click()
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^Take / })
    .click()
  await page.getByText('Paid', { exact: true }).first().waitFor()
  await page.getByRole('button', { name: 'Ship', exact: true }).click()
  await page.getByRole('dialog').getByLabel('Tracking number').fill('TRACK-1')
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^Ship 2 pairs/ })
    .click()
  await page.getByText('TRACK-1').first().waitFor()

  expect(await pairsOf(room, find.variant.id)).toEqual({
    on_hand: (before?.on_hand ?? 0) - 2,
    reserved: before?.reserved,
  })
  const [stored] = await room.one<{ payment_status: string; fulfilment_status: string }>(
    'SELECT payment_status, fulfilment_status FROM orders WHERE number = $1',
    [order.number],
  )
  expect(stored).toEqual({ payment_status: 'paid', fulfilment_status: 'fulfilled' })
  const mails = await room.one<{ template: string }>(
    "SELECT template FROM emails WHERE entity LIKE $1 || '%' ORDER BY template",
    [order.number],
  )
  expect(mails.map(({ template }) => template)).toEqual(['order-placed', 'order-shipped', 'payment-received'])
  expect(await room.faults()).toEqual([])
  await room.close()
})

test('an unpaid order ships in two parcels, each only with a reason, and its money is taken afterwards', async () => {
  const [find] = await findSizes(1, 4)
  if (!find) throw new Error('nothing to buy')
  const room = await stockRoom(ofShop('databaseUrl'))
  const before = await pairsOf(room, find.variant.id)
  const order = await orderByApi(find.variant.id, 2)
  const page = await (await newVisitor({ viewport: { width: 1440, height: 1000 } })).newPage()
  await enterAs(page, inject('owner'))
  await openAdmin(page, `/admin/collections/orders/${order.id}`)
  const dialog = page.getByRole('dialog')

  await page.getByRole('button', { name: 'Ship', exact: true }).click()
  await dialog.getByLabel(/^Pairs of /).fill('1')
  await dialog.getByRole('button', { name: 'Ship 1 pair' }).click()
  expect(await dialog.getByRole('alert').textContent()).toContain('Say why the parcel leaves all the same')
  expect((await pairsOf(room, find.variant.id))?.on_hand).toBe(before?.on_hand)
  await dialog.getByLabel('Reason to ship unpaid').fill('The manager knows the customer')
  await dialog.getByLabel('Tracking number').fill('PART-1')
  await dialog.getByRole('button', { name: 'Ship 1 pair' }).click()
  await page.getByText('Partly shipped', { exact: true }).first().waitFor()
  await page.getByText('PART-1').first().waitFor()
  expect(await pairsOf(room, find.variant.id)).toEqual({
    on_hand: (before?.on_hand ?? 0) - 1,
    reserved: (before?.reserved ?? 0) + 1,
  })
  await page.getByText('The manager knows the customer').first().waitFor()

  await page.getByRole('button', { name: 'Ship', exact: true }).click()
  await dialog.getByLabel('Reason to ship unpaid').fill('The rest of it')
  await dialog.getByRole('button', { name: 'Ship 1 pair' }).click()
  await page.getByText('Shipped', { exact: true }).first().waitFor()
  await page.getByRole('button', { name: 'Take payment' }).click()
  await dialog.getByRole('button', { name: /^Take / }).click()
  await page.getByText('Paid', { exact: true }).first().waitFor()

  expect(await pairsOf(room, find.variant.id)).toEqual({
    on_hand: (before?.on_hand ?? 0) - 2,
    reserved: before?.reserved,
  })
  const reasons = await room.one<{ reason: string }>(
    "SELECT reason FROM audit_entries WHERE action = 'order.ship' AND entity_id = $1 ORDER BY seq",
    [order.id],
  )
  expect(reasons.map(({ reason }) => reason)).toEqual(['The manager knows the customer', 'The rest of it'])
  expect(await room.faults()).toEqual([])
  await room.close()
})
