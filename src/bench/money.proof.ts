import fc from 'fast-check'
import { test } from 'vitest'
import { env } from '#env'
import { cartTotals } from '#domain/cart-totals'
import { allocate } from '#domain/money'
import { taxAdded, taxContained } from '#domain/tax'
import { noteFigures } from './scoreboard/note-figure'

const numRuns = env.MOLINI_PROOF === 'full' ? 100_000 : 10_000
const upTo = (max: number, min = 0) => fc.integer({ min, max })
const add = (all: readonly number[]) => all.reduce((sum, one) => sum + one, 0)

test(`${numRuns} splits give out every unit`, (context) => {
  let splits = 0
  fc.assert(
    fc.property(
      upTo(1_000_000_000),
      fc.array(upTo(1_000_000), { minLength: 1, maxLength: 20 }),
      (total, weights) => {
        splits += 1
        return add(weights) === 0 || add(allocate(total, weights)) === total
      },
    ),
    { numRuns },
  )
  noteFigures(context, { splits })
})

const line = fc
  .record({ unitPrice: upTo(200_000), quantity: upTo(20, 1), share: upTo(10_000) })
  .map(({ unitPrice, quantity, share }) => ({
    unitPrice,
    quantity,
    discount: Math.floor((unitPrice * quantity * share) / 10_000),
  }))

test(`${numRuns} carts add up to the unit, and their tax is the tax of their sum`, () =>
  fc.assert(
    fc.property(
      fc.array(line, { minLength: 1, maxLength: 12 }),
      upTo(2_700),
      upTo(5_000),
      fc.boolean(),
      (lines, taxRate, price, taxIncluded) => {
        const taxed = lines.map((one) => ({ ...one, taxRate }))
        const totals = cartTotals(taxed, { taxIncluded, shipping: { price } })
        const goods = totals.subtotal - totals.discount
        const tax = (taxIncluded ? taxContained : taxAdded)(goods + price, taxRate)
        return (
          add(totals.lines.map((one) => one.total)) === goods &&
          add(totals.lines.map((one) => one.tax)) + totals.shippingTax === tax &&
          totals.tax === tax &&
          totals.total === goods + price + (taxIncluded ? 0 : tax)
        )
      },
    ),
    { numRuns },
  ))
