import { randomUUID } from 'node:crypto'
import { sql } from '@payloadcms/db-postgres'
import { expect, test } from 'vitest'
import { getTestPayload, getTestRequest } from '../start/testing/payload'
import { cancelOrder } from './cancel-order'
import { addLine, clearCode, createCart, readCart, setCode } from './cart'
import { expireReservations } from './expire-reservations'
import { ledgerProblems } from './ledger-problems'
import { placeOrder } from './place-order'
import { shippingOptions } from './shipping-options'
import { atOnce } from './testing/at-once'
import { makeCode, makePromotion } from './testing/promotion-rows'
import { checkoutOf, makeProduct } from './testing/shop-rows'
import { rowsOf } from './transaction'

/** A cart with pairs of a product of its own. */
async function cartWith(quantity: number, { stock = 20, price = 10_000 } = {}) {
  const req = await getTestRequest()
  const product = await makeProduct(req, { stock: [stock], price })
  const variantId = product.variants[0]?.id ?? ''
  const { token } = await createCart(req, {})
  await addLine(req, token, { variantId, quantity })
  return { req, product, variantId, token }
}

const buy = async (token: string, changes = {}) =>
  placeOrder(await getTestRequest(), { token, key: randomUUID(), input: checkoutOf(changes) })

const netUses = async (promotionId: string) => {
  const [row] = await rowsOf<{ uses: number; amount: number; rows: number }>(
    await getTestRequest(),
    sql`SELECT coalesce(sum(uses), 0)::float8 AS uses, coalesce(sum(amount), 0)::float8 AS amount, count(*)::float8 AS rows
      FROM redemptions WHERE promotion_id = ${promotionId}`,
  )
  return row
}

const emailOf = () => `${randomUUID()}@example.com`

test('a code takes its share off, line by line and in the totals, and the order keeps it', async () => {
  const { req, token, variantId } = await cartWith(3, { price: 3_333 })
  const { id, code } = await makePromotion(req)
  const cart = await setCode(req, token, ` ${code.toLowerCase()} `)
  expect(cart).toMatchObject({
    code,
    lines: [{ discount: { amount: 1_000 }, total: { amount: 8_999 } }],
    totals: { subtotal: { amount: 9_999 }, discount: { amount: 1_000 }, total: { amount: 8_999 } },
    promotions: [{ code, effect: 'percent', discount: { amount: 1_000 } }],
  })
  expect(cart.codeProblem).toBeUndefined()
  const { order } = await buy(token, { email: emailOf() })
  expect(order).toMatchObject({
    code,
    lines: [{ variantId, quantity: 3, gifts: 0, discount: { amount: 1_000 }, total: { amount: 8_999 } }],
    totals: { discount: { amount: 1_000 }, total: { amount: 8_999 + 590 } },
  })
  expect(await netUses(id)).toEqual({ uses: 1, amount: 1_000, rows: 1 })
  expect(await ledgerProblems(req)).toEqual([])
})

test('a code that does nothing says why and leaves the cart as it was', async () => {
  const { req, token } = await cartWith(1)
  const good = await makePromotion(req)
  await setCode(req, token, good.code)
  const dear = await makePromotion(req, { min_value_eur: 15_000 })
  await expect(setCode(req, token, dear.code)).rejects.toMatchObject({
    code: 'promotion.not-applicable',
    details: { reason: 'minimum-value', missing: { amount: 5_000, currency: 'EUR' } },
  })
  for (const code of ['NOBODY-KNOWS', 'x', "'; DROP TABLE", ''])
    await expect(setCode(req, token, code)).rejects.toMatchObject({ details: { reason: 'unknown' } })
  expect((await readCart(req, token)).code).toBe(good.code)
  expect((await clearCode(req, token)).totals.discount.amount).toBe(0)
})

test('a code that comes to nothing later stays, says why, and is refused at checkout', async () => {
  const { req, token } = await cartWith(1)
  const { id, code } = await makePromotion(req)
  await setCode(req, token, code)
  await rowsOf(req, sql`UPDATE promotions SET ends_at = now() - interval '1 second' WHERE id = ${id}`)
  expect(await readCart(req, token)).toMatchObject({ code, codeProblem: { reason: 'ended' } })
  await expect(buy(token)).rejects.toMatchObject({
    code: 'promotion.not-applicable',
    details: { reason: 'ended' },
  })
})

test('free delivery shows in the ways to send and in the order', async () => {
  const { req, token } = await cartWith(1)
  const { id, code } = await makePromotion(req, { effect: 'free-shipping', percent: null })
  await setCode(req, token, code)
  expect(await shippingOptions(req, token, { country: 'IT' })).toMatchObject([
    { id: 'standard', price: { amount: 0 }, regularPrice: { amount: 590 } },
    { id: 'express', price: { amount: 0 }, regularPrice: { amount: 1_190 } },
  ])
  const { order } = await buy(token, { email: emailOf(), shippingOption: 'express' })
  expect(order.totals).toMatchObject({ shipping: { amount: 0 }, total: { amount: 10_000 } })
  expect(order.promotions).toMatchObject([{ code, shipping: { amount: 1_190 } }])
  expect(await netUses(id)).toMatchObject({ uses: 1, amount: 1_190 })
})

