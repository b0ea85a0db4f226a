import { randomUUID } from 'node:crypto'
import { sql } from '@payloadcms/db-postgres'
import type { CheckoutInput } from '#domain/views'
import { beforeAll, expect, test } from 'vitest'
import { keepAwayFromTheHour } from '../start/testing/away-from-the-hour'
import { getTestRequest } from '../start/testing/payload'
import { addLine, createCart, readCart, saveCheckoutDraft } from './cart'
import { placeOrder } from './place-order'
import { quoteDelivery, type DeliveryQuestion } from './quote-delivery'
import { shippingChoices } from './shipping-options'
import { checkoutOf, makeProduct } from './testing/shop-rows'
import { rowsOf } from './transaction'

keepAwayFromTheHour()

async function cartOf(pairs = 1) {
  const req = await getTestRequest()
  const product = await makeProduct(req, { stock: [20], price: 5_000 })
  const { token } = await createCart(req, { market: 'eu' })
  await addLine(req, token, { variantId: product.variants[0]?.id ?? '', quantity: pairs })
  return { req, token }
}

/** Beside the zone of all tests: an island with its own price, a valley nobody goes to, and a store. */
beforeAll(async () => {
  const { req } = await cartOf()
  await rowsOf(
    req,
    sql`WITH island AS (INSERT INTO shipping_zones (name, code) VALUES ('Sardinia', 'sardinia') RETURNING id),
      valley AS (INSERT INTO shipping_zones (name, code) VALUES ('Livigno', 'livigno') RETURNING id),
      areas AS (INSERT INTO shipping_zones_areas (_order, _parent_id, id, country, postal_codes)
        SELECT 1, id, 'island-area', 'IT', '07*, 08*, 09*' FROM island
        UNION ALL SELECT 1, id, 'valley-area', 'IT', '23041' FROM valley),
      store AS (INSERT INTO locations (name, code, line1, postal_code, city, country)
        VALUES ('Trieste', 'trieste', 'Via San Nicolò 14', '34121', 'Trieste', 'IT') RETURNING id),
      hours AS (INSERT INTO locations_locales (_parent_id, _locale, hours) SELECT id, 'en', 'Tuesday to Saturday' FROM store),
      methods AS (INSERT INTO shipping_methods (code, kind, zone_id, location_id, min_days, max_days, "order", active)
        SELECT 'ferry', 'delivery', id, NULL::uuid, 3, 6, 1, true FROM island
        UNION ALL SELECT 'collect', 'pickup', NULL, id, 0, 0, 9, true FROM store RETURNING id, code),
      names AS (INSERT INTO shipping_methods_locales (_parent_id, _locale, name) SELECT id, 'en', initcap(code) FROM methods)
      INSERT INTO shipping_methods_rates (_order, _parent_id, id, currency, price, max_weight_g)
        SELECT 1, id, code || '-rate', 'EUR', CASE code WHEN 'ferry' THEN 1500 ELSE 0 END, 10000 FROM methods`,
  )
})

const ways = async (token: string, country: string, postalCode?: string) => {
  const choices = await shippingChoices(await getTestRequest(), token, { country, postalCode })
  return { ids: choices.options.map(({ id }) => id), reason: choices.reason }
}

test('the postcode decides who carries it: an island has its own way, the mainland the others', async () => {
  const { token } = await cartOf()
  expect(await ways(token, 'IT', '20121')).toEqual({
    ids: ['standard', 'express', 'collect'],
    reason: undefined,
  })
  expect(await ways(token, 'IT', '07100')).toEqual({ ids: ['ferry', 'collect'], reason: undefined })
  expect((await ways(token, 'DE', '10115')).ids).toEqual(['standard', 'express'])
})

test('what nobody carries is said before payment, and refused by its name', async () => {
  const { token } = await cartOf()
  expect(await ways(token, 'FR', '75001')).toEqual({ ids: [], reason: 'shipping.no-destination' })
  expect(await ways(token, 'CH', '8001')).toEqual({ ids: [], reason: 'shipping.no-destination' })
  const input = checkoutOf({
    shippingAddress: { ...checkoutOf().shippingAddress, country: 'FR', postalCode: '75001' },
  })
  await expect(placeOrder(await getTestRequest(), { token, key: randomUUID(), input })).rejects.toMatchObject(
    {
      code: 'shipping.no-destination',
      status: 422,
      details: { country: 'FR', postalCode: '75001' },
    },
  )
  expect((await readCart(await getTestRequest(), token)).count).toBe(1)
})

test('a zone without a way of delivery shuts a place out, but not its store', async () => {
  const { token } = await cartOf()
  expect((await ways(token, 'IT', '23041')).ids).toEqual(['collect'])
})

test('what is too heavy for every way says so', async () => {
  const { token } = await cartOf(12)
  expect((await ways(token, 'IT', '07100')).ids).toEqual([])
  expect((await ways(token, 'IT', '07100')).reason).toBe('shipping.unavailable')
})

test('an option of another zone is refused though it exists', async () => {
  const { req, token } = await cartOf()
  const input = checkoutOf({ shippingOption: 'ferry' })
  await expect(placeOrder(req, { token, key: randomUUID(), input })).rejects.toThrow('shipping.unavailable')
})

