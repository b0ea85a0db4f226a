import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cardCodeFrom, coverTotal, normalCardCode } from './credit'

const bytes = fc.uint8Array({ minLength: 20, maxLength: 20 })

test('a code is 20 characters of 32, and is read however it is typed', () => {
  fc.assert(
    fc.property(bytes, (random) => {
      const code = cardCodeFrom(random)
      expect(code).toMatch(/^([2-9A-HJ-NP-Z]{4}-){4}[2-9A-HJ-NP-Z]{4}$/)
      const plain = code.replaceAll('-', '')
      expect(normalCardCode(` ${code.toLowerCase().replaceAll('-', ' ')} `)).toBe(plain)
    }),
  )
})

test('each of the 32 values of a byte is a character of its own: five bits each', () => {
  const codes = Array.from({ length: 32 }, (_, value) => cardCodeFrom(new Uint8Array(20).fill(value))[0])
  expect(new Set(codes).size).toBe(32)
})

test.each(['', 'WELCOME10', '7H2K-7H2K-7H2K-7H2K', '7H2K-7H2K-7H2K-7H2K-7H20', '7H2K-7H2K-7H2K-7H2K-7H2K-7'])(
  '%j is no code',
  (typed) => expect(normalCardCode(typed)).toBeUndefined(),
)

test('parts and rest are the total, no part beyond its balance, the first ones first', () => {
  const credit = fc.record({ id: fc.uuid(), balance: fc.integer({ min: 0, max: 20_000 }) })
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 50_000 }),
      fc.array(credit, { maxLength: 10 }),
      (total, credits) => {
        const { parts, rest } = coverTotal(total, credits)
        expect(parts.reduce((sum, part) => sum + part.amount, rest)).toBe(total)
        expect(rest).toBe(Math.max(0, total - credits.reduce((sum, one) => sum + one.balance, 0)))
        for (const { credit: from, amount } of parts) {
          expect(amount).toBeGreaterThan(0)
          expect(amount).toBeLessThanOrEqual(from.balance)
        }
        for (const [index, part] of parts.slice(0, -1).entries())
          expect(part.amount, String(index)).toBe(part.credit.balance)
      },
    ),
    { numRuns: 1000 },
  )
})
