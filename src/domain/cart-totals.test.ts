import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cartTotals } from './cart-totals'

const line = fc
  .record({
    unitPrice: fc.integer({ min: 0, max: 200_000 }),
    quantity: fc.integer({ min: 1, max: 20 }),
    taxRate: fc.constantFrom(0, 700, 1900, 2200, 2550),
    off: fc.integer({ min: 0, max: 10_000 }),
  })
  .map(({ off, ...one }) => ({ ...one, discount: Math.floor((one.unitPrice * one.quantity * off) / 10_000) }))
const lines = fc.array(line, { maxLength: 20 })
const shipping = fc.option(
  fc.record({ price: fc.integer({ min: 0, max: 5_000 }), taxRate: fc.constantFrom(0, 1900, 2200) }),
  { nil: undefined },
)
const add = (all: readonly number[]) => all.reduce((sum, one) => sum + one, 0)

test('every total is the sum of its lines to the unit', () =>
  fc.assert(
    fc.property(lines, shipping, fc.boolean(), (given, sent, taxIncluded) => {
      const totals = cartTotals(given, { taxIncluded, shipping: sent })
      return (
        add(totals.lines.map((one) => one.total)) === totals.subtotal - totals.discount &&
        add(totals.lines.map((one) => one.tax)) + totals.shippingTax === totals.tax &&
        add(totals.lines.map((one) => one.discount)) === totals.discount &&
        totals.total === totals.subtotal - totals.discount + totals.shipping + (taxIncluded ? 0 : totals.tax)
      )
    }),
    { numRuns: 1_000 },
  ))

test('everything is a whole number that is not negative', () =>
  fc.assert(
    fc.property(lines, shipping, fc.boolean(), (given, sent, taxIncluded) => {
      const { lines: each, ...sums } = cartTotals(given, { taxIncluded, shipping: sent })
      const figures = [...Object.values(sums), ...each.flatMap((one) => Object.values(one))]
      return figures.every((figure) => Number.isSafeInteger(figure) && figure >= 0)
    }),
    { numRuns: 1_000 },
  ))

test('two pairs at 129 with 22 per cent in the price and shipping', () => {
  const totals = cartTotals([{ unitPrice: 12_900, quantity: 2, taxRate: 2_200 }], {
    taxIncluded: true,
    shipping: { price: 590, taxRate: 2_200 },
  })
  expect(totals).toMatchObject({ subtotal: 25_800, shipping: 590, tax: 4_759, total: 26_390 })
})

test('fractions, negative figures and discounts above the line are refused', () => {
  for (const bad of [{ unitPrice: 0.5 }, { quantity: -1 }, { discount: 2 }, { quantity: 1e300 }])
    expect(() =>
      cartTotals([{ unitPrice: 1, quantity: 1, taxRate: 0, ...bad }], { taxIncluded: true }),
    ).toThrow('money.bad-amount')
})
