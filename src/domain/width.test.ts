import { expect, test } from 'vitest'
import { isUsualWidth, widthCodeOf } from './width'

test('a width is known by its code and by its label', () => {
  expect(['wide', 'Wide', ' Narrow ', 'Standard'].map(widthCodeOf)).toEqual([
    'wide',
    'wide',
    'narrow',
    'standard',
  ])
})

test('a label of the merchant’s own is none of them', () => {
  expect(['G', 'Wide (H)', 'Weit', ''].map(widthCodeOf)).toEqual(Array(4).fill(undefined))
})

test('the usual width goes without saying', () => {
  expect([undefined, '', 'standard', 'Standard'].every(isUsualWidth)).toBe(true)
  expect(['Wide', 'narrow', 'G'].some(isUsualWidth)).toBe(false)
})
