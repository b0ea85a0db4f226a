import { randomUUID } from 'node:crypto'
import { sql } from '@payloadcms/db-postgres'
import { expect, test } from 'vitest'
import type { CartView, CheckoutAnswer } from '#domain/views'
import { saveCheckoutDraft } from '#services/cart'
import { captureOrder } from '#services/capture-order'
import { issueInvoice } from '#services/issue-invoice'
import { paperById } from '#services/read-papers'
import { shipOrder } from '#services/ship-order'
import { rowsOf } from '#services/transaction'
import { fillLegal } from '../../../services/testing/legal'
import { checkoutOf, makeProduct } from '../../../services/testing/shop-rows'
import { getTestRequest } from '../../../start/testing/payload'
import { callStore } from '../_http/testing/call-store'

interface InCart {
  cart: CartView
}

async function cartWithPair(): Promise<string> {
  const { variants } = await makeProduct(await getTestRequest(), { stock: [5] })
  const cart = (await callStore<{ token: string }>('/carts', { body: {} })).body.token
  await callStore('/carts/current/lines', { cart, body: { variantId: variants[0]?.id ?? '', quantity: 1 } })
  return cart
}

const put = (cart: string | undefined, body: object) =>
  callStore<InCart & { code: string }>('/carts/current/gift-note', { method: 'PUT', cart, body })
const noteOf = async (cart: string) =>
  (await callStore<InCart>('/carts/current', { cart })).body.cart.giftNote

test('a note is kept, tidied, replaced and taken away', async () => {
  const cart = await cartWithPair()
  expect((await put(cart, { giftNote: ' Cara Ada,\r\nauguri! ' })).body.cart.giftNote).toBe(
    'Cara Ada,\nauguri!',
  )
  await put(cart, { giftNote: 'Only this' })
  expect(await noteOf(cart)).toBe('Only this')
  await callStore('/carts/current/gift-note', { method: 'DELETE', cart })
  expect(await noteOf(cart)).toBeUndefined()
})

test.each([
  ['a'.repeat(301), 'validation.failed'],
  ['bell\u0007', 'validation.failed'],
  [7, 'validation.failed'],
  [undefined, 'validation.failed'],
])('what is not a note is refused and changes nothing: %#', async (giftNote, code) => {
  const cart = await cartWithPair()
  await put(cart, { giftNote: 'First' })
  expect(await put(cart, { giftNote })).toMatchObject({ status: 422, body: { code } })
  expect(await noteOf(cart)).toBe('First')
})

test('without a cart there is nothing to write on', async () => {
  expect(await put(undefined, { giftNote: 'x' })).toMatchObject({
    status: 404,
    body: { code: 'cart.not-found' },
  })
})

test('a step of the checkout keeps the note, and the order has it; its paper has it, its invoice has not', async () => {
  const req = await getTestRequest()
  await fillLegal(req)
  const cart = await cartWithPair()
  const giftNote = `For Ada ${randomUUID()}`
  await put(cart, { giftNote })
  await saveCheckoutDraft(req, cart, { email: 'ada@example.com' })
  expect(await noteOf(cart)).toBe(giftNote)
  const { body } = await callStore<CheckoutAnswer>('/checkout', {
    cart,
    body: checkoutOf(),
    headers: { 'Idempotency-Key': randomUUID() },
  })
  const { order } = body
  expect(order.giftNote).toBe(giftNote)
  const kept = await rowsOf(req, sql`SELECT gift_note AS note FROM orders WHERE id = ${order.id}`)
  expect(kept).toEqual([{ note: giftNote }])
  expect(
    await rowsOf(req, sql`SELECT 1 FROM carts WHERE order_id = ${order.id} AND draft IS NOT NULL`),
  ).toEqual([])
  await captureOrder(req, { orderId: order.id })
  await shipOrder(req, { orderId: order.id, lines: [{ lineId: order.lines[0]?.id ?? '', quantity: 1 }] })
  await issueInvoice(req, order.id)
  const idOf = async (query: ReturnType<typeof sql>) =>
    (await rowsOf<{ id: string }>(req, query))[0]?.id ?? ''
  const shipment = await idOf(sql`SELECT id FROM shipments WHERE order_id = ${order.id}`)
  const invoice = await idOf(sql`SELECT id FROM invoices WHERE order_id = ${order.id}`)
  expect((await paperById(req, 'packing-slip', shipment)).content).toMatchObject({ giftNote })
  expect(JSON.stringify(await paperById(req, 'invoice', invoice))).not.toContain(giftNote)
  expect(await put(cart, { giftNote: 'late' })).toMatchObject({ status: 409, body: { code: 'cart.bought' } })
})

test('the form works without script and says where the words stand', async () => {
  const cart = await cartWithPair()
  const send = async (form: Record<string, string>) => {
    const answer = await callStore('/forms/gift-note', { form, cookie: `molini-cart=${cart}` })
    return [answer.status, answer.headers.get('location')]
  }
  expect(await send({ giftNote: 'Auguri\r\nAda', at: 'checkout' })).toEqual([303, '/checkout?done=changed'])
  expect(await noteOf(cart)).toBe('Auguri\nAda')
  const [status, refusedTo] = await send({ giftNote: 'a'.repeat(301) })
  expect(status).toBe(303)
  expect(refusedTo).toMatch(/^\/cart\?.*about=gift-note/)
  expect(await noteOf(cart)).toBe('Auguri\nAda')
  expect(await send({ clear: '1', giftNote: 'still there' })).toEqual([303, '/cart?done=changed'])
  expect(await noteOf(cart)).toBeUndefined()
})
