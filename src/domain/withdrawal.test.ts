import fc from 'fast-check'
import { expect, test } from 'vitest'
import { planWithdrawal, statementErrors, type WithdrawableLine } from './withdrawal'

const line = (changes: Partial<WithdrawableLine> = {}): WithdrawableLine => ({
  lineId: 'a',
  variantId: 'v',
  quantity: 3,
  shipped: 2,
  withdrawn: 0,
  returned: 0,
  ...changes,
})

test('the whole order: what has left comes back, what has not is not sent', () => {
  expect(planWithdrawal([line()])).toEqual({
    lines: [{ lineId: 'a', quantity: 3 }],
    isWhole: true,
    back: [{ lineId: 'a', quantity: 2 }],
    kept: [{ lineId: 'a', quantity: 1 }],
  })
})

test('a part: unsent pairs first', () => {
  expect(planWithdrawal([line()], [{ lineId: 'a', quantity: 2 }])).toMatchObject({
    isWhole: false,
    back: [{ quantity: 1 }],
    kept: [{ quantity: 1 }],
  })
})

test('pairs on their way back are stated and not asked for again', () => {
  expect(planWithdrawal([line({ shipped: 3, returned: 2 })])).toMatchObject({
    lines: [{ quantity: 3 }],
    back: [{ quantity: 1 }],
    kept: [],
  })
})

test('nothing is withdrawn from twice', () => {
  expect(() => planWithdrawal([line({ withdrawn: 3 })])).toThrow('withdrawal.nothing')
  expect(() => planWithdrawal([line({ withdrawn: 2 })], [{ lineId: 'a', quantity: 2 }])).toThrow(
    'withdrawal.nothing',
  )
  expect(() => planWithdrawal([line()], [{ lineId: 'x', quantity: 1 }])).toThrow('withdrawal.nothing')
})

test('never more pairs than were bought, in what comes back and what is kept together', () => {
  const pairs = fc.nat(20)
  fc.assert(
    fc.property(pairs, pairs, pairs, pairs, (a, b, c, d) => {
      const quantity = Math.max(a, b, 1)
      const shipped = Math.min(b, quantity)
      const one = line({
        quantity,
        shipped,
        returned: Math.min(c, shipped),
        withdrawn: Math.min(d, quantity),
      })
      if (one.withdrawn >= quantity) return
      const plan = planWithdrawal([one])
      const [back, kept] = [plan.back[0]?.quantity ?? 0, plan.kept[0]?.quantity ?? 0]
      expect(kept).toBeLessThanOrEqual(quantity - shipped)
      expect(back).toBeLessThanOrEqual(shipped - one.returned)
      expect(back + kept).toBeLessThanOrEqual(plan.lines[0]?.quantity ?? 0)
    }),
  )
})

test('a statement needs a name and an address, and no reason', () => {
  expect(statementErrors({ name: ' ', email: 'x' }).map((one) => one.path)).toEqual(['name', 'email'])
  expect(statementErrors({ name: 'Ada', email: 'ada@example.com' })).toEqual([])
})
