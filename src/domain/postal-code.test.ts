import { expect, test } from 'vitest'
import { isPostalCode } from './postal-code'

test.each([
  ['AT', '1080', true],
  ['AT', '10800', false],
  ['GB', 'sw1a 1aa', true],
  ['GB', '12345', false],
  ['US', '10001-1234', true],
  ['MT', 'VLT 1117', true],
])('in %s, %s: %s', (country, code, good) => expect(isPostalCode(country, code)).toBe(good))
