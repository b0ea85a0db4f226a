import { expect, test } from 'vitest'
import { changesOf, deed, pathWords } from './changes'

test('only values that differ are shown, each once', () => {
  const before = { title: 'Ponte', price: 100, rates: [{ price: 5 }], updatedAt: '1' }
  const after = { title: 'Ponte', price: 90, rates: [{ price: 7 }], note: 'sale', updatedAt: '2' }
  expect(changesOf(before, after)).toEqual([
    { path: 'price', before: '100', after: '90' },
    { path: 'rates.0.price', before: '5', after: '7' },
    { path: 'note', before: '', after: 'sale' },
  ])
})

test('what was made has no before, what was deleted no after', () => {
  expect(changesOf(null, { name: 'A' })).toEqual([{ path: 'name', before: '', after: 'A' }])
  expect(changesOf({ name: 'A' }, undefined)).toEqual([{ path: 'name', before: 'A', after: '' }])
})

test('paths and deeds are words', () => {
  expect(pathWords('rates.0.freeFrom')).toBe('rates 1 free from')
  expect([deed('update', 'products'), deed('order.ship', 'orders')]).toEqual([
    'Update products',
    'Order ship',
  ])
})
