import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { getDeskOrder } from '#queries/admin-order'
import { countQueues, dayStartOf, queueWhere, type OrderQueue } from '#queries/admin-order-queues'
import { getShopForStaff } from '#queries/admin-shop'
import { getPromotionUse } from '#queries/admin-promotions'
import { getSizeGrid, pairNames, productsAtAGlance } from '#queries/admin-stock'
import { getLastOrders, getLowStock, getToday, getUnsentMail } from '#queries/admin-today'
import { cancelOrder } from '#services/cancel-order'
import { captureOrder } from '#services/capture-order'
import { addLine, createCart, setCode } from '#services/cart'
import { placeOrder } from '#services/place-order'
import { shipOrder } from '#services/ship-order'
import { makeCodes } from '#services/make-codes'
import { makePromotion } from '../services/testing/promotion-rows'
import { checkoutOf, makeProduct } from '../services/testing/shop-rows'
import { asRole } from '../start/testing/as-role'
import { getTestRequest } from '../start/testing/payload'

async function ordered({ paymentMethod = 'manual', stock = [5, 9] } = {}) {
  const req = await getTestRequest()
  const product = await makeProduct(req, { stock, price: 20_000 })
  const { token } = await createCart(req, {})
  for (const { id } of product.variants) await addLine(req, token, { variantId: id, quantity: 2 })
  const { order } = await placeOrder(req, { token, key: randomUUID(), input: checkoutOf({ paymentMethod }) })
  return { req, product, order, take: () => captureOrder(req, { orderId: order.id, key: randomUUID() }) }
}

async function isIn(queue: OrderQueue, orderId: string): Promise<boolean> {
  const req = await asRole('owner')
  const where = queueWhere(queue, await dayStartOf(req, 'Europe/Rome'))
  const found = await req.payload.count({
    collection: 'orders',
    where: { and: [{ id: { equals: orderId } }, where] },
    overrideAccess: false,
    user: req.user,
    req,
  })
  return found.totalDocs === 1
}

const queuesOf = async (orderId: string) => [await isIn('to-pay', orderId), await isIn('to-ship', orderId)]

test('a bank transfer waits for its money, then to be shipped, then for nothing', async () => {
  const { req, order, take } = await ordered()
  expect(await queuesOf(order.id)).toEqual([true, false])
  await take()
  expect(await queuesOf(order.id)).toEqual([false, true])
  await shipOrder(req, { orderId: order.id, key: randomUUID() })
  expect(await queuesOf(order.id)).toEqual([false, false])
})

test('an order paid on delivery is shipped first and paid after', async () => {
  const { req, order } = await ordered({ paymentMethod: 'cash-on-delivery' })
  expect(await queuesOf(order.id)).toEqual([false, true])
  await shipOrder(req, { orderId: order.id, key: randomUUID() })
  expect(await queuesOf(order.id)).toEqual([true, false])
})

test('a cancelled order waits nowhere and is no revenue of today', async () => {
  const { req, order } = await ordered()
  const dayStart = await dayStartOf(req, 'Europe/Rome')
  const euros = async () =>
    (await getToday(req.payload, dayStart)).today.find(({ currency }) => currency === 'EUR')
  const before = await euros()
  await cancelOrder(req, { orderId: order.id, key: randomUUID(), reason: 'test' })
  expect(await queuesOf(order.id)).toEqual([false, false])
  expect((before?.orders ?? 0) - ((await euros())?.orders ?? 0)).toBe(1)
  expect((before?.total ?? 0) - ((await euros())?.total ?? 0)).toBe(order.totals.total.amount)
})

test('the desk sees an order with its money and parcels; who may not read orders sees none', async () => {
  const { req, order, take } = await ordered()
  await take()
  await shipOrder(req, { orderId: order.id, key: randomUUID(), carrier: 'BRT', trackingNumber: 'T1' })
  const seen = await getDeskOrder(await asRole('owner'), order.id)
  expect(seen).toMatchObject({
    number: order.number,
    captured: order.totals.total.amount,
    shippingAddress: { name: 'Ada Rossi', lines: ['Via Roma 1', '20121 Milano', 'Italy'] },
    payments: [{ status: 'captured' }],
    shipments: [{ carrier: 'BRT', trackingNumber: 'T1' }],
  })
  expect(seen?.lines.map(({ quantity, shipped }) => [quantity, shipped])).toEqual([
    [2, 2],
    [2, 2],
  ])
  expect(await getDeskOrder(await asRole('merchandiser'), order.id)).toBeUndefined()
})

