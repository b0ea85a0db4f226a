import { expect, test } from 'vitest'
import { alternatesOf, isListingIndexed } from './indexing'
import { noChoice } from './listing-path'

test('a category and its pages are found, no choice of facets, price, stock or order is', () => {
  expect(isListingIndexed(noChoice)).toBe(true)
  expect(isListingIndexed({ ...noChoice, page: 7 })).toBe(true)
  for (const change of [
    { size: ['42'] },
    { colour: ['black'] },
    { brand: ['officina'] },
    { minPrice: 100 },
    { inStock: true },
    { sort: 'price' as const },
    { colour: ['black'], page: 2 },
  ])
    expect(isListingIndexed({ ...noChoice, ...change }), JSON.stringify(change)).toBe(false)
})

test('every market is named once, and whoever fits none gets the default one', () => {
  expect(alternatesOf('/p/a')).toEqual([
    { hreflang: 'en', path: '/p/a' },
    { hreflang: 'it', path: '/it/p/a' },
    { hreflang: 'de', path: '/de/p/a' },
    { hreflang: 'en-GB', path: '/uk/p/a' },
    { hreflang: 'en-US', path: '/us/p/a' },
    { hreflang: 'x-default', path: '/p/a' },
  ])
  expect(alternatesOf('/p/a', ['us'])).toEqual([{ hreflang: 'en-US', path: '/us/p/a' }])
})
