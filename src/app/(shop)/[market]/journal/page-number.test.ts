import { expect, test } from 'vitest'
import { pageNumber } from './page-number'

test('the first page has one address, later ones say their number, and nothing else is a page', () => {
  expect(pageNumber(undefined)).toBe(1)
  expect(pageNumber('2')).toBe(2)
  expect(pageNumber('9999')).toBe(9999)
  for (const written of ['1', '0', '-2', '02', '2.5', 'two', '', '10000', ' 2'])
    expect(pageNumber(written), written).toBeUndefined()
})
