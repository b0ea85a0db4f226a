import { randomBytes, randomUUID } from 'node:crypto'
import { sql } from '@payloadcms/db-postgres'
import fc from 'fast-check'
import { afterEach, expect, test } from 'vitest'
import { getTestRequest } from '../start/testing/payload'
import {
  addLine,
  clearCode,
  countOf,
  createCart,
  mergeCart,
  readCart,
  readCheckoutDraft,
  saveCheckoutDraft,
  setCode,
} from './cart'
import { ledgerProblems } from './ledger-problems'
import { shippingOptions } from './shipping-options'
import { steps } from './testing/cart-model'
import { checkoutOf, makeProduct } from './testing/shop-rows'
import { rowsOf } from './transaction'

afterEach(async () => {
  expect(await ledgerProblems(await getTestRequest())).toEqual([])
})

async function shopped({ stock = [5, 5], price = 12_900, market = 'eu' as 'eu' | 'uk' } = {}) {
  const req = await getTestRequest()
  const product = await makeProduct(req, { stock, price })
  const { token } = await createCart(req, { market })
  const add = async (index: number, quantity: number) =>
    addLine(await getTestRequest(), token, { variantId: product.variants[index]?.id ?? '', quantity })
  return { req, product, token, add }
}

test('a cart behaves as the simple thing it is, whatever is done to it', async () => {
  await fc.assert(
    fc.asyncProperty(steps(3), async (commands) => {
      const { product, token } = await shopped({ stock: [3, 12, 25], price: 9_900 })
      const real = { req: getTestRequest, token, variants: product.variants.map(({ id }) => id) }
      const model = { lines: new Map<number, number>(), stock: [3, 12, 25], price: 9_900, isBought: false }
      await fc.asyncModelRun(() => ({ model, real }), commands)
    }),
    { numRuns: 40 },
  )
})

test('a line shows what is bought: size, colour, price in the market of the cart', async () => {
  const { add, product } = await shopped({ market: 'uk' })
  const cart = await add(1, 2)
  expect(cart).toMatchObject({ market: 'uk', currency: 'GBP', count: 2 })
  expect(cart.lines[0]).toMatchObject({
    sku: product.variants[1]?.sku,
    size: '37',
    colour: 'Black',
    slug: product.slug,
    total: { amount: 25_800, currency: 'GBP' },
  })
})

test('the shop keeps no token, only its hash', async () => {
  const { req, token } = await shopped()
  const rows = await rowsOf(req, sql`SELECT 1 FROM carts WHERE secret_hash = ${token}`)
  expect(rows).toEqual([])
  expect(Buffer.from(token, 'base64url')).toHaveLength(32)
})

test('a token nobody was given opens nothing', async () => {
  const req = await getTestRequest()
  const strange = randomBytes(32).toString('base64url')
  await expect(readCart(req, strange)).rejects.toThrow('cart.not-found')
  await expect(addLine(req, strange, { variantId: randomUUID(), quantity: 1 })).rejects.toThrow(
    'cart.not-found',
  )
  expect(await countOf(req, strange)).toBe(0)
})

test('drafts, trashed sizes and products without a price here are not for sale', async () => {
  const { req, product, add } = await shopped()
  const refused = async () => expect(add(0, 1)).rejects.toThrow('variant.not-found')
  await rowsOf(req, sql`UPDATE products SET _status = 'draft' WHERE id = ${product.id}`)
  await refused()
  await rowsOf(
    req,
    sql`UPDATE products SET _status = 'published', price_in_e_u_r_enabled = false WHERE id = ${product.id}`,
  )
  await refused()
  await rowsOf(req, sql`UPDATE products SET price_in_e_u_r_enabled = true WHERE id = ${product.id}`)
  await rowsOf(req, sql`UPDATE variants SET deleted_at = now() WHERE product_id = ${product.id}`)
  await refused()
  await expect(addLine(req, 'x', { variantId: 'nonsense', quantity: 1 })).rejects.toThrow('variant.not-found')
})

test('a size with a price of its own costs that', async () => {
  const { req, product, add } = await shopped()
  await rowsOf(
    req,
    sql`UPDATE variants SET price_in_e_u_r_enabled = true, price_in_e_u_r = 15000 WHERE id = ${product.variants[0]?.id}`,
  )
  expect((await add(0, 1)).lines[0]?.unitPrice.amount).toBe(15_000)
})

test.each([0, -1, 1.5, 21, 1e9, Number.NaN])('%s pairs are refused', async (quantity) => {
  const { add } = await shopped()
  await expect(add(0, quantity)).rejects.toThrow('validation.failed')
})

test('what was filled in at checkout is kept, and its shipping counts', async () => {
  const { req, token, add } = await shopped()
  await add(0, 1)
  const { email, shippingAddress } = checkoutOf()
  await saveCheckoutDraft(req, token, {
    email,
    shippingAddress,
    shippingOption: 'express',
    paymentMethod: 'x'.repeat(400),
  })
  expect(await readCheckoutDraft(req, token)).toEqual({ email, shippingAddress, shippingOption: 'express' })
  expect((await readCart(req, token)).totals).toMatchObject({
    shipping: { amount: 1_190 },
    total: { amount: 14_090 },
  })
})

test('going on to checkout says yes to a changed price', async () => {
  const { req, token, add, product } = await shopped()
  await add(0, 1)
  await rowsOf(req, sql`UPDATE products SET price_in_e_u_r = 13000 WHERE id = ${product.id}`)
  expect((await readCart(req, token)).lines[0]?.problem?.code).toBe('price-changed')
  await saveCheckoutDraft(req, token, {})
  expect((await readCart(req, token)).lines[0]?.problem).toBeUndefined()
})

test('shipping is offered where the market delivers, free from its threshold', async () => {
  const { req, token, add } = await shopped()
  await add(0, 1)
  const offered = async (country: string) =>
    (await shippingOptions(req, token, { country })).map(({ id, price }) => [id, price.amount])
  expect(await offered('IT')).toEqual([
    ['standard', 590],
    ['express', 1_190],
  ])
  expect(await offered('US')).toEqual([])
  expect(await offered('XX')).toEqual([])
  await add(0, 1)
  expect(await offered('IT')).toEqual([
    ['standard', 0],
    ['express', 1_190],
  ])
})

test('at sign-in the carts of a customer become one', async () => {
  const { req, token, add, product } = await shopped()
  const [customer] = await rowsOf<{ id: string }>(
    req,
    sql`INSERT INTO customers (email) VALUES (${`${randomUUID()}@example.com`}) RETURNING id`,
  )
  const customerId = customer?.id ?? ''
  const older = await createCart(req, { customerId })
  await addLine(req, older.token, { variantId: product.variants[0]?.id ?? '', quantity: 3 })
  await addLine(req, older.token, { variantId: product.variants[1]?.id ?? '', quantity: 1 })
  await add(0, 2)
  const merged = await mergeCart(req, token, customerId)
  expect(merged.lines.map((line) => line.quantity)).toEqual([5, 1])
  await expect(readCart(req, older.token)).rejects.toThrow('cart.not-found')
  expect((await mergeCart(req, token, customerId)).count).toBe(6)
})

test('a code that nobody gave out is refused, and forgetting one is always possible', async () => {
  const { req, token } = await shopped()
  await expect(setCode(req, token, 'SUMMER')).rejects.toMatchObject({
    code: 'promotion.not-applicable',
    status: 422,
  })
  expect((await clearCode(req, token)).code).toBeUndefined()
})
