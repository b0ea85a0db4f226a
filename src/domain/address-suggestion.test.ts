import { expect, test } from 'vitest'
import { distinctSuggestions, suggestionLine, suggestionOf } from './address-suggestion'
import { boxOf } from './country-boxes'
import { markets } from './markets'

const po = { street: 'Via Po', postalCode: '10123', city: 'Torino', county: 'Torino', country: 'IT' }

test('a number stands where the country writes it', () => {
  expect(suggestionOf({ ...po, houseNumber: '12' }, 'via po')).toMatchObject({ line1: 'Via Po 12' })
  const mill = { street: 'Mill Lane', houseNumber: '4', country: 'GB' }
  expect(suggestionOf(mill, 'mill')).toEqual({ line1: '4 Mill Lane', country: 'GB' })
})

test.each([
  ['via po 12', 'Via Po 12'],
  ['via po 12b, torino', 'Via Po 12b'],
  ['12/3 via po', 'Via Po 12/3'],
  ['via po 10123', 'Via Po'],
  ['via po', 'Via Po'],
])('a street that the map has without numbers keeps the one in %j', (typed, line1) => {
  expect(suggestionOf(po, typed)).toMatchObject({ line1 })
})

test('a street with a number in its name does not take it for a house', () => {
  const street = { street: 'Via 20 Settembre', country: 'IT' }
  expect(suggestionOf(street, 'via 20 settembre')).toMatchObject({ line1: 'Via 20 Settembre' })
})

test('the region is the state of a ZIP code, the province in Italy, and nothing in Germany', () => {
  const us = { street: 'Main Street', postalCode: '94105', state: 'California', country: 'US' }
  expect(suggestionOf(us, '')).toMatchObject({ region: 'CA' })
  expect(suggestionOf(po, '')).toMatchObject({ region: 'Torino' })
  expect(suggestionOf({ street: 'Weg', state: 'Bayern', country: 'DE' }, '')).not.toHaveProperty('region')
})

test('what no label could be printed with is left out', () => {
  expect(suggestionOf({ ...po, street: 'Via\u0007Po' }, '')).toBeUndefined()
  expect(suggestionOf({ ...po, street: 'x'.repeat(121) }, '')).toBeUndefined()
  expect(suggestionOf({ ...po, street: '  ' }, '')).toBeUndefined()
  expect(suggestionOf({ ...po, city: 'x'.repeat(200) }, '')).not.toHaveProperty('city')
})

test('each address is suggested once', () => {
  const one = suggestionOf({ ...po, houseNumber: '12' }, '') ?? { line1: '', country: '' }
  expect(distinctSuggestions([one, { ...one, region: 'TO' }])).toEqual([one])
  expect(suggestionLine(one)).toBe('Via Po 12, 10123 Torino')
})

test('every country that a market delivers to has its place on the map', () => {
  for (const country of Object.values(markets).flatMap(({ countries }) => countries)) {
    const [west = 0, south = 0, east = 0, north = 0] = boxOf(country) ?? []
    expect([country, west < east && south < north]).toEqual([country, true])
  }
})
