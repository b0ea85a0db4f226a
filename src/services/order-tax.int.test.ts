import { randomUUID } from 'node:crypto'
import { sql } from '@payloadcms/db-postgres'
import fc from 'fast-check'
import type { MarketId } from '#domain/markets'
import type { CheckoutInput, OrderView } from '#domain/views'
import { expect, test } from 'vitest'
import { getTestRequest } from '../start/testing/payload'
import { addLine, createCart, readCart, saveCheckoutDraft } from './cart'
import { orderToken, readOrder } from './order-access'
import { placeOrder } from './place-order'
import { checkoutOf, makeProduct } from './testing/shop-rows'
import { rowsOf } from './transaction'

interface Sold {
  price: number
  taxClass?: string
}

/** A cart with one pair of each. */
async function cartOf(market: MarketId, sold: readonly Sold[]) {
  const req = await getTestRequest()
  const { token } = await createCart(req, { market })
  for (const { price, taxClass = null } of sold) {
    const product = await makeProduct(req, { stock: [5], price })
    await rowsOf(req, sql`UPDATE products SET tax_class = ${taxClass} WHERE id = ${product.id}`)
    await addLine(req, token, { variantId: product.variants[0]?.id ?? '', quantity: 1 })
  }
  return { req, token }
}

interface Rate {
  country: string
  taxClass?: string
  points: number
  from?: string
  region?: string
}

const rate = async ({ country, taxClass = 'standard', points, from = '2020-01-01', region }: Rate) =>
  rowsOf(
    await getTestRequest(),
    sql`INSERT INTO tax_rates (name, country, region, tax_class, basis_points, valid_from)
      VALUES ('VAT', ${country}, ${region ?? null}, ${taxClass}, ${points}, ${from}::timestamptz) ON CONFLICT DO NOTHING`,
  )

const to = (country: string, changes: Partial<CheckoutInput> = {}, postalCode = '10115'): CheckoutInput =>
  checkoutOf({
    shippingAddress: { ...checkoutOf().shippingAddress, country, postalCode },
    ...changes,
  })

const sumOf = ({ taxes }: OrderView) =>
  taxes.reduce((sum, { base, tax }) => sum + base.amount + tax.amount, 0)

const place = (token: string, input: CheckoutInput) =>
  getTestRequest().then((req) => placeOrder(req, { token, key: randomUUID(), input }))

test('every line has the rate of its class, delivery those of the goods, and the order the sums by rate', async () => {
  await rate({ country: 'GB', taxClass: 'children', points: 0 })
  const { req, token } = await cartOf('uk', [{ price: 9_000, taxClass: 'children' }, { price: 3_000 }])
  const { order } = await place(token, to('GB', {}, 'SW1A 1AA'))
  expect(order.lines.map(({ taxRate, tax }) => [taxRate, tax.amount])).toEqual([
    [0, 0],
    [2_000, 500],
  ])
  // 590 of delivery over 9,000 and 3,000: a quarter of it with 20 %.
  expect(order.taxes.map((one) => [one.rate, one.base.amount, one.tax.amount])).toEqual([
    [2_000, 2_622, 525],
    [0, 9_443, 0],
  ])
  expect(order.totals).toMatchObject({ tax: { amount: 525 }, total: { amount: 12_590 } })
  expect(sumOf(order)).toBe(12_590)
  expect(await readOrder(req, { number: order.number, token: orderToken(order.id) })).toEqual(order)
  const [row] = await rowsOf<{ shipping: number; tax: number }>(
    req,
    sql`SELECT sum(shipping)::float8 AS shipping, sum(shipping_tax)::float8 AS tax FROM orders_taxes WHERE _parent_id = ${order.id}`,
  )
  expect(row).toEqual({ shipping: 590, tax: 25 })
})

test('the cart says the rate of each line and the taxes by rate before anything is bought', async () => {
  await rate({ country: 'GB', taxClass: 'children', points: 0 })
  const { req, token } = await cartOf('uk', [{ price: 9_000, taxClass: 'children' }, { price: 3_000 }])
  const cart = await readCart(req, token)
  expect(cart.lines.map(({ taxRate }) => taxRate)).toEqual([0, 2_000])
  expect(cart).toMatchObject({ reverseCharge: false, totals: { tax: { amount: 500 } } })
  expect(cart.taxes.map((one) => one.rate)).toEqual([2_000, 0])
})

