import { expect, test } from 'vitest'
import { marketIds, marketPath } from '../domain/markets.ts'
import { standIns } from './stand-ins.mjs'

test.each(marketIds)('what is missing or has failed in %s is said in its own words', (id) => {
  expect(standIns.of(404, marketPath(id, '/p/none'))).toBe(marketPath(id, '/not-found'))
  expect(standIns.of(500, marketPath(id, '/'))).toBe(marketPath(id, '/unavailable'))
})

test('a first word that only begins like a market is none', () => {
  expect(standIns.of(404, '/derby')).toBe('/not-found')
  expect([
    standIns.has('/de/not-found'),
    standIns.has('/unavailable'),
    standIns.has('/it/unavailable-now'),
  ]).toEqual([true, true, false])
})
