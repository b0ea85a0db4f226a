import { expect, test } from 'vitest'
import { erasedEmail, isErasedEmail, mattersOf, wordsPattern, type OrderFacts } from './erasure'

const now = new Date('2026-11-27T12:00:00Z')
const done: OrderFacts = { fulfilmentStatus: 'delivered', openPayments: 0, owed: 0, held: 0, openReturns: 0 }

test('an order that was delivered and paid holds nobody back, nor does one that was cancelled', () => {
  expect(mattersOf(done, now)).toEqual([])
  expect(mattersOf({ ...done, fulfilmentStatus: 'cancelled' }, now)).toEqual([])
})

test.each([
  [{ fulfilmentStatus: 'unfulfilled' }, ['delivery']],
  [{ fulfilmentStatus: 'partially-fulfilled', shippedAt: new Date('2025-01-01') }, ['delivery']],
  [{ fulfilmentStatus: 'fulfilled', shippedAt: new Date('2026-11-20') }, ['delivery']],
  [{ fulfilmentStatus: 'fulfilled', shippedAt: new Date('2026-10-20') }, []],
  [{ openPayments: 1 }, ['payment']],
  [{ owed: 1 }, ['payment']],
  [{ held: 1 }, ['payment']],
  [{ dispute: 'open' }, ['payment']],
  [{ dispute: 'lost' }, []],
  [{ openReturns: 1 }, ['return']],
] satisfies [Partial<OrderFacts>, string[]][])('%j is open for %j', (facts, matters) => {
  expect(mattersOf({ ...done, ...facts }, now)).toEqual(matters)
})

test('an erased address is known as one', () => {
  expect(isErasedEmail(erasedEmail('x'))).toBe(true)
  expect(isErasedEmail('ada@example.com')).toBe(false)
})

test('a pattern takes words literally and leaves short ones out', () => {
  expect(wordsPattern(['Li', ' '])).toBeUndefined()
  expect(wordsPattern(['a.b', 'a.b', 'Rossi'])).toBe('(?<![[:alnum:]])(?:Rossi|a\\.b)(?![[:alnum:]])')
})
