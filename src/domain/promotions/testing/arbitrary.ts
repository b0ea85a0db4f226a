import fc from 'fast-check'
import { promotionEffects, type Promotion, type PromotionContext, type PromotionLine } from '../promotion'

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
export const arbitraryCart = fc
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

export const contextOf = (): PromotionContext => ({
  currency: 'EUR',
  country: 'IT',
  now: new Date('2026-11-27T12:00:00Z'),
  groups: [],
})
