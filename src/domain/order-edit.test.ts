import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cartTotals } from './cart-totals'
import { planEdit, type Choice, type EditableLine } from './order-edit'

const line = (changes: Partial<EditableLine> = {}): EditableLine => ({
  lineId: 'a',
  variantId: 'v1',
  productId: 'p',
  quantity: 3,
  shipped: 0,
  unitPrice: 10_000,
  discount: 1_000,
  taxRate: 2_200,
  refunded: 0,
  ...changes,
})
const choice = (variantId: string, price: number, productId = 'p'): Choice => ({
  variantId,
  productId,
  price,
})

test('fewer pairs keep their share of the frozen discount', () => {
  expect(planEdit([line()], { lines: [{ lineId: 'a', quantity: 2 }] }, [])).toEqual([
    { lineId: 'a', variantId: 'v1', quantity: 2, unitPrice: 10_000, discount: 666, taxRate: 2_200 },
  ])
})

test('another size costs what the sizes differ today, whatever the price has become', () => {
  const choices = [choice('v1', 15_000), choice('v2', 15_500)]
  expect(planEdit([line()], { lines: [{ lineId: 'a', variantId: 'v2' }] }, choices)).toMatchObject([
    { variantId: 'v2', quantity: 3, unitPrice: 10_500, discount: 1_000 },
  ])
})

test('what is added costs what it costs today', () => {
  expect(
    planEdit([line()], { add: [{ variantId: 'x', quantity: 1 }] }, [choice('x', 7_000, 'q')]),
  ).toMatchObject([{ lineId: 'a' }, { variantId: 'x', unitPrice: 7_000, discount: 0, taxRate: 2_200 }])
})

test.each([
  [
    'a pair whose money went back',
    [line({ refunded: 1 })],
    { lines: [{ lineId: 'a', quantity: 2 }] },
    'order.edit',
  ],
  ['fewer than have left', [line({ shipped: 2 })], { lines: [{ lineId: 'a', quantity: 1 }] }, 'order.edit'],
  [
    'the size of what has left',
    [line({ shipped: 1 })],
    { lines: [{ lineId: 'a', variantId: 'v2' }] },
    'order.edit',
  ],
  ['the last line', [line()], { lines: [{ lineId: 'a', quantity: 0 }] }, 'validation.failed'],
  ['another product', [line()], { lines: [{ lineId: 'a', variantId: 'x' }] }, 'validation.failed'],
  ['a size twice', [line()], { add: [{ variantId: 'v1', quantity: 1 }] }, 'validation.failed'],
  ['21 pairs', [line()], { lines: [{ lineId: 'a', quantity: 21 }] }, 'validation.failed'],
  ['a stranger', [line()], { add: [{ variantId: 'gone', quantity: 1 }] }, 'variant.not-found'],
  ['no such line', [line()], { lines: [{ lineId: 'z', quantity: 1 }] }, 'validation.failed'],
])('%s is not changed', (_, lines, request, code) => {
  const choices = [choice('v1', 1), choice('v2', 1), choice('x', 1, 'q')]
  expect(() => planEdit(lines, request, choices)).toThrow(code)
})

test('whatever is changed, the totals are the sum of the lines and nothing is below zero', () => {
  const lines = fc
    .array(
      fc.record({
        quantity: fc.integer({ min: 1, max: 20 }),
        unitPrice: fc.nat(100_000),
        discount: fc.nat(100_000),
        taxRate: fc.constantFrom(0, 1_900, 2_200),
      }),
      { minLength: 1, maxLength: 5 },
    )
    .map((rows) =>
      rows.map((row, index) =>
        line({
          ...row,
          lineId: `l${index}`,
          variantId: `v${index}`,
          discount: Math.min(row.discount, row.unitPrice * row.quantity),
        }),
      ),
    )
  const choices = ['v0', 'v1', 'n0', 'n1'].map((id, index) => choice(id, index * 777))
  const change = fc.record(
    {
      lineId: fc.constantFrom('l0', 'l1', 'l2'),
      quantity: fc.nat(20),
      variantId: fc.constantFrom('v0', 'n0', 'n1'),
    },
    { requiredKeys: ['lineId'] },
  )
  fc.assert(
    fc.property(lines, fc.array(change, { maxLength: 3 }), fc.boolean(), (before, changes, taxIncluded) => {
      try {
        const after = planEdit(before, { lines: changes }, choices)
        const totals = cartTotals(after, { taxIncluded, shipping: { price: 590 } })
        const sum = totals.lines.reduce((all, one) => all + one.total, 590)
        expect(totals.total).toBe(sum + (taxIncluded ? 0 : totals.tax))
        expect(totals.lines.every((one) => one.total >= 0 && one.discount >= 0 && one.tax >= 0)).toBe(true)
        for (const one of after) {
          const was = before.find((other) => other.lineId === one.lineId)
          if (was && was.quantity === one.quantity && was.variantId === one.variantId)
            expect(one.discount).toBe(was.discount)
        }
      } catch (error) {
        expect(['validation.failed', 'variant.not-found']).toContain((error as { code?: string }).code)
      }
    }),
  )
})
