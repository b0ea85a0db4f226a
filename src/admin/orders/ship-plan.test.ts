import { expect, test } from 'vitest'
import type { DeskLine } from '#queries/admin-order'
import { allOpen, chosenLines, chosenPairs, within } from './ship-plan'

const line = (id: string, quantity: number, shipped: number): DeskLine => ({
  id,
  quantity,
  shipped,
  variantId: 'v',
  productId: 'p',
  sku: 'S',
  title: 'T',
  detail: '',
  unitPrice: 1,
  discount: 0,
  steps: [],
  taxRate: 0,
  tax: 0,
  total: quantity,
})

test('a parcel starts with all that has not left', () => {
  expect(allOpen([line('a', 2, 1), line('b', 1, 1), line('c', 3, 0)])).toEqual({ a: 1, c: 3 })
})

test('no more than what is left goes into a parcel, and never less than nothing', () => {
  expect([5, -1, 1.9, Number.NaN].map((count) => within(line('a', 3, 1), count))).toEqual([2, 0, 1, 0])
})

test('only lines with pairs are sent', () => {
  const choice = { a: 2, b: 0 }
  expect(chosenPairs(choice)).toBe(2)
  expect(chosenLines(choice)).toEqual([{ lineId: 'a', quantity: 2 }])
})
