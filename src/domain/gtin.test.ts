import { expect, test } from 'vitest'
import { isGtin } from './gtin'

test.each([
  ['4006381333931', true],
  ['4006381333932', false],
  ['96385074', true],
  ['00012345600012', true],
  ['12345', false],
  ['', false],
])('%s as a GTIN: %s', (code, right) => expect(isGtin(code)).toBe(right))
