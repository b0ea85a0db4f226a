import { describe, expect, test } from 'vitest'
import { applyPromotions, shippingPaid } from './apply'
import type { Promotion, PromotionContext, PromotionLine } from './promotion'

const now = new Date('2026-11-27T12:00:00Z')
const context: PromotionContext = { currency: 'EUR', country: 'IT', now, groups: [] }

const line = (variantId: string, unitPrice: number, changes: Partial<PromotionLine> = {}): PromotionLine => ({
  variantId,
  productId: `p-${variantId}`,
  brandId: null,
  categoryIds: [],
  unitPrice,
  quantity: 1,
  ...changes,
})

const promotion = (changes: Partial<Promotion> = {}): Promotion => ({
  id: 'a',
  name: 'Autumn',
  isActive: true,
  code: null,
  effect: 'percent',
  percent: 1_000,
  amount: null,
  buy: 1,
  get: 1,
  getPercent: 10_000,
  gift: null,
  priority: 100,
  isExclusive: false,
  startsAt: null,
  endsAt: null,
  isInCurrency: true,
  minValue: null,
  minQuantity: null,
  products: [],
  categories: [],
  brands: [],
  countries: [],
  groups: [],
  needsFirstOrder: false,
  isFirstOrder: true,
  maxUses: null,
  maxPerCustomer: null,
  maxOfCode: null,
  budget: null,
  uses: 0,
  usesOfCustomer: 0,
  usesOfCode: 0,
  spent: 0,
  ...changes,
})

const off = (lines: PromotionLine[], ...promotions: Promotion[]) =>
  applyPromotions(lines, promotions, context).lines.map(({ discount }) => discount)

describe('effects', () => {
  test('a share is taken of the matching lines together and split to the unit', () => {
    expect(off([line('x', 3_333), line('y', 3_333), line('z', 3_334)], promotion())).toEqual([333, 333, 334])
  })

  test('an amount is split by value, and is never more than there is', () => {
    const ten = promotion({ effect: 'amount', amount: 1_000 })
    expect(off([line('x', 2_000), line('y', 6_000)], ten)).toEqual([250, 750])
    expect(off([line('x', 400), line('y', 300)], ten)).toEqual([400, 300])
  })

  test('of three for two the cheapest pair is free, of six the two cheapest', () => {
    const threeForTwo = promotion({ effect: 'buy-get', buy: 2, get: 1 })
    expect(off([line('x', 9_000, { quantity: 2 }), line('y', 5_000)], threeForTwo)).toEqual([0, 5_000])
    expect(off([line('x', 9_000, { quantity: 3 }), line('y', 5_000, { quantity: 3 })], threeForTwo)).toEqual([
      0, 10_000,
    ])
  })

  test('the second pair at half the price', () => {
    const half = promotion({ effect: 'buy-get', buy: 1, get: 1, getPercent: 5_000 })
    expect(off([line('x', 9_000), line('y', 5_001)], half)).toEqual([0, 2_501])
  })

  test('a gift is given while there is one for it beside what is bought', () => {
    const gift = { variantId: 'g', quantity: 1, available: 2, value: 900 }
    const given = promotion({ effect: 'gift', gift })
    expect(applyPromotions([line('x', 100)], [given], context).gifts).toMatchObject([
      { variantId: 'g', quantity: 1 },
    ])
    const greedy = applyPromotions([line('g', 100, { quantity: 2 })], [given], context)
    expect(greedy).toMatchObject({ gifts: [], refused: [{ refusal: { reason: 'gift-unavailable' } }] })
  })

  test('two promotions do not give the same last pair', () => {
    const gift = { variantId: 'g', quantity: 1, available: 1, value: 900 }
    const both = [promotion({ effect: 'gift', gift }), promotion({ id: 'b', effect: 'gift', gift })]
    expect(applyPromotions([line('x', 100)], both, context)).toMatchObject({
      gifts: [{ promotionId: 'a' }],
      refused: [{ id: 'b', refusal: { reason: 'gift-unavailable' } }],
    })
  })

  test('free delivery pays what it costs, up to its own limit and what is left of its budget', () => {
    const grantsOf = (changes: Partial<Promotion>) =>
      applyPromotions([line('x', 100)], [promotion({ effect: 'free-shipping', ...changes })], context)
        .shipping
    expect(shippingPaid(grantsOf({}), 590)).toEqual({
      paid: [{ id: 'a', name: 'Autumn', off: 590 }],
      left: 0,
    })
    expect(shippingPaid(grantsOf({ amount: 500 }), 590).left).toBe(90)
    expect(shippingPaid(grantsOf({ budget: 1_000, spent: 900 }), 590).left).toBe(490)
    const twice = [...grantsOf({ amount: 400 }), ...grantsOf({ id: 'b', amount: 400 })]
    expect(shippingPaid(twice, 590)).toMatchObject({ paid: [{ off: 400 }, { off: 190 }], left: 0 })
  })
})