test('every option says on which working days it arrives', async () => {
  const { token } = await cartOf()
  const { options } = await shippingChoices(await getTestRequest(), token, { country: 'DE' })
  for (const { estimate } of options) {
    expect(estimate.from).toMatch(/^\d{4}-\d\d-\d\d$/)
    expect(estimate.to >= estimate.from).toBe(true)
    expect([0, 6]).not.toContain(new Date(estimate.from).getUTCDay())
  }
})

const collected = (changes: Partial<CheckoutInput> = {}): CheckoutInput => {
  const { shippingAddress, ...rest } = checkoutOf({ shippingOption: 'collect' })
  return { ...rest, billingAddress: shippingAddress, ...changes }
}

test('what is collected needs no address to deliver to, and says where it waits', async () => {
  const { req, token } = await cartOf()
  const { order } = await placeOrder(req, { token, key: randomUUID(), input: collected() })
  expect(order).toMatchObject({
    pickup: { name: 'Trieste', line1: 'Via San Nicolò 14', hours: 'Tuesday to Saturday' },
    shippingAddress: { lastName: 'Rossi', line1: 'Via San Nicolò 14', city: 'Trieste' },
    billingAddress: { line1: 'Via Roma 1' },
    totals: { shipping: { amount: 0 } },
  })
})

test('what is sent needs the address, whatever the other one says', async () => {
  const { req, token } = await cartOf()
  const input = collected({ shippingOption: 'standard' })
  await expect(placeOrder(req, { token, key: randomUUID(), input })).rejects.toMatchObject({
    code: 'validation.failed',
    details: { errors: [{ path: 'shippingAddress' }] },
  })
})

test('what is collected has the tax of the store, and no reverse charge', async () => {
  const { req, token } = await cartOf()
  const input = collected({ vatNumber: 'DE136695976' })
  const { order } = await placeOrder(req, { token, key: randomUUID(), input })
  expect(order).toMatchObject({ reverseCharge: false, lines: [{ taxRate: 2_200 }] })
})

test('the cart shows the delivery that is chosen for the postcode that was typed', async () => {
  const { req, token } = await cartOf()
  const { shippingAddress } = checkoutOf()
  await saveCheckoutDraft(req, token, {
    shippingAddress: { ...shippingAddress, postalCode: '09100' },
    shippingOption: 'ferry',
  })
  expect((await readCart(req, token)).totals.shipping?.amount).toBe(1_500)
  await saveCheckoutDraft(req, token, { shippingAddress, shippingOption: 'ferry' })
  expect((await readCart(req, token)).totals.shipping).toBeUndefined()
})

const quote = async (asked: Partial<DeliveryQuestion>) =>
  quoteDelivery(await getTestRequest(), {
    ...{ country: 'IT', postalCode: '20121', currency: 'EUR', value: 12_900, weightG: 1_200 },
    ...asked,
  })

test('whoever sets the prices sees what a bag would cost: by postcode, worth and weight', async () => {
  expect(await quote({})).toMatchObject({
    zone: 'Europe',
    taxRate: 2_200,
    methods: [
      { code: 'standard', price: 590 },
      { code: 'express', price: 1_190 },
      { code: 'collect', kind: 'pickup', price: 0 },
    ],
  })
  expect((await quote({ value: 14_999 })).methods[0]?.price).toBe(590)
  expect((await quote({ value: 15_000 })).methods[0]?.price).toBe(0)
  expect(await quote({ postalCode: '09100', weightG: 10_000 })).toMatchObject({
    zone: 'Sardinia',
    methods: [{ code: 'ferry', price: 1_500 }, { code: 'collect' }],
  })
  const [ferry] = (await quote({ postalCode: '09100', weightG: 10_001 })).methods
  expect(ferry).toMatchObject({ code: 'ferry', price: undefined })
  expect(await quote({ postalCode: '23041' })).toMatchObject({
    zone: 'Livigno',
    methods: [{ code: 'collect' }],
  })
  const nowhere = await quote({ country: 'CH', postalCode: '8001' })
  expect(nowhere).toMatchObject({ methods: [] })
  expect(nowhere.zone).toBeUndefined()
  expect(await quote({ country: 'US', postalCode: '10001', currency: 'USD' })).toMatchObject({ taxRate: 888 })
})

test('what the test of delivery says is what the cart is offered', async () => {
  const { token } = await cartOf(2)
  for (const [country, postalCode] of [
    ['IT', '20121'],
    ['IT', '07100'],
    ['DE', '10115'],
  ] as const) {
    const { options } = await shippingChoices(await getTestRequest(), token, { country, postalCode })
    const { methods } = await quote({ country, postalCode, value: 10_000, weightG: 1_800 })
    expect(methods.map(({ code, price, from, to }) => ({ code, price, from, to }))).toEqual(
      options.map(({ id, price, estimate }) => ({
        code: id,
        price: price.amount,
        from: estimate.from,
        to: estimate.to,
      })),
    )
  }
})
