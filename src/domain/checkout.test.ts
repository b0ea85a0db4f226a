import fc from 'fast-check'
import { expect, test } from 'vitest'
import { checkoutErrors, tidyCheckout } from './checkout'

const good = {
  email: 'ada@example.com',
  shippingAddress: {
    firstName: 'Ada',
    lastName: 'Rossi',
    line1: 'Via Roma 1',
    postalCode: '20121',
    city: 'Milano',
    country: 'IT',
  },
  shippingOption: 'standard',
  paymentMethod: 'manual',
}
const pathsOf = (input: unknown) => checkoutErrors(input, ['IT', 'DE']).map((error) => error.path)

test('a checkout in order has no errors', () => expect(pathsOf(good)).toEqual([]))

test('what is missing or wrong is named', () => {
  expect(pathsOf(null)).toEqual([''])
  expect(pathsOf({ ...good, email: 'ada' })).toEqual(['email'])
  expect(pathsOf({ ...good, shippingOption: '', paymentMethod: 5 })).toEqual([
    'shippingOption',
    'paymentMethod',
  ])
  expect(pathsOf({ ...good, billingAddress: {} })).toContain('billingAddress.line1')
  expect(pathsOf({ ...good, expectedTotal: { amount: '1', currency: 'EUR' } })).toEqual(['expectedTotal'])
  expect(pathsOf({ ...good, shippingAddress: { ...good.shippingAddress, country: 'US' } })).toEqual([
    'shippingAddress.country',
  ])
})

test('whatever it is given, it answers with errors and never throws', () =>
  fc.assert(fc.property(fc.anything(), (anything) => pathsOf(anything).length > 0)))

test('the same checkout reads the same, whatever was sent along with it', () => {
  const reordered = Object.fromEntries(
    Object.entries({ ...good, evil: 1 }).reverse(),
  ) as unknown as typeof good
  expect(JSON.stringify(tidyCheckout(reordered))).toBe(JSON.stringify(tidyCheckout(good)))
})
