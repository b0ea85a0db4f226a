import { expect, test } from 'vitest'
import { bytesOf, countOf, shareOf, spanOf } from './figures'

test('bytes are said in the largest unit of which there is one', () =>
  expect([0, 900, 1536, 12_900_000, 188_743_680, 3 * 1024 ** 4, 5000 * 1024 ** 4].map(bytesOf)).toEqual([
    '0 B',
    '900 B',
    '1.5 kB',
    '12.3 MB',
    '180 MB',
    '3.0 TB',
    '5000 TB',
  ]))

test('spans are short', () =>
  expect([0.0854, 12.4, 300, 4 * 3600, 9 * 86_400].map(spanOf)).toEqual([
    '85 ms',
    '12 s',
    '5 min',
    '4 h',
    '9 d',
  ]))

test('a share is never rounded up to the whole', () =>
  expect([1, 0.99999, 0.5].map(shareOf)).toEqual(['100.0 %', '99.9 %', '50.0 %']))

test('counts have their thousands apart', () => expect(countOf(22983)).toBe('22,983'))