test('a gift is a line that costs nothing and takes its pair off the shelf', async () => {
  const { req, token } = await cartWith(1)
  const gift = await makeProduct(req, { stock: [1], price: 2_000 })
  const giftId = gift.variants[0]?.id ?? ''
  const { code } = await makePromotion(req, { effect: 'gift', percent: null, gift_id: giftId })
  const cart = await setCode(req, token, code)
  expect(cart.gifts).toMatchObject([{ variantId: giftId, quantity: 1 }])
  expect(cart.totals.total.amount).toBe(10_000)
  const { order } = await buy(token, { email: emailOf() })
  expect(order.lines).toMatchObject([
    { quantity: 1, gifts: 0, total: { amount: 10_000 } },
    { variantId: giftId, quantity: 1, gifts: 1, unitPrice: { amount: 0 }, total: { amount: 0 } },
  ])
  const other = await cartWith(1)
  await expect(setCode(other.req, other.token, code)).rejects.toMatchObject({
    details: { reason: 'gift-unavailable' },
  })
  expect(await ledgerProblems(req)).toEqual([])
})

test('a gift of what is bought too joins its line', async () => {
  const { req, token, variantId } = await cartWith(1, { stock: 2 })
  const { code } = await makePromotion(req, { effect: 'gift', percent: null, gift_id: variantId })
  await setCode(req, token, code)
  const { order } = await buy(token, { email: emailOf() })
  expect(order.lines).toMatchObject([
    { variantId, quantity: 2, gifts: 1, discount: { amount: 10_000 }, total: { amount: 10_000 } },
  ])
  expect(order.totals.total.amount).toBe(10_590)
  expect(await ledgerProblems(req)).toEqual([])
})

test('the price of a line is told step by step, in the cart and for the order desk', async () => {
  const { req, token } = await cartWith(2)
  const { id, code } = await makePromotion(req, { percent: 12.5 })
  await setCode(req, token, code)
  const { explanation } = await readCart(req, token, { explain: true })
  expect(explanation?.lines).toMatchObject([
    {
      steps: [
        { kind: 'price', pairs: 2, unitPrice: { amount: 10_000 }, left: { amount: 20_000 } },
        { kind: 'percent', promotionId: id, amount: { amount: -2_500 }, left: { amount: 17_500 } },
      ],
    },
  ])
  const { order } = await buy(token, { email: emailOf() })
  const [row] = await rowsOf<{
    explanation: { lines: { lineId: string; steps: unknown[] }[]; shipping: unknown[] }
  }>(req, sql`SELECT explanation FROM orders WHERE id = ${order.id}`)
  expect(row?.explanation.lines[0]).toMatchObject({
    lineId: order.lines[0]?.id,
    steps: [{}, { promotionId: id }],
  })
  expect(row?.explanation.shipping).toMatchObject([{ kind: 'shipping', rule: 'Standard' }])
})

test('a category holds what lies below it, a brand and a first order are kept to', async () => {
  const { req, token, product } = await cartWith(1)
  const mark = randomUUID().slice(0, 8)
  const [{ id: parent = '' } = {}] = await rowsOf<{ id: string }>(
    req,
    sql`INSERT INTO categories (slug) VALUES (${`p-${mark}`}) RETURNING id`,
  )
  const [{ id: child = '' } = {}] = await rowsOf<{ id: string }>(
    req,
    sql`INSERT INTO categories (slug, parent_id) VALUES (${`c-${mark}`}, ${parent}) RETURNING id`,
  )
  const [{ id: style = '' } = {}] = await rowsOf<{ id: string }>(
    req,
    sql`INSERT INTO styles (name, slug) VALUES ('Style', ${`s-${mark}`}) RETURNING id`,
  )
  await rowsOf(
    req,
    sql`INSERT INTO styles_rels ("order", parent_id, path, categories_id) VALUES (1, ${style}, 'categories', ${child})`,
  )
  const { id, code } = await makePromotion(req, { first_order: true })
  await rowsOf(
    req,
    sql`INSERT INTO promotions_rels ("order", parent_id, path, categories_id) VALUES (1, ${id}, 'categories', ${parent})`,
  )
  await expect(setCode(req, token, code)).rejects.toMatchObject({
    details: { reason: 'no-matching-products' },
  })
  await rowsOf(req, sql`UPDATE products SET style_id = ${style} WHERE id = ${product.id}`)
  expect((await setCode(req, token, code)).totals.discount.amount).toBe(1_000)
  const email = emailOf()
  await buy(token, { email })
  const second = await createCart(req, {})
  await addLine(req, second.token, { variantId: product.variants[0]?.id ?? '', quantity: 1 })
  await setCode(req, second.token, code)
  await expect(buy(second.token, { email: email.toUpperCase() })).rejects.toMatchObject({
    details: { reason: 'first-order' },
  })
})

