import { expect, test } from 'vitest'
import { shortOf } from './rows'

const row = { what: '/', p99: 5, note: '' }

test('a page that answers 99 of 100 within 5 ms, half as often as nginx, is within its targets', () => {
  expect(shortOf(row, 0.5)).toEqual([])
  expect(shortOf(row)).toEqual([])
})

test('a page falls short by its time, by its rate and by answers that were none', () => {
  expect(shortOf({ ...row, p99: 5.1, note: '3 were not 2xx' }, 0.49)).toEqual([
    '/: p99 5.1 ms > 5 ms',
    '/: 0.49 x nginx < 0.5',
    '/: 3 were not 2xx',
  ])
})
