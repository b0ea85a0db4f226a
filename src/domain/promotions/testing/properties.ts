import fc from 'fast-check'
import { expect } from 'vitest'
import { cartTotals } from '../../cart-totals'
import { applyPromotions, shippingPaid } from '../apply'
import { arbitraryCart, contextOf } from './arbitrary'

const sum = (figures: readonly number[]): number => figures.reduce((all, figure) => all + figure, 0)

/** What must hold of every cart with any promotions: tried by the tests a thousand times, by the proofs far more often. */
export const promotionProperties = {
  'no line goes below zero, and the shares are the discount to the unit': fc.property(
    arbitraryCart,
    ({ lines, promotions, shipping }) => {
      const outcome = applyPromotions(lines, promotions, contextOf())
      for (const [index, { discount, steps }] of outcome.lines.entries()) {
        const price = (lines[index]?.unitPrice ?? 0) * (lines[index]?.quantity ?? 0)
        expect(discount).toBe(sum(steps.map(({ off }) => off)))
        expect(discount).toBeGreaterThanOrEqual(0)
        expect(discount).toBeLessThanOrEqual(price)
        expect(steps.reduce((left, { off }) => left - off, price)).toBe(price - discount)
        for (const { off, left } of steps) expect(Math.min(off, left)).toBeGreaterThanOrEqual(0)
      }
      expect(sum(outcome.applied.map(({ discount }) => discount))).toBe(outcome.discount)
      expect(sum(outcome.lines.map(({ discount }) => discount))).toBe(outcome.discount)
      const { paid, left } = shippingPaid(outcome.shipping, shipping)
      expect(sum(paid.map(({ off }) => off)) + left).toBe(shipping)
      expect(left).toBeGreaterThanOrEqual(0)
      const totals = cartTotals(
        lines.map((line, index) => ({
          ...line,
          discount: outcome.lines[index]?.discount ?? 0,
          taxRate: 2_200,
        })),
        { taxIncluded: true, shipping: { price: left, taxRate: 2_200 } },
      )
      expect(Number.isSafeInteger(totals.total) && totals.total >= 0).toBe(true)
      expect(totals.total).toBe(sum(totals.lines.map(({ total }) => total)) + left)
    },
  ),
  'neither the order of the promotions nor that of the lines matters': fc.property(
    arbitraryCart,
    fc.infiniteStream(fc.nat()),
    ({ lines, promotions }, stream) => {
      const shuffled = <T>(list: readonly T[]): T[] =>
        list
          .map((one) => ({ one, place: Number(stream.next().value) }))
          .sort((a, b) => a.place - b.place)
          .map(({ one }) => one)
      const outcome = applyPromotions(lines, promotions, contextOf())
      const other = applyPromotions(shuffled(lines), shuffled(promotions), contextOf())
      const byVariant = (all: typeof outcome.lines) =>
        all.toSorted((a, b) => (a.variantId < b.variantId ? -1 : 1))
      expect(byVariant(other.lines)).toEqual(byVariant(outcome.lines))
      expect(other.applied).toEqual(outcome.applied)
      expect(other.shipping).toEqual(outcome.shipping)
      expect(other.gifts).toEqual(outcome.gifts)
    },
  ),
  'every promotion either applies or says why it does not, once': fc.property(
    arbitraryCart,
    ({ lines, promotions }) => {
      const { applied, refused } = applyPromotions(lines, promotions, contextOf())
      expect([...applied, ...refused].map(({ id }) => id).toSorted()).toEqual(
        promotions.map(({ id }) => id).toSorted(),
      )
    },
  ),
  'no budget and no limit is ever gone beyond, however many carts come one after the other': fc.property(
    fc.array(arbitraryCart, { minLength: 1, maxLength: 12 }),
    (carts) => {
      const [first] = carts
      let promotions = first?.promotions ?? []
      for (const { lines, shipping } of carts) {
        const outcome = applyPromotions(lines, promotions, contextOf())
        const { paid } = shippingPaid(outcome.shipping, shipping)
        promotions = promotions.map((one) => {
          const use = outcome.applied.find(({ id }) => id === one.id)
          const off = paid.find(({ id }) => id === one.id)?.off ?? 0
          return use ? { ...one, uses: one.uses + 1, spent: one.spent + use.discount + off } : one
        })
        for (const [index, { budget, spent, maxUses, uses }] of promotions.entries()) {
          const before = first?.promotions[index]
          if (budget !== null) expect(spent).toBeLessThanOrEqual(Math.max(budget, before?.spent ?? 0))
          if (maxUses !== null) expect(uses).toBeLessThanOrEqual(Math.max(maxUses, before?.uses ?? 0))
        }
      }
    },
  ),
} as const
