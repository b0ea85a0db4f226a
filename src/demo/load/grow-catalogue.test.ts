import { expect, test } from 'vitest'
import { copyLine } from './copy'
import { wantedProducts } from './grow-catalogue'
import { barOf } from './progress'

test('the number of products is read from the command line', () => {
  expect(wantedProducts(['--products', '100000'])).toBe(100_000)
})

test.each([
  ['--products'],
  ['--products', '0'],
  ['--products', '-5'],
  ['--products', '1.5'],
  ['--products', '1e5'],
  ['--products', '9999999'],
  [],
])('%j is refused', (...args) =>
  expect(() => wantedProducts(args)).toThrow('--products takes a whole number'),
)

test('a line of COPY keeps tabs, line ends and backslashes inside their column', () =>
  expect(copyLine(['a\tb', 'c\nd', 'e\\f', 7])).toBe('a\\tb\tc\\nd\te\\\\f\t7\n'))

test('the bar is empty at first, full at the end and never more', () => {
  expect(barOf(0, 'start')).toContain('[                                ]   0 %')
  expect(barOf(0.5, 'half')).toContain('[################                ]  50 %')
  expect(barOf(3, 'done')).toContain(`[${'#'.repeat(32)}] 100 %`)
})
