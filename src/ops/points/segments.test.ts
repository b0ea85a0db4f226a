import { expect, test } from 'vitest'
import { isSegment, nextSegment, runFrom } from './segments'

test('a segment is followed by the next, over the end of a file too', () => {
  expect(nextSegment('000000010000000000000009')).toBe('00000001000000000000000A')
  expect(nextSegment('0000000100000000000000FF')).toBe('000000010000000100000000')
  expect(nextSegment('00000001FFFFFFFE000000FF')).toBe('00000001FFFFFFFF00000000')
})

test('a run ends where a segment is missing', () => {
  const names = new Set(['0000000100000000000000FE', '0000000100000000000000FF', '000000010000000100000001'])
  expect(runFrom('0000000100000000000000FE', names)).toEqual([
    '0000000100000000000000FE',
    '0000000100000000000000FF',
  ])
  expect(runFrom('000000010000000100000000', names)).toEqual([])
})

test('histories and half files are no segments', () => {
  expect(isSegment('000000010000000000000002')).toBe(true)
  expect(isSegment('000000010000000000000002.00000028.backup')).toBe(false)
  expect(isSegment('archtemp.000000010000000000000002.1.2')).toBe(false)
})
