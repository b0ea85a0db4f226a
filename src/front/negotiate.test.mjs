import { expect, test } from 'vitest'
import { chooseEncoding, isUnchanged } from './negotiate.mjs'

test.each([
  [undefined, 'identity'],
  ['', 'identity'],
  ['gzip, deflate, br, zstd', 'br'],
  ['gzip, deflate', 'gzip'],
  ['GZIP', 'gzip'],
  ['br;q=0.1, gzip', 'gzip'],
  ['br;q=0, gzip;q=0', 'identity'],
  ['*', 'br'],
  ['*;q=0', 'identity'],
  ['br;q=0, *', 'gzip'],
  ['identity, gzip;q=0.5', 'identity'],
  ['br;q=loud, gzip;q=0.2', 'gzip'],
  ['deflate', 'identity'],
  [', ;q=1,,', 'identity'],
])('%s is answered with %s', (header, encoding) => expect(chooseEncoding(header)).toBe(encoding))

test.each([
  ['"a"', true],
  ['W/"a"', true],
  ['"x", "a"', true],
  ['*', true],
  ['"ab"', false],
  ['a', false],
])('%s names the page: %s', (header, isSame) => expect(isUnchanged(header, '"a"')).toBe(isSame))
