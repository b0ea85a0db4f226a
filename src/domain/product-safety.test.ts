import { expect, test } from 'vitest'
import { contactParts, isInEea, responsibleFault, type SafetyParts } from './product-safety'

const inTrieste = {
  name: 'Molini',
  email: 'safety@molini.example',
  street: 'Via dell’Acquedotto 12',
  postalCode: '34121',
  city: 'Trieste',
  country: 'IT',
}
const faultsOf = (parts: SafetyParts) => contactParts.filter((part) => responsibleFault(part, parts))

test('the EEA is the Union, Iceland, Liechtenstein and Norway', () => {
  expect(['IT', 'IE', 'IS', 'LI', 'NO'].filter((country) => !isInEea(country))).toEqual([])
  expect(['GB', 'CH', 'CN', 'US', 'TR', 'it', ''].filter(isInEea)).toEqual([])
})

test('a maker outside names who is responsible inside, in whole', () => {
  const manufacturer = { country: 'GB' }
  expect(faultsOf({ manufacturer })).toEqual([...contactParts])
  expect(faultsOf({ manufacturer, responsible: null })).toEqual([...contactParts])
  expect(faultsOf({ manufacturer, responsible: { ...inTrieste, email: ' ', city: null } })).toEqual([
    'email',
    'city',
  ])
  expect(faultsOf({ manufacturer, responsible: inTrieste })).toEqual([])
})

test('a responsible person is inside, whoever the maker is', () => {
  const responsible = { ...inTrieste, country: 'CH' }
  expect(faultsOf({ manufacturer: { country: 'CN' }, responsible })).toEqual(['country'])
  expect(faultsOf({ manufacturer: { country: 'IT' }, responsible })).toEqual(['country'])
})

test('a maker inside needs nobody, and half a person is none', () => {
  expect(faultsOf({ manufacturer: { country: 'NO' } })).toEqual([])
  expect(faultsOf({ manufacturer: { country: 'IT' }, responsible: { name: '', email: null } })).toEqual([])
  expect(faultsOf({ manufacturer: { country: 'IT' }, responsible: { name: 'Somebody' } })).toEqual(
    contactParts.filter((part) => part !== 'name'),
  )
})
