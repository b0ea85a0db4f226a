import { randomUUID } from 'node:crypto'
import { expect, onTestFinished, test } from 'vitest'
import type { ProductView, VariantView } from '#domain/views'
import { stockRoom } from '../bench/stock-room'
import { newVisitor, onPhone } from '../start/testing/browser'
import { ofShop } from '../start/testing/journey-shop'
import { findSizes, orderByApi } from './shopper'
import { staffRest } from './staff'

async function openRoom() {
  const room = await stockRoom(ofShop('databaseUrl'))
  onTestFinished(() => room.close())
  return {
    ...room,
    pairsOf: async (variant: string) =>
      (
        await room.one<{ onHand: number; reserved: number }>(
          'SELECT on_hand::int AS "onHand", reserved::int AS reserved FROM stock_levels WHERE variant_id = $1',
          [variant],
        )
      )[0] ?? { onHand: 0, reserved: 0 },
    /** The text of a mail as it lies in the mailbox of the shop, once it is written. */
    mailTo: async (recipient: string, template: string): Promise<string> => {
      const read = async () =>
        (
          await room.one<{ html: string }>(
            `SELECT html FROM emails WHERE recipient = $1 AND template = $2 AND html IS NOT NULL AND status IN ('sent', 'captured')`,
            [recipient, template],
          )
        )[0]?.html
      await expect.poll(read, { timeout: 30_000 }).toBeDefined()
      return (await read()) ?? ''
    },
  }
}

/** A product with two sizes in stock. */
async function twoSizes(): Promise<[VariantView, VariantView]> {
  for (const { slug } of await findSizes(20)) {
    const answer = await fetch(`${ofShop('shopUrl')}/api/store/products/${slug}`)
    const { product } = (await answer.json()) as { product: ProductView }
    const [one, other] = product.variants.filter(
      ({ available, price }) => available >= 3 && price.amount === product.price.amount,
    )
    if (one && other) return [one, other]
  }
  throw new Error('The demo shop has no product with two sizes in stock')
}

test('a guest exchanges a pair for another size from the order page, on a phone; both pairs end in the right place', async () => {
  const [bought, wanted] = await twoSizes()
  const room = await openRoom()
  const before = { bought: await room.pairsOf(bought.id), wanted: await room.pairsOf(wanted.id) }
  const order = await orderByApi(bought.id, 1)
  const rest = await staffRest()
  await rest(`/orders/${order.id}/capture`)
  await rest(`/orders/${order.id}/ship`, { carrier: 'BRT', trackingNumber: 'T-1' })

  const page = await (await newVisitor(onPhone())).newPage()
  await page.goto(order.link)
  await page.getByRole('link', { name: 'Return or exchange' }).click()
  await page.getByLabel('Why').selectOption('too-small')
  await page.getByLabel('What instead').selectOption(wanted.id)
  await page.getByRole('button', { name: 'Send the return' }).click()
  await page.getByText('Your return is with us').waitFor()
  const text = (await page.locator('main').textContent()) ?? ''
  expect(text).toContain(`→ EU ${wanted.size}`)
  expect(text).toMatch(/your new pair is order M-\d+/)
  expect(await room.pairsOf(wanted.id)).toEqual({
    ...before.wanted,
    reserved: before.wanted.reserved + 1,
  })

  const [found] = await room.one<{ id: string; exchange: string }>(
    'SELECT r.id, o.id AS exchange FROM returns r JOIN orders o ON o.exchange_of_id = r.id WHERE r.order_id = $1',
    [order.id],
  )
  await rest(`/returns/${found?.id}/approve`)
  await page.reload()
  await page.getByText('Please send it').waitFor()
  await rest(`/returns/${found?.id}/receive`)
  await rest(`/returns/${found?.id}/inspect`, {
    lines: [{ lineId: order.lines[0]?.id, restock: 1, writeOff: 0 }],
  })
  await rest(`/orders/${found?.exchange}/ship`)
  expect(await room.pairsOf(bought.id)).toEqual(before.bought)
  expect(await room.pairsOf(wanted.id)).toEqual({ ...before.wanted, onHand: before.wanted.onHand - 1 })
  expect(await room.faults()).toEqual([])
})

test('a guest withdraws in two steps from the link in a mail, without JavaScript, and has the receipt in the mailbox', async () => {
  const [find] = await findSizes(1)
  if (!find) throw new Error('nothing to buy')
  const room = await openRoom()
  const before = await room.pairsOf(find.variant.id)
  const email = `ada-${randomUUID().slice(0, 8)}@example.org`
  const order = await orderByApi(find.variant.id, 2, { email })
  const page = await (await newVisitor({ javaScriptEnabled: false })).newPage()

  await page.goto('/withdraw')
  await page.getByLabel('Order number').fill(order.number)
  await page.getByLabel('E-mail').fill(email)
  await page.getByRole('button', { name: 'Withdraw from contract here' }).click()
  await page.getByText('If there is such an order, a link is on its way to you').waitFor()
  const link = /href="[^"]*(\/o\/M-\d+\/[^"]+)"/.exec(await room.mailTo(email, 'withdrawal-link'))?.[1] ?? ''
  await page.goto(link.replaceAll('&amp;', '&'))
  await page.getByRole('button', { name: 'Withdraw from contract here' }).first().click()
  expect(await page.locator('main').textContent()).toContain('I withdraw from the contract for order')
  expect(await room.pairsOf(find.variant.id)).toEqual({ ...before, reserved: before.reserved + 2 })
  await page.getByRole('button', { name: 'Confirm withdrawal' }).click()
  await page.getByRole('heading', { name: 'Your withdrawal has been received' }).waitFor()
  const said = (await page.locator('main').textContent()) ?? ''
  const [number] = /W-\d+/.exec(said) ?? []
  expect(said).toMatch(/\d{1,2}:\d\d:\d\d/)

  const receipt = await room.mailTo(email, 'withdrawal-received')
  for (const part of [number ?? 'no number', order.number, 'Ada Rossi', find.title])
    expect(receipt).toContain(part)
  expect(receipt).toMatch(/\d{1,2}:\d\d:\d\d/)
  expect(await room.pairsOf(find.variant.id)).toEqual(before)
  expect(await room.faults()).toEqual([])
})

test('a guest orders the same again from the order page, without JavaScript', async () => {
  const [find] = await findSizes(1)
  if (!find) throw new Error('nothing to buy')
  const order = await orderByApi(find.variant.id, 1)
  const page = await (await newVisitor({ javaScriptEnabled: false })).newPage()
  await page.goto(order.link)
  await page.getByRole('button', { name: 'Order again' }).click()
  await page.waitForURL(/\/cart\?/)
  await page.getByText('All of that order is in your bag').waitFor()
  expect(await page.locator('main').textContent()).toContain(find.title)
})
