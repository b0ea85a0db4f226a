import fc, { type IProperty } from 'fast-check'
import { expect, test } from 'vitest'
import { env } from '#env'
import { cartTotals } from '#domain/cart-totals'
import { applyPromotions, shippingPaid } from '#domain/promotions/apply'
import {
  promotionEffects,
  type Promotion,
  type PromotionContext,
  type PromotionLine,
} from '#domain/promotions/promotion'

const numRuns = env.MOLINI_PROOF === 'full' ? 100_000 : 10_000

const ids = (...all: string[]) => fc.subarray(all)
const orNone = <T>(one: fc.Arbitrary<T>) => fc.option(one, { nil: null })

const arbitraryLine: fc.Arbitrary<Omit<PromotionLine, 'variantId'>> = fc.record({
  productId: fc.constantFrom('p1', 'p2', 'p3'),
  brandId: orNone(fc.constantFrom('b1', 'b2')),
  categoryIds: ids('c1', 'c2', 'c3'),
  unitPrice: fc.nat(100_000),
  quantity: fc.integer({ min: 1, max: 20 }),
})

const arbitraryPromotion: fc.Arbitrary<Omit<Promotion, 'id' | 'name'>> = fc.record({
  isActive: fc.boolean(),
  code: orNone(fc.constantFrom('WELCOME')),
  effect: fc.constantFrom(...promotionEffects),
  percent: fc.integer({ min: 1, max: 10_000 }),
  amount: orNone(fc.nat(50_000)),
  buy: fc.integer({ min: 1, max: 4 }),
  get: fc.integer({ min: 1, max: 3 }),
  getPercent: fc.integer({ min: 1, max: 10_000 }),
  gift: orNone(
    fc.record({
      variantId: fc.constantFrom('v0', 'v1', 'gift'),
      quantity: fc.integer({ min: 1, max: 2 }),
      available: fc.nat(30),
      value: fc.nat(10_000),
    }),
  ),
  priority: fc.nat(3),
  isExclusive: fc.boolean(),
  startsAt: fc.constant(null),
  endsAt: fc.constant(null),
  isInCurrency: fc.constant(true),
  minValue: orNone(fc.nat(200_000)),
  minQuantity: orNone(fc.integer({ min: 1, max: 30 })),
  products: ids('p1', 'p2'),
  categories: ids('c1', 'c2'),
  brands: ids('b1'),
  countries: fc.constant([]),
  groups: fc.constant([]),
  needsFirstOrder: fc.boolean(),
  isFirstOrder: fc.boolean(),
  maxUses: orNone(fc.integer({ min: 1, max: 4 })),
  maxPerCustomer: fc.constant(null),
  maxOfCode: fc.constant(null),
  budget: orNone(fc.nat(80_000)),
  uses: fc.nat(3),
  usesOfCustomer: fc.constant(0),
  usesOfCode: fc.constant(0),
  spent: fc.nat(40_000),
})

/** A cart of up to 20 lines, up to eight promotions that may concern it, and what its delivery costs. */
const arbitraryCart = fc
  .record({
    lines: fc.array(arbitraryLine, { maxLength: 20 }),
    promotions: fc.array(arbitraryPromotion, { maxLength: 8 }),
    shipping: fc.nat(2_000),
  })
  .map(({ lines, promotions, shipping }) => ({
    lines: lines.map((line, index): PromotionLine => ({ ...line, variantId: `v${index}` })),
    promotions: promotions.map((one, index): Promotion => ({
      ...one,
      id: `r${index}`,
      name: `Rule ${index}`,
    })),
    shipping,
  }))

const contextOf = (): PromotionContext => ({
  currency: 'EUR',
  country: 'IT',
  now: new Date('2026-11-27T12:00:00Z'),
  groups: [],
})

const sum = (figures: readonly number[]): number => figures.reduce((all, figure) => all + figure, 0)

/** What must hold of every cart with any promotions. */
const properties = {
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
        { taxIncluded: true, shipping: { price: left } },
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
    fc.array(arbitraryCart, { minLength: 1, maxLength: 6 }),
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

test.each(Object.entries(properties))(`${numRuns} carts: %s`, (_name, property) => {
  fc.assert(property as IProperty<unknown>, { numRuns })
})
