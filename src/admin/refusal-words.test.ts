import { expect, test } from 'vitest'
import { refusalWords } from './refusal-words'

test('a refusal is said by its code', () => {
  expect(refusalWords({ status: 409, code: 'payment.amount' })).toBe('That is more than is still to pay.')
  expect(
    refusalWords({ status: 409, code: 'stock.insufficient', lines: [{ available: 1, requested: 3 }] }),
  ).toBe('Only 1 free; 3 would be needed.')
  expect(
    refusalWords({ status: 422, code: 'validation.failed', errors: [{ message: 'A reason is missing.' }] }),
  ).toBe('A reason is missing.')
})

test('without a known code the status speaks, and never the inner message', () => {
  expect(refusalWords({ status: 401 })).toBe('You are signed out. Sign in again; nothing was changed.')
  expect(refusalWords({ status: 500, detail: 'relation "orders" does not exist' })).not.toContain('relation')
})
