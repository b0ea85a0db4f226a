import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addressErrors, isAddressFieldRequired, isEmail, tidyAddress } from './address'

const good = {
  firstName: 'Ada',
  lastName: 'Rossi',
  line1: 'Via Roma 1',
  postalCode: '20121',
  city: 'Milano',
  country: 'IT',
}
const pathsOf = (address: unknown) => addressErrors(address, 'a').map((error) => error.path)

test('an address that can be delivered to has no errors', () => {
  expect(addressErrors({ ...good, line2: '', region: null, phone: '+39 02 1234' }, 'a')).toEqual([])
})

test('what is missing or wrong is named', () => {
  expect(pathsOf(undefined)).toEqual(['a'])
  expect(pathsOf([])).toEqual(['a'])
  expect(pathsOf({})).toEqual(['a.firstName', 'a.lastName', 'a.line1', 'a.postalCode', 'a.city', 'a.country'])
  expect(pathsOf({ ...good, country: 'ITA' })).toEqual(['a.country'])
  expect(pathsOf({ ...good, country: 'it' })).toEqual(['a.country'])
  expect(pathsOf({ ...good, city: '   ' })).toEqual(['a.city'])
  expect(pathsOf({ ...good, city: 7 })).toEqual(['a.city'])
  expect(pathsOf({ ...good, line1: 'x'.repeat(121) })).toEqual(['a.line1'])
})

const american = { ...good, postalCode: '97205', city: 'Portland', country: 'US' }

test('an address in the United States has a state: as it was given, else that of its ZIP code, and is refused without', () => {
  expect(pathsOf(american)).toEqual([])
  expect(tidyAddress(american)).toEqual({ ...american, region: 'OR' })
  expect(tidyAddress({ ...american, region: ' WA ' }).region).toBe('WA')
  for (const region of [undefined, null, '', '  '])
    expect(pathsOf({ ...american, postalCode: 'none', region })).toEqual(['a.region'])
  expect(pathsOf({ ...american, postalCode: 'none', region: 'OR' })).toEqual([])
})

test('no other country asks for a region, nor is one made up', () => {
  expect(isAddressFieldRequired('region', 'US')).toBe(true)
  for (const country of ['IT', 'IE', 'ES', 'DE', 'GB', ''])
    expect(isAddressFieldRequired('region', country)).toBe(false)
  expect(tidyAddress({ ...good, country: 'ES', postalCode: '35001' })).not.toHaveProperty('region')
})

test('what no database or label printer takes is refused', () => {
  for (const line1 of ['a\u0000b', 'a\nb', 'a\ud800', '\u0007'])
    expect(pathsOf({ ...good, line1 })).toEqual(['a.line1'])
})

test('whatever it is given, it answers with errors and never throws', () =>
  fc.assert(fc.property(fc.anything(), (anything) => Array.isArray(addressErrors(anything, 'a')))))

test('a tidy address is trimmed and has known fields only', () => {
  const untidy = { ...good, city: ' Milano ', line2: ' ', evil: true }
  expect(tidyAddress(untidy)).toEqual(good)
})

test('e-mail addresses', () => {
  for (const yes of ['a@b.it', 'ada.rossi+shop@mail.example.co.uk', "o'neil@example.com", 'ä@müller.de'])
    expect(isEmail(yes)).toBe(true)
  for (const no of [
    '',
    'a',
    'a@b',
    '@b.it',
    'a@b.',
    'a b@c.it',
    'a@b@c.it',
    'a@b.it\n',
    'x'.repeat(250) + '@b.it',
    5,
    null,
    'a@b.it,c@d.it',
    '<a@b.it>',
  ])
    expect(isEmail(no)).toBe(false)
})
