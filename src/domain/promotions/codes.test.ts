import { expect, test } from 'vitest'
import { codesFrom } from './codes'
import { normalCode } from './promotion'

test('codes are codes, behind their prefix, and no two alike', () => {
  let seed = 1
  const bytes = (count: number) =>
    Uint8Array.from({ length: count }, () => (seed = (seed * 16_807) % 2_147_483_647))
  const codes = codesFrom(bytes, { count: 5_000, prefix: 'SPRING' })
  expect(new Set(codes).size).toBe(5_000)
  for (const code of codes) expect(code).toMatch(/^SPRING-[2-9A-HJ-NP-Z]{10}$/)
  expect(codes.filter((code) => normalCode(code) !== code)).toEqual([])
})

test('the same bytes twice are one code, and another is drawn', () => {
  const draws = [0, 0, 1]
  expect(codesFrom((count) => new Uint8Array(count).fill(draws.shift() ?? 9), { count: 2 })).toEqual([
    '2222222222',
    '3333333333',
  ])
})

test.each([
  [' welcome 10 ', 'WELCOME10'],
  ['ab', ''],
  ['-abc', ''],
  ["x'; DROP", ''],
  ['ÄÖÜ', ''],
  ['x'.repeat(41), ''],
  ['\u0000abc', ''],
])('%j is the code %j', (given, code) => expect(normalCode(given)).toBe(code))