test('the desk reads why an unpaid order was shipped', async () => {
  const { req, order } = await ordered()
  const force = { force: true, reason: 'The manager knows the customer' }
  await shipOrder(req, { orderId: order.id, key: randomUUID(), ...force })
  const seen = await getDeskOrder(await asRole('owner'), order.id)
  expect(seen?.timeline.find(({ kind }) => kind === 'shipped')?.reason).toBe('The manager knows the customer')
})

test('sizes carry their pairs, free ones and held ones', async () => {
  const { req, product } = await ordered()
  expect(
    (await getSizeGrid(req.payload, product.id)).map(({ size, onHand, reserved }) => [
      size,
      onHand,
      reserved,
    ]),
  ).toEqual([
    ['36', 5, 2],
    ['37', 9, 2],
  ])
  expect((await productsAtAGlance(req.payload, [product.id])).get(product.id)).toEqual({
    image: undefined,
    free: 10,
    isShoe: true,
  })
  const [first] = product.variants
  const names = await pairNames(
    req.payload,
    product.variants.map(({ id }) => id),
  )
  expect(names.get(first?.id ?? '')).toMatchObject({ sku: first?.sku, size: '36', productId: product.id })
})

test('a size that runs out is listed as low, one with enough is not', async () => {
  const { req, product, order, take } = await ordered({ stock: [5, 40] })
  await take()
  await shipOrder(req, { orderId: order.id, key: randomUUID() })
  const low = (await getLowStock(req.payload, 3)).filter(({ productId }) => productId === product.id)
  expect(low.map(({ size, free }) => [size, free])).toEqual([['36', 3]])
})

test('the newest order comes first, and its mail waits to be sent', async () => {
  const { req, order } = await ordered()
  expect((await getLastOrders(req.payload, 1))[0]?.number).toBe(order.number)
  const { queued, mails } = await getUnsentMail(req.payload)
  expect(queued).toBeGreaterThan(0)
  expect(mails.length).toBeLessThanOrEqual(8)
})

test('what waits is counted for the desk, and refused to who may not read orders', async () => {
  const req = await asRole('owner')
  const { timezone, lowStockAt } = await getShopForStaff(req)
  expect([timezone, lowStockAt]).toEqual(['Europe/Rome', 3])
  await ordered()
  expect((await countQueues(req, await dayStartOf(req, timezone))).toPay).toBeGreaterThan(0)
  const other = await asRole('merchandiser')
  await expect(countQueues(other, await dayStartOf(other, timezone))).rejects.toThrow()
})

test('the desk reads by rule how a price came about, and what did not apply; the promotion counts its use and codes', async () => {
  const req = await getTestRequest()
  const product = await makeProduct(req, { stock: [5], price: 20_000 })
  const { id, code } = await makePromotion(req, {}, { only: [product.id] })
  const dear = await makePromotion(
    req,
    { applies: 'automatic', min_value_eur: 50_000 },
    { only: [product.id] },
  )
  const { batch } = await makeCodes(req, { promotionId: id, count: 3 })
  expect(await getPromotionUse(req.payload, id)).toEqual({
    uses: 0,
    spent: [],
    batches: expect.arrayContaining([
      { batch, codes: 3, used: 0 },
      { batch: null, codes: 1, used: 0 },
    ]),
  })
  const { token } = await createCart(req, {})
  await addLine(req, token, { variantId: product.variants[0]?.id ?? '', quantity: 1 })
  await setCode(req, token, code)
  const { order } = await placeOrder(req, { token, key: randomUUID(), input: checkoutOf() })
  const seen = await getDeskOrder(await asRole('owner'), order.id)
  expect(seen).toMatchObject({
    code,
    lines: [{ steps: [{ kind: 'price' }, { promotionId: id, amount: { amount: -2_000 } }] }],
    shippingSteps: [{ kind: 'shipping' }],
    refused: [{ promotionId: dear.id, reason: 'minimum-value', missing: 30_000 }],
  })
  const use = await getPromotionUse(req.payload, id)
  expect(use).toMatchObject({ uses: 1, spent: [{ currency: 'EUR', amount: 2_000 }] })
  expect(use.batches.find((one) => one.batch === null)).toEqual({ batch: null, codes: 1, used: 1 })
  await cancelOrder(req, { orderId: order.id, key: randomUUID(), reason: 'test' })
  expect(await getPromotionUse(req.payload, id)).toMatchObject({
    uses: 0,
    spent: [{ currency: 'EUR', amount: 0 }],
  })
})