test('an order has the rate of the day on which it is placed', async () => {
  const day = (offset: number) => new Date(Date.now() + offset * 86_400_000).toISOString()
  await rate({ country: 'IT', taxClass: 'reduced', points: 1_000 })
  await rate({ country: 'IT', taxClass: 'reduced', points: 1_100, from: day(-1) })
  await rate({ country: 'IT', taxClass: 'reduced', points: 1_200, from: day(2) })
  const { token } = await cartOf('it', [{ price: 11_100, taxClass: 'reduced' }])
  const { order } = await place(token, checkoutOf())
  expect(order.lines[0]).toMatchObject({ taxRate: 1_100, tax: { amount: 1_100 } })
  await rowsOf(await getTestRequest(), sql`DELETE FROM tax_rates WHERE tax_class = 'reduced'`)
  const kept = await readOrder(await getTestRequest(), { number: order.number, token: orderToken(order.id) })
  expect(kept.taxes).toEqual(order.taxes)
})

test('a buyer of another country pays the rate of theirs', async () => {
  const { token } = await cartOf('eu', [{ price: 11_900 }])
  const { order } = await place(token, to('DE'))
  expect(order.lines[0]).toMatchObject({ taxRate: 1_900, tax: { amount: 1_900 } })
})

test('a part of a country outside the Union is an export', async () => {
  await rate({ country: 'IT', points: 0, region: 'LIVIGNO' })
  const { token } = await cartOf('eu', [{ price: 12_200 }])
  const { order } = await place(token, to('IT', {}, '23041'))
  expect(order.totals.tax.amount).toBe(0)
})

test('a business of another EU country pays without the tax that the prices contain', async () => {
  const business = { company: 'Schuh GmbH', vatNumber: 'de 136 695 976' }
  const { req, token } = await cartOf('eu', [{ price: 12_900 }, { price: 4_990 }])
  await saveCheckoutDraft(req, token, { ...to('DE'), ...business })
  const cart = await readCart(req, token)
  expect(cart).toMatchObject({ reverseCharge: true, totals: { tax: { amount: 0 } } })
  const { order } = await place(token, { ...to('DE', business), expectedTotal: cart.totals.total })
  expect(order).toMatchObject({
    company: 'Schuh GmbH',
    vatNumber: 'DE136695976',
    reverseCharge: true,
    taxIncluded: false,
    totals: { subtotal: { amount: 10_840 + 4_193 }, tax: { amount: 0 } },
  })
  expect(order.lines.map(({ unitPrice, taxRate }) => [unitPrice.amount, taxRate])).toEqual([
    [10_840, 0],
    [4_193, 0],
  ])
  expect(order.taxes).toEqual([{ rate: 0, base: order.totals.total, tax: { amount: 0, currency: 'EUR' } }])
})

test('at home, and where the number is of the shop’s own country, a business pays as everybody does', async () => {
  for (const [country, vatNumber] of [
    ['IT', 'DE136695976'],
    ['DE', 'IT00743110157'],
  ] as const) {
    const { token } = await cartOf('eu', [{ price: 12_900 }])
    const { order } = await place(token, to(country, { vatNumber }))
    expect(order).toMatchObject({ reverseCharge: false, vatNumber })
    expect(order.totals.tax.amount).toBeGreaterThan(0)
  }
})

test('a number that cannot be right is refused, and nothing is bought', async () => {
  const { req, token } = await cartOf('eu', [{ price: 12_900 }])
  for (const wrong of [
    { vatNumber: 'DE136695978' },
    { vatNumber: 'nonsense' },
    { company: 'x'.repeat(121) },
  ]) {
    const [path] = Object.keys(wrong)
    await expect(place(token, to('DE', wrong))).rejects.toMatchObject({
      code: 'validation.failed',
      details: { errors: [{ path }] },
    })
  }
  expect((await readCart(req, token)).count).toBe(1)
})

