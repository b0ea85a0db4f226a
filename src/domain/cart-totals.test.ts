import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cartTotals, type PricedLine, type TaxTerms } from './cart-totals'
import { netOf, taxAdded, taxContained } from './tax'

const rates = [0, 300, 700, 1900, 2200, 2550]
const line = fc
  .record({
    unitPrice: fc.integer({ min: 0, max: 200_000 }),
    quantity: fc.integer({ min: 1, max: 20 }),
    taxRate: fc.constantFrom(...rates),
    off: fc.integer({ min: 0, max: 10_000 }),
  })
  .map(({ off, ...one }) => ({ ...one, discount: Math.floor((one.unitPrice * one.quantity * off) / 10_000) }))
const lines = fc.array(line, { maxLength: 20 })
const terms: fc.Arbitrary<TaxTerms> = fc
  .record({
    taxIncluded: fc.boolean(),
    reverseCharge: fc.boolean(),
    price: fc.option(fc.integer({ min: 0, max: 5_000 }), { nil: undefined }),
  })
  .map(({ price, ...how }) => ({ ...how, ...(price !== undefined && { shipping: { price } }) }))
const add = (all: readonly number[]) => all.reduce((sum, one) => sum + one, 0)
const many = { numRuns: 1_000 }

test('every total is the sum of its lines to the unit, whatever the rates', () =>
  fc.assert(
    fc.property(lines, terms, (given, how) => {
      const totals = cartTotals(given, how)
      return (
        add(totals.lines.map((one) => one.total)) === totals.subtotal - totals.discount &&
        add(totals.lines.map((one) => one.tax)) + totals.shippingTax === totals.tax &&
        add(totals.lines.map((one) => one.discount)) === totals.discount &&
        add(totals.shippingTaxes.map((one) => one.amount)) === totals.shipping &&
        add(totals.shippingTaxes.map((one) => one.tax)) === totals.shippingTax &&
        totals.lines.every(
          (one, index) => one.total === one.unitPrice * (given[index]?.quantity ?? 0) - one.discount,
        ) &&
        totals.total ===
          totals.subtotal - totals.discount + totals.shipping + (how.taxIncluded ? 0 : totals.tax)
      )
    }),
    many,
  ))

test('the taxes by rate add up to the tax, and with their bases to the total', () =>
  fc.assert(
    fc.property(lines, terms, (given, how) => {
      const { taxes, tax, total } = cartTotals(given, how)
      return add(taxes.map((one) => one.tax)) === tax && add(taxes.map((one) => one.base + one.tax)) === total
    }),
    many,
  ))

const chargedAt = (given: readonly PricedLine[], totals: ReturnType<typeof cartTotals>, rate: number) =>
  add(totals.lines.map((one) => (one.taxRate === rate ? one.total : 0))) +
  add(totals.shippingTaxes.map((one) => (one.rate === rate ? one.amount : 0)))

test('the tax of a rate is that of all that has it, rounded once', () =>
  fc.assert(
    fc.property(lines, terms, (given, how) => {
      const totals = cartTotals(given, how)
      const taxOf = how.taxIncluded ? taxContained : taxAdded
      return totals.taxes.every(({ rate, tax }) => tax === taxOf(chargedAt(given, totals, rate), rate))
    }),
    many,
  ))

test('the order of the lines changes neither the tax nor the total', () =>
  fc.assert(
    fc.property(lines, terms, (given, how) => {
      const sumsOf = (some: typeof given) => ({ ...cartTotals(some, how), lines: [], shippingTaxes: [] })
      expect(sumsOf([...given].reverse())).toEqual(sumsOf(given))
    }),
    many,
  ))

test('everything is a whole number that is not negative', () =>
  fc.assert(
    fc.property(lines, terms, (given, how) => {
      const { lines: each, taxes, shippingTaxes, ...sums } = cartTotals(given, how)
      const figures = [sums, ...each, ...taxes, ...shippingTaxes].flatMap((one) => Object.values(one))
      return figures.every((figure) => Number.isSafeInteger(figure) && figure >= 0)
    }),
    many,
  ))

test('under reverse charge there is no tax, and each price is without the tax that it contained', () =>
  fc.assert(
    fc.property(lines, terms, (given, how) => {
      const totals = cartTotals(given, { ...how, reverseCharge: true })
      return (
        totals.tax === 0 &&
        totals.taxes.every(({ rate }) => rate === 0) &&
        totals.lines.every((one, index) => {
          const { unitPrice = 0, taxRate = 0 } = given[index] ?? {}
          return one.unitPrice === (how.taxIncluded ? netOf(unitPrice, taxRate) : unitPrice)
        })
      )
    }),
    many,
  ))

test('a pair that is given away changes nothing of what the others cost', () =>
  fc.assert(
    fc.property(line, fc.integer({ min: 1, max: 5 }), terms, (bought, gifts, how) => {
      const { unitPrice, quantity, discount } = bought
      const more = { ...bought, quantity: quantity + gifts, discount: discount + gifts * unitPrice }
      return cartTotals([more], how).total === cartTotals([bought], how).total
    }),
    many,
  ))

test('two pairs at 129 with 22 per cent in the price and shipping', () => {
  const totals = cartTotals([{ unitPrice: 12_900, quantity: 2, taxRate: 2_200 }], {
    taxIncluded: true,
    shipping: { price: 590 },
  })
  expect(totals).toMatchObject({
    subtotal: 25_800,
    shipping: 590,
    tax: 4_759,
    total: 26_390,
    taxes: [{ rate: 2_200, base: 21_631, tax: 4_759 }],
  })
})

test('delivery has the rates of the goods in proportion to what they cost', () => {
  const goods = [
    { unitPrice: 15_000, quantity: 1, taxRate: 300 },
    { unitPrice: 5_000, quantity: 1, taxRate: 1_700 },
  ]
  const { shippingTaxes } = cartTotals(goods, { taxIncluded: true, shipping: { price: 800 } })
  expect(shippingTaxes.map(({ rate, amount }) => [rate, amount])).toEqual([
    [1_700, 200],
    [300, 600],
  ])
})

test('delivery of goods that cost nothing has their highest rate', () => {
  const gifts = [700, 1_900].map((taxRate) => ({ unitPrice: 0, quantity: 1, taxRate }))
  const { shippingTaxes } = cartTotals(gifts, { taxIncluded: true, shipping: { price: 590 } })
  expect(shippingTaxes).toEqual([{ rate: 1_900, amount: 590, tax: 94 }])
})

test('a pair at 129 for a business of another country', () => {
  const totals = cartTotals([{ unitPrice: 12_900, quantity: 1, taxRate: 1_900 }], {
    taxIncluded: true,
    reverseCharge: true,
    shipping: { price: 690 },
  })
  expect(totals).toMatchObject({ subtotal: 10_840, shipping: 580, tax: 0, total: 11_420 })
})

test('fractions, negative figures and discounts above the line are refused', () => {
  for (const bad of [{ unitPrice: 0.5 }, { quantity: -1 }, { discount: 2 }, { quantity: 1e300 }])
    expect(() =>
      cartTotals([{ unitPrice: 1, quantity: 1, taxRate: 0, ...bad }], { taxIncluded: true }),
    ).toThrow('money.bad-amount')
  expect(() => cartTotals([], { taxIncluded: true, shipping: { price: -1 } })).toThrow('money.bad-amount')
})
