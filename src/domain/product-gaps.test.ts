import { expect, test } from 'vitest'
import { currencies } from './markets'
import { missingViews, productGaps, wantedViews } from './product-gaps'

test('a shoe is seen from seven sides', () => {
  expect(wantedViews).toEqual(['side', 'medial', 'top', 'sole', 'heel', 'pair', 'worn'])
  expect(missingViews(wantedViews)).toEqual([])
})

test('a detail, a view shown twice and one that nobody knows stand for no other', () => {
  expect(missingViews(['side', 'side', 'detail', 'inside', null, undefined])).toEqual(
    wantedViews.filter((view) => view !== 'side'),
  )
})

test('what is missing is said in words, prices with their currency', () => {
  const views = wantedViews.filter((view) => view !== 'sole' && view !== 'worn')
  expect(productGaps({ views, priced: ['EUR', 'GBP'] })).toEqual(['sole', 'on foot', 'price in USD'])
  expect(productGaps({ views: wantedViews, priced: currencies })).toEqual([])
})

test('of what is no shoe one picture is enough, whatever it shows', () => {
  expect(productGaps({ views: ['detail'], priced: currencies, isShoe: false })).toEqual([])
  expect(productGaps({ views: [], priced: ['EUR'], isShoe: false })).toEqual([
    'any picture',
    'price in GBP',
    'price in USD',
  ])
})

test('without any picture that is what is said', () => {
  expect(productGaps({ views: [], priced: currencies })).toEqual(['any picture'])
})
