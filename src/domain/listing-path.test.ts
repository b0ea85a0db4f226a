import fc from 'fast-check'
import { expect, test } from 'vitest'
import { choiceSegments, listingPath, noChoice, parseListingPath, type ListingChoice } from './listing-path'

const values = (...list: string[]) => fc.subarray(list)
const choices: fc.Arbitrary<ListingChoice> = fc.record({
  size: values('37', '42', '42.5', '42-2-3', '9'),
  width: values('g', 'h'),
  colour: values('black', 'brown'),
  brand: values('saint-luca', 'carso'),
  segment: values('men', 'women'),
  material: values('leather', 'coated-leather'),
  closure: values('leather', 'coated-leather'),
  heel: values('leather', 'coated-leather'),
  feature: values('leather', 'coated-leather'),
  offer: values('leather', 'coated-leather'),
  minPrice: fc.constantFrom(undefined, 0, 9900),
  maxPrice: fc.constantFrom(undefined, 25000),
  inStock: fc.constantFrom(undefined, true as const),
  sort: fc.constantFrom('popular' as const, 'newest' as const, 'price' as const, '-price' as const),
  page: fc.integer({ min: 1, max: 500 }),
})

test('a choice has an address that says the same choice', () =>
  fc.assert(
    fc.property(choices, (choice) => {
      const path = listingPath('men/men-boots', choice)
      const parsed = parseListingPath(path.split('/').slice(2))
      expect(parsed?.category).toBe('men/men-boots')
      expect(listingPath('men/men-boots', parsed?.choice ?? noChoice)).toBe(path)
      expect(new Set(parsed?.choice.size)).toEqual(new Set(choice.size))
      expect(parsed?.choice.minPrice).toBe(choice.minPrice)
      expect(parsed?.choice.sort).toBe(choice.sort)
    }),
  ))

test('the order of choosing does not change the address', () => {
  const one = choiceSegments({ ...noChoice, size: ['43', '42.5', '42'] })
  expect(one).toEqual(['f', 'size-42,42.5,43'])
  expect(choiceSegments({ ...noChoice, size: ['42', '43', '42.5', '42'] })).toEqual(one)
})

test('nothing chosen adds nothing to the category', () =>
  expect(listingPath('women', noChoice)).toBe('/c/women'))

test.each([
  'men/f',
  'men/f/size-',
  'men/f/size-42,,43',
  'men/f/size-<b>',
  'men/f/page-0',
  'men/f/page-1e3',
  'men/f/sort-popular',
  'men/f/price--',
  'men/f/anything-else',
  'f/size-42',
])('%s is not a listing', (path) => expect(parseListingPath(path.split('/'))).toBeUndefined())
