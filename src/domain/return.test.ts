import fc from 'fast-check'
import { expect, test } from 'vitest'
import { exchangeLine, planReturn, type ReturnableLine } from './return'
import {
  advanceReturn,
  readReturnReason,
  returnStatuses,
  returnTransitions,
  type ReturnReason,
} from './return-state'

const line = (changes: Partial<ReturnableLine> = {}): ReturnableLine => ({
  lineId: 'a',
  variantId: 'v',
  quantity: 3,
  shipped: 2,
  returned: 1,
  ...changes,
})
const want = (quantity: number, changes: object = {}) => [
  { lineId: 'a', quantity, reason: 'too-small' as ReturnReason, ...changes },
]

test('what has left and is not on its way back may come back', () => {
  expect(planReturn([line()], want(1))).toMatchObject({ resolution: 'refund', lines: [{ variantId: 'v' }] })
  expect(planReturn([line()], want(1, { exchangeVariantId: 'w' })).resolution).toBe('exchange')
})

test.each([
  ['a line that was not bought', want(1, { lineId: 'z' }), 'return.line', 'not-bought'],
  ['more pairs than were bought', want(4), 'return.line', 'not-bought'],
  ['a pair that has not been shipped', want(3), 'return.line', 'not-shipped'],
  ['a pair that is on its way back', want(2), 'return.line', 'returned'],
])('%s is refused and says why', (_, wanted, code, reason) => {
  expect(() => planReturn([line()], wanted)).toThrow(
    expect.objectContaining({ code, status: 409, details: expect.objectContaining({ reason }) as unknown }),
  )
})

test.each([
  ['nothing', []],
  ['half a pair', want(0.5)],
  ['no pair', want(0)],
  ['a line twice', [...want(1), ...want(1)]],
  ['the size that comes back', want(1, { exchangeVariantId: 'v' })],
])('%s is no return', (_, wanted) => {
  expect(() => planReturn([line()], wanted)).toThrow('validation.failed')
})

test('money back and another size are two returns, and so are two lines of one size', () => {
  const two = [line(), line({ lineId: 'b', variantId: 'w' })]
  const other = { lineId: 'b', quantity: 1, reason: 'too-large' as ReturnReason }
  expect(() => planReturn(two, [...want(1, { exchangeVariantId: 'x' }), other])).toThrow('validation.failed')
  expect(() =>
    planReturn(two, [...want(1, { exchangeVariantId: 'x' }), { ...other, exchangeVariantId: 'x' }]),
  ).toThrow('validation.failed')
})

test('an exchange costs what the sizes differ today, never what the price has risen since', () => {
  const price = fc.nat(100_000)
  fc.assert(
    fc.property(price, price, price, fc.integer({ min: 1, max: 20 }), (paid, from, to, quantity) => {
      const { unitPrice, discount, difference } = exchangeLine({ paid, from, to, quantity })
      const total = unitPrice * quantity - discount
      expect(total).toBe(Math.max(0, difference))
      expect(discount).toBeGreaterThanOrEqual(0)
      if (from === to) expect([total, difference]).toEqual([0, 0])
    }),
  )
})

test('the table of returns knows every status, ends where it ends, and nowhere else', () => {
  expect(Object.keys(returnTransitions)).toEqual([...returnStatuses])
  expect(advanceReturn('requested', 'approved')).toBe('approved')
  expect(() => advanceReturn('requested', 'completed')).toThrow('return.state')
  expect(() => advanceReturn('received', 'cancelled')).toThrow('return.state')
  for (const end of ['completed', 'rejected', 'cancelled'] as const)
    expect(returnTransitions[end]).toEqual([])
})

test('a reason is read as a person writes it', () => {
  expect(readReturnReason('Too small')).toBe('too-small')
  expect(readReturnReason('they squeak')).toBeUndefined()
})
