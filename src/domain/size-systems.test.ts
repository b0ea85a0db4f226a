import { expect, test } from 'vitest'
import { homeSystem, isSizeSystem, sizeBeside, sizeReads, soldSize } from './size-systems'

const labels = { eu: '42', uk: '8', usM: '9', usW: '10.5', cm: '27' }

test('a size is said in the chosen system beside the EU one', () => {
  expect(sizeBeside(labels, 'men', 'uk')).toBe('UK 8')
  expect(sizeBeside(labels, 'men', 'us')).toBe('US 9')
  expect(sizeBeside(labels, 'women', 'us')).toBe('US 10.5')
  expect(sizeBeside(labels, 'unisex', 'us')).toBe('US M 9, W 10.5')
  expect(sizeBeside(labels, 'kids', 'cm')).toBe('27 cm')
})

test('a size reads in every system, in that of the EU where another has no word for it', () => {
  expect(sizeReads(labels, 'men')).toEqual({ eu: ['42'], uk: ['8'], us: ['9'], cm: ['27'] })
  expect(sizeReads(labels, 'women').us).toEqual(['10.5'])
  expect(sizeReads(labels, 'unisex').us).toEqual(['M\u00a09', 'W\u00a010.5'])
  const own = ['42⅔']
  for (const segment of ['men', 'women', 'unisex', undefined] as const)
    expect(sizeReads({ eu: '42 2/3' }, segment)).toEqual({ eu: own, uk: own, us: own, cm: own })
})

test('nothing is said twice, and nothing that nobody has written down', () => {
  expect(sizeBeside(labels, 'men', 'eu')).toBeUndefined()
  expect(sizeBeside({ eu: '42' }, 'men', 'uk')).toBeUndefined()
  expect(sizeBeside({ eu: '42' }, 'unisex', 'us')).toBeUndefined()
  expect(sizeBeside({ ...labels, usW: '9' }, 'unisex', 'us')).toBe('US 9')
})

test('a market has its system until somebody chooses', () => {
  expect((['eu', 'it', 'de', 'uk', 'us'] as const).map(homeSystem)).toEqual(['eu', 'eu', 'eu', 'uk', 'us'])
  expect(['uk', 'UK', '', undefined, 'jp'].filter(isSizeSystem)).toEqual(['uk'])
})

test('a sold size says the system that the order keeps beside the EU one, where it knows it', () => {
  expect(soldSize({ sizeSystem: 'uk' }, { size: '42', labels, segment: 'men' })).toBe('EU 42 · UK 8')
  expect(soldSize({}, { size: '42', labels, segment: 'men' })).toBe('42')
  expect(soldSize({ sizeSystem: 'cm' }, { size: '42' })).toBe('42')
})