test('the limit of a customer counts by mailbox, whatever its tag and case', async () => {
  const first = await cartWith(1)
  const { code } = await makePromotion(first.req, { max_per_customer: 1 })
  await setCode(first.req, first.token, code)
  const name = randomUUID()
  await buy(first.token, { email: `${name}@example.com` })
  for (const email of [`${name}@example.com`, `${name.toUpperCase()}+again@Example.com`]) {
    const { req, token } = await cartWith(1)
    await setCode(req, token, code)
    await expect(buy(token, { email })).rejects.toMatchObject({ details: { reason: 'used-by-you' } })
  }
})

test('an order that is cancelled or expires gives its uses back, once', async () => {
  const { req, token } = await cartWith(1)
  const { id, code } = await makePromotion(req, { max_uses: 1 })
  await setCode(req, token, code)
  const { order } = await buy(token, { email: emailOf() })
  const next = await cartWith(1)
  await expect(setCode(req, next.token, code)).rejects.toMatchObject({ details: { reason: 'used-up' } })
  await cancelOrder(req, { orderId: order.id, reason: 'test' })
  expect(await netUses(id)).toEqual({ uses: 0, amount: 0, rows: 2 })
  await setCode(req, next.token, code)
  const { order: second } = await buy(next.token, { email: emailOf() })
  await rowsOf(req, sql`UPDATE orders SET expires_at = now() - interval '1 minute' WHERE id = ${second.id}`)
  await expireReservations(req)
  await expireReservations(req)
  expect(await netUses(id)).toEqual({ uses: 0, amount: 0, rows: 4 })
})

test('100 redemptions at once of a limit of 10 are exactly 10', async () => {
  const payload = await getTestPayload()
  const req = await getTestRequest()
  const { variants } = await makeProduct(req, { stock: Array<number>(10).fill(20), price: 5_000 })
  const { id, code } = await makePromotion(req, { max_uses: 10 })
  const { done: tokens } = await atOnce(payload, 100, async (own, index) => {
    const { token } = await createCart(own, {})
    await addLine(own, token, { variantId: variants[index % 10]?.id ?? '', quantity: 1 })
    await setCode(own, token, code)
    return token
  })
  const { done, refused, broken } = await atOnce(payload, 100, (own, index) =>
    placeOrder(own, {
      token: tokens[index] ?? '',
      key: randomUUID(),
      input: checkoutOf({ email: emailOf() }),
    }),
  )
  expect(broken).toEqual([])
  expect(done).toHaveLength(10)
  expect(refused).toEqual({ 'promotion.not-applicable': 90 })
  expect(await netUses(id)).toEqual({ uses: 10, amount: 5_000, rows: 10 })
  expect(await ledgerProblems(req)).toEqual([])
})

test('a budget is never exceeded by buyers at once', async () => {
  const payload = await getTestPayload()
  const req = await getTestRequest()
  const { variants } = await makeProduct(req, { stock: Array<number>(10).fill(20), price: 10_000 })
  const { id, code } = await makePromotion(req, { budget_eur: 7_500 })
  const { done: tokens } = await atOnce(payload, 40, async (own, index) => {
    const { token } = await createCart(own, {})
    await addLine(own, token, { variantId: variants[index % 10]?.id ?? '', quantity: 1 })
    await setCode(own, token, code)
    return token
  })
  const { done, broken } = await atOnce(payload, 40, (own, index) =>
    placeOrder(own, {
      token: tokens[index] ?? '',
      key: randomUUID(),
      input: checkoutOf({ email: emailOf() }),
    }),
  )
  expect(broken).toEqual([])
  expect(done).toHaveLength(7)
  expect(await netUses(id)).toMatchObject({ uses: 7, amount: 7_000 })
})

test('a code that works once is used by one of many, and one mailbox gets one of many codes', async () => {
  const payload = await getTestPayload()
  const req = await getTestRequest()
  const { variants } = await makeProduct(req, { stock: [100], price: 10_000 })
  const once = await makePromotion(req, { max_per_customer: 1 }, { codeUses: 1 })
  const codes = await Promise.all(Array.from({ length: 10 }, () => makeCode(req, once.id)))
  const cartsWith = (codeOf: (index: number) => string) =>
    atOnce(payload, 10, async (own, index) => {
      const { token } = await createCart(own, {})
      await addLine(own, token, { variantId: variants[0]?.id ?? '', quantity: 1 })
      await setCode(own, token, codeOf(index))
      return token
    })
  const buyAll = (tokens: string[], email: () => string) =>
    atOnce(payload, tokens.length, (own, index) =>
      placeOrder(own, {
        token: tokens[index] ?? '',
        key: randomUUID(),
        input: checkoutOf({ email: email() }),
      }),
    )
  const byMany = await buyAll((await cartsWith(() => once.code)).done, emailOf)
  expect({ done: byMany.done.length, broken: byMany.broken }).toEqual({ done: 1, broken: [] })
  const mine = emailOf()
  const byOne = await buyAll((await cartsWith((index) => codes[index] ?? '')).done, () => mine)
  expect({ done: byOne.done.length, broken: byOne.broken }).toEqual({ done: 1, broken: [] })
})