describe('conditions', () => {
  const bag = [line('x', 5_000, { quantity: 2, brandId: 'molini', categoryIds: ['boots'] }), line('y', 3_000)]
  const reason = (changes: Partial<Promotion>, groups: string[] = []) =>
    applyPromotions(bag, [promotion(changes)], { ...context, groups }).refused[0]?.refusal
  const applied = (changes: Partial<Promotion>, groups: string[] = []) =>
    applyPromotions(bag, [promotion(changes)], { ...context, groups }).discount

  test.each([
    ['not switched on', { isActive: false }, { reason: 'unknown' }],
    [
      'not begun',
      { startsAt: '2026-12-01T00:00:00Z' },
      { reason: 'not-started', startsAt: '2026-12-01T00:00:00Z' },
    ],
    ['over', { endsAt: '2026-11-27T12:00:00Z' }, { reason: 'ended' }],
    ['used up', { maxUses: 10, uses: 10 }, { reason: 'used-up' }],
    ['a code used up', { maxOfCode: 1, usesOfCode: 1 }, { reason: 'used-up' }],
    ['a budget spent', { budget: 500, spent: 500 }, { reason: 'used-up' }],
    ['a budget too small for this', { budget: 500, spent: 0 }, { reason: 'used-up' }],
    ['used by this customer', { maxPerCustomer: 1, usesOfCustomer: 1 }, { reason: 'used-by-you' }],
    ['in other currencies', { isInCurrency: false }, { reason: 'currency' }],
    ['for another country', { countries: ['DE'] }, { reason: 'country' }],
    ['for a group', { groups: ['friends'] }, { reason: 'customer-group' }],
    ['for first orders', { needsFirstOrder: true, isFirstOrder: false }, { reason: 'first-order' }],
    ['for other products', { products: ['p-z'] }, { reason: 'no-matching-products' }],
    [
      'for a brand in another category',
      { brands: ['molini'], categories: ['sandals'] },
      { reason: 'no-matching-products' },
    ],
    ['for more pairs', { minQuantity: 5 }, { reason: 'minimum-quantity', minimum: 5, missing: 2 }],
    [
      'three for two of two',
      { effect: 'buy-get', buy: 3, get: 1 },
      { reason: 'minimum-quantity', minimum: 4, missing: 1 },
    ],
    ['for more value', { minValue: 15_000 }, { reason: 'minimum-value', minimum: 15_000, missing: 2_000 }],
    ['an amount of nothing', { effect: 'amount', amount: 0 }, { reason: 'no-effect' }],
  ] as const)('%s', (_name, changes, expected) => {
    expect(reason(changes as Partial<Promotion>)).toEqual(expected)
  })

  test.each([
    ['a product', { products: ['p-y'] }, 300],
    ['a brand', { brands: ['molini'] }, 1_000],
    ['a category', { categories: ['boots', 'shoes'] }, 1_000],
    ['its country', { countries: ['DE', 'IT'] }, 1_300],
    ['its window', { startsAt: '2026-11-27T12:00:00Z', endsAt: '2026-11-27T12:00:01Z' }, 1_300],
    ['just enough pairs', { minQuantity: 3 }, 1_300],
    ['just enough value', { minValue: 13_000 }, 1_300],
    ['value that counts matching pairs alone', { minValue: 10_000, brands: ['molini'] }, 1_000],
    ['a last use', { maxUses: 10, uses: 9, maxPerCustomer: 1, maxOfCode: 1 }, 1_300],
    ['a budget that just suffices', { budget: 1_300 }, 1_300],
  ] as const)('%s is enough', (_name, changes, expected) => {
    expect(applied(changes as Partial<Promotion>)).toBe(expected)
  })

  test('one of the customer groups is enough', () => {
    expect(applied({ groups: ['friends', 'staff'] }, ['staff'])).toBe(1_300)
  })
})

describe('together', () => {
  const bag = [line('x', 10_000)]
  const first = promotion({ id: 'a', name: 'First', priority: 1, percent: 5_000 })
  const then = promotion({ id: 'b', name: 'Then', priority: 2, effect: 'amount', amount: 1_000 })

  test('they apply in their stated order, each on what is left, and say so', () => {
    expect(applyPromotions(bag, [then, first], context).lines[0]).toEqual({
      variantId: 'x',
      discount: 6_000,
      steps: [
        { rule: 'First', promotionId: 'a', effect: 'percent', off: 5_000, left: 5_000 },
        { rule: 'Then', promotionId: 'b', effect: 'amount', off: 1_000, left: 4_000 },
      ],
    })
    expect(applyPromotions(bag, [{ ...first, priority: 3 }, then], context).discount).toBe(5_500)
  })

  test('nothing is left to a promotion after one that took all', () => {
    const all = promotion({ id: 'a', priority: 1, percent: 10_000 })
    expect(applyPromotions(bag, [all, then], context)).toMatchObject({
      discount: 10_000,
      refused: [{ id: 'b', refusal: { reason: 'no-effect' } }],
    })
  })

  test('one that applies alone leaves the others out by the stated order, and else by what it saves', () => {
    const alone = promotion({ id: 'c', name: 'Alone', isExclusive: true, percent: 4_000, priority: 1 })
    const other = promotion({ id: 'd', name: 'Other', percent: 3_000, priority: 1 })
    expect(applyPromotions(bag, [other, alone], context)).toMatchObject({
      applied: [{ id: 'c' }],
      refused: [{ id: 'd', refusal: { reason: 'not-combinable', with: 'Alone' } }],
    })
    expect(applyPromotions(bag, [{ ...other, priority: 0 }, alone], context).applied).toMatchObject([
      { id: 'd' },
    ])
    expect(applyPromotions(bag, [{ ...other, percent: 4_001 }, alone], context).applied).toMatchObject([
      { id: 'd' },
    ])
  })

  test('one that may not apply does not stand in the way of the others', () => {
    const alone = promotion({ id: 'c', isExclusive: true, percent: 9_000, priority: 0, minValue: 20_000 })
    expect(applyPromotions(bag, [alone, first], context).applied).toMatchObject([{ id: 'a' }])
  })

  test('a cart without lines has nothing to promote', () => {
    expect(applyPromotions([], [first, then], context)).toMatchObject({ discount: 0, applied: [], lines: [] })
  })
})
