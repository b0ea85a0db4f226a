import fc from 'fast-check'
import { expect, test } from 'vitest'
import { planRefund, shareOf, type RefundableLine, type RefundableOrder } from './refund'

const line = (changes: Partial<RefundableLine> = {}): RefundableLine => ({
  lineId: 'a',
  quantity: 3,
  worth: 10_000,
  tax: 1_803,
  refunded: 0,
  ...changes,
})
const order = (changes: Partial<RefundableOrder> = {}): RefundableOrder => ({
  lines: [line()],
  shipping: 590,
  shippingTax: 106,
  refundable: 10_590,
  ...changes,
})

const lines = fc
  .array(
    fc.record({
      quantity: fc.integer({ min: 1, max: 20 }),
      worth: fc.nat(5_000_000),
      tax: fc.nat(1_000),
    }),
    { minLength: 1, maxLength: 6 },
  )
  .map((rows) =>
    rows.map((row, index) => ({
      ...row,
      tax: Math.min(row.tax, row.worth),
      lineId: `l${index}`,
      refunded: 0,
    })),
  )

test('the shares of consecutive pairs add up to the line, however it is split', () => {
  fc.assert(
    fc.property(
      fc.nat(10_000_000),
      fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1 }),
      (worth, steps) => {
        const quantity = steps.reduce((sum, step) => sum + step, 0)
        let from = 0
        const parts = steps.map((step) => {
          const part = shareOf(worth, quantity, { from, to: from + step })
          from += step
          return part
        })
        expect(parts.reduce((sum, part) => sum + part, 0)).toBe(worth)
        expect(parts.every((part) => part >= 0)).toBe(true)
      },
    ),
  )
})

test('all lines given back pair by pair in any order, and delivery, are the whole order to the cent', () => {
  fc.assert(
    fc.property(lines, fc.nat(2_000), fc.infiniteStream(fc.nat(1_000)), (all, shipping, picks) => {
      const whole = all.reduce((sum, one) => sum + one.worth, shipping)
      let now: RefundableOrder = { lines: all, shipping, shippingTax: 0, refundable: whole }
      const tax = new Map<string, number>()
      while (now.lines.some((one) => one.refunded < one.quantity)) {
        const left = now.lines.filter((one) => one.refunded < one.quantity)
        const next = left[Number(picks.next().value) % left.length]
        if (!next) break
        const plan = planRefund(now, { lines: [{ lineId: next.lineId, quantity: 1 }] })
        tax.set(next.lineId, (tax.get(next.lineId) ?? 0) + (plan.lines[0]?.tax ?? 0))
        now = {
          ...now,
          refundable: now.refundable - plan.amount,
          lines: now.lines.map((one) => (one === next ? { ...one, refunded: one.refunded + 1 } : one)),
        }
      }
      if (shipping > 0)
        now = { ...now, refundable: now.refundable - planRefund(now, { shipping: true }).amount }
      expect(now.refundable).toBe(0)
      for (const one of all) expect(tax.get(one.lineId)).toBe(one.tax)
    }),
  )
})

test('never more than is left of what came, whatever is asked', () => {
  fc.assert(
    fc.property(
      lines,
      fc.nat(100_000),
      fc.option(fc.integer({ min: -10, max: 200_000 }), { nil: undefined }),
      fc.array(
        fc.record({ lineId: fc.constantFrom('l0', 'l1', 'x'), quantity: fc.integer({ min: -1, max: 25 }) }),
      ),
      (all, refundable, amount, wanted) => {
        try {
          const plan = planRefund(
            { lines: all, shipping: 590, shippingTax: 100, refundable },
            { lines: wanted, ...(amount !== undefined && { amount }) },
          )
          expect(plan.amount).toBeLessThanOrEqual(refundable)
          expect(plan.amount).toBeGreaterThanOrEqual(0)
          const parts = plan.lines.reduce((sum, one) => sum + one.amount, plan.shipping)
          expect(wanted.length === 0 ? 0 : plan.amount).toBe(parts)
          expect(plan.lines.every((one) => one.tax <= one.amount)).toBe(true)
        } catch (error) {
          expect(['validation.failed', 'refund.line', 'refund.amount']).toContain(
            (error as { code?: string }).code,
          )
        }
      },
    ),
  )
})

test('a worn pair gives back less than it cost, and counts as given back', () => {
  expect(planRefund(order(), { lines: [{ lineId: 'a', quantity: 1 }], amount: 3_000 })).toMatchObject({
    amount: 3_000,
    lines: [{ quantity: 1, amount: 3_000, tax: 541 }],
  })
  expect(() => planRefund(order(), { lines: [{ lineId: 'a', quantity: 1 }], amount: 3_334 })).toThrow(
    'refund.amount',
  )
})

test.each([
  [
    'the same pair twice',
    order({ lines: [line({ refunded: 3 })] }),
    { lines: [{ lineId: 'a', quantity: 1 }] },
    'refund.line',
  ],
  ['more than came', order({ refundable: 100 }), { amount: 101 }, 'refund.amount'],
  [
    'a line when its money went as goodwill',
    order({ refundable: 100 }),
    { lines: [{ lineId: 'a', quantity: 1 }] },
    'refund.amount',
  ],
  ['more delivery than was paid', order(), { shipping: 591 }, 'refund.amount'],
  ['delivery twice', order({ shipping: 0 }), { shipping: true }, 'refund.amount'],
  ['nothing', order(), {}, 'validation.failed'],
  ['a stranger line', order(), { lines: [{ lineId: 'z', quantity: 1 }] }, 'validation.failed'],
  ['half a pair', order(), { lines: [{ lineId: 'a', quantity: 0.5 }] }, 'validation.failed'],
  [
    'a line named twice',
    order(),
    {
      lines: [
        { lineId: 'a', quantity: 1 },
        { lineId: 'a', quantity: 1 },
      ],
    },
    'validation.failed',
  ],
])('%s is refused', (_, now, request, code) => {
  expect(() => planRefund(now, request)).toThrow(code)
})