test('the business may stand in the billing address too', async () => {
  const { token } = await cartOf('eu', [{ price: 12_900 }])
  const billingAddress = { ...to('DE').shippingAddress, company: 'Schuh GmbH', vatNumber: 'DE136695976' }
  const { order } = await place(token, to('DE', { billingAddress: billingAddress as never }))
  expect(order).toMatchObject({ company: 'Schuh GmbH', reverseCharge: true })
})

test('a product has the class of its style unless it says another', async () => {
  await rate({ country: 'GB', taxClass: 'children', points: 0 })
  const req = await getTestRequest()
  const [{ id: style = '' } = {}] = await rowsOf<{ id: string }>(
    req,
    sql`INSERT INTO styles (name, slug, tax_class) VALUES ('Style', ${`s-${randomUUID()}`}, 'children') RETURNING id`,
  )
  const { token } = await createCart(req, { market: 'uk' })
  for (const own of [null, '', 'standard']) {
    const product = await makeProduct(req, { stock: [5], price: 6_000 })
    await rowsOf(
      req,
      sql`UPDATE products SET style_id = ${style}, tax_class = ${own} WHERE id = ${product.id}`,
    )
    await addLine(req, token, { variantId: product.variants[0]?.id ?? '', quantity: 1 })
  }
  expect((await readCart(req, token)).lines.map(({ taxRate }) => taxRate)).toEqual([0, 0, 2_000])
})

const classes = ['standard', 'reduced', 'children', 'zero'] as const
const destinations = [
  { market: 'eu', country: 'DE', postalCode: '10115' },
  { market: 'it', country: 'IT', postalCode: '20121' },
  { market: 'uk', country: 'GB', postalCode: 'SW1A 1AA' },
  { market: 'us', country: 'US', postalCode: '10001' },
] as const

test('whatever is bought and wherever it goes: an order agrees with its lines, its taxes by rate and its bag, to the cent', async () => {
  for (const [country, points] of [
    ['DE', 700],
    ['IT', 1_000],
    ['GB', 500],
  ] as const)
    await rate({ country, taxClass: 'reduced', points })
  const sold = fc.array(
    fc.record({ price: fc.integer({ min: 1, max: 60_000 }), taxClass: fc.constantFrom(...classes) }),
    { minLength: 1, maxLength: 5 },
  )
  await fc.assert(
    fc.asyncProperty(
      sold,
      fc.constantFrom(...destinations),
      fc.boolean(),
      async (goods, where, isBusiness) => {
        const { market, country, postalCode } = where
        const { req, token } = await cartOf(market, goods)
        const business = isBusiness && country === 'DE' ? { vatNumber: 'DE136695976' } : {}
        const input = to(country, business, postalCode)
        await saveCheckoutDraft(req, token, input)
        const bag = await readCart(req, token)
        const { order } = await place(token, { ...input, expectedTotal: bag.totals.total })
        const sum = (figures: readonly number[]) => figures.reduce((all, one) => all + one, 0)
        const { totals, lines, taxes } = order
        const { amount: delivery = 0 } = totals.shipping ?? {}
        expect(order.taxes).toEqual(bag.taxes)
        expect(sum(lines.map(({ total }) => total.amount))).toBe(
          totals.subtotal.amount - totals.discount.amount,
        )
        expect(sum(taxes.map(({ tax }) => tax.amount))).toBe(totals.tax.amount)
        expect(sum(taxes.map(({ base, tax }) => base.amount + tax.amount))).toBe(totals.total.amount)
        expect(totals.total.amount).toBe(
          totals.subtotal.amount -
            totals.discount.amount +
            delivery +
            (order.taxIncluded ? 0 : totals.tax.amount),
        )
        const [row] = await rowsOf<{ off: number }>(
          req,
          sql`SELECT (SELECT count(*) FROM orders_taxes x WHERE x._parent_id = o.id AND x.tax <> x.shipping_tax
            + (SELECT coalesce(sum(l.tax), 0) FROM orders_lines l WHERE l._parent_id = o.id AND l.tax_rate = x.rate))::float8
          + (SELECT abs(coalesce(sum(x.shipping), 0) - o.shipping) FROM orders_taxes x WHERE x._parent_id = o.id)::float8 AS off
          FROM orders o WHERE o.id = ${order.id}`,
        )
        expect(row?.off).toBe(0)
      },
    ),
    { numRuns: 40 },
  )
})
