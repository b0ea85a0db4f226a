import fc from 'fast-check'
import { expect, test } from 'vitest'
import { csvLine, csvMoney } from './csv'

test('commas, quotes and lines are kept within their cell', () =>
  expect(csvLine(['a,b', 'say "no"', 'two\nlines', 7, null, undefined])).toBe(
    '"a,b","say ""no""","two\nlines",7,,\r\n',
  ))

test.each(['=1+1', '+1', '-1', '@sum', '\tx'])('%j is no formula', (text) =>
  expect(csvLine([text])).toMatch(/^"?'/),
)

test('a number below zero stays a number', () => expect(csvLine([-5])).toBe('-5\r\n'))

test('money reads as a number of the same worth', () =>
  fc.assert(
    fc.property(fc.integer({ min: -1e9, max: 1e9 }), (minor) => {
      expect(csvMoney(minor)).toMatch(/^-?\d+\.\d\d$/)
      expect(Math.round(Number(csvMoney(minor)) * 100)).toBe(minor)
    }),
  ))
