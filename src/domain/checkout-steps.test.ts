import { expect, test } from 'vitest'
import { firstOpenStep, stepFaults } from './checkout-steps'

const address = {
  firstName: 'Marta',
  lastName: 'Kofler',
  line1: 'Lange Gasse 14',
  postalCode: '1080',
  city: 'Wien',
  country: 'AT',
}
const draft = { email: 'marta@example.org', shippingAddress: address, shippingOption: 'post' }

test('a checkout stands at the first step that is not done', () => {
  expect(firstOpenStep({}, ['AT'])).toBe('contact')
  expect(firstOpenStep({ email: draft.email }, ['AT'])).toBe('delivery')
  expect(firstOpenStep(draft, ['AT'])).toBe('payment')
})

test('an e-mail address is asked for, then checked', () => {
  expect(stepFaults('contact', {}, ['AT'])).toEqual({ email: 'required' })
  expect(stepFaults('contact', { email: 'marta' }, ['AT'])).toEqual({ email: 'email' })
})

test('an address names each field that is wrong', () => {
  const wrong = { ...address, city: ' ', postalCode: '10800', line1: 'x'.repeat(121) }
  expect(stepFaults('delivery', { ...draft, shippingAddress: wrong }, ['AT'])).toEqual({
    'shippingAddress.city': 'required',
    'shippingAddress.postalCode': 'postalCode',
    'shippingAddress.line1': 'tooLong',
  })
})

test('an address in the United States wants its state where the ZIP code tells none', () => {
  const american = { ...address, postalCode: '97205', city: 'Portland', country: 'US' }
  expect(stepFaults('delivery', { ...draft, shippingAddress: american }, ['US'])).toEqual({})
  const unknown = { ...american, postalCode: '00000' }
  expect(stepFaults('delivery', { ...draft, shippingAddress: unknown }, ['US'])).toEqual({
    'shippingAddress.region': 'required',
  })
})

test('a market delivers to its own countries', () =>
  expect(stepFaults('delivery', draft, ['DE'])).toEqual({ 'shippingAddress.country': 'countryElsewhere' }))

test('a way to deliver and a way to pay are chosen', () => {
  expect(stepFaults('delivery', { shippingAddress: address }, ['AT'])).toEqual({ shippingOption: 'choose' })
  expect(stepFaults('payment', draft, ['AT'])).toEqual({ paymentMethod: 'choose' })
})
