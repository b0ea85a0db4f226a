import { expect, test } from 'vitest'
import { isUsualWidth, widthInWords } from './width'

const inWords = (width: string) => widthInWords(width, (code) => `<${code}>`)

test('a width is said by the word of its point on the scale, with its letter', () => {
  expect(['wide', 'Wide', ' Narrow ', 'Standard', 'Wide (G)', 'narrow (EE)'].map(inWords)).toEqual([
    ...['<wide>', '<wide>', '<narrow>', '<standard>', '<wide> (G)', '<narrow> (EE)'],
  ])
})

test('a label of the merchant’s own stays as it is', () => {
  const own = ['G', 'Weit', 'Weit (G)', 'Wide for bunions', 'Extra wide', 'Wide (for bunions)', '']
  expect(own.map(inWords)).toEqual(own)
})

test('the usual width goes without saying', () => {
  expect([undefined, '', 'standard', 'Standard'].every(isUsualWidth)).toBe(true)
  expect(['Wide', 'narrow', 'G'].some(isUsualWidth)).toBe(false)
})
