import { expect, test } from 'vitest'
import type { SizeLabels } from './views'
import { madeFor, parseWornSize, sizeHere, type Voices, type WornBrand } from './worn-elsewhere'

const silent: Voices = { small: 0, true: 0, large: 0 }
const small: Voices = { small: 20, true: 0, large: 0 }
const large: Voices = { small: 0, true: 0, large: 20 }
const fitting: Voices = { small: 1, true: 30, large: 1 }

const sizes: SizeLabels[] = [
  { eu: '41', uk: '7', usM: '8', usW: '9.5', footMm: 260 },
  { eu: '42', uk: '8', usM: '9', usW: '10.5', footMm: 267 },
  { eu: '43', uk: '9', usM: '10', usW: '11.5', footMm: 273 },
]
const brand = (voices = silent, more: Partial<WornBrand> = {}): WornBrand => ({
  ...{ slug: 'harrow', name: 'Harrow', sizes, voices },
  ...more,
})
const shoe = (voices = silent, own = 'molini') => ({
  ...({ segment: 'men', brand: own, voices } as const),
  sizes: sizes.map((labels) => ({ labels })),
})
const euOf = (worn: WornBrand, voices = silent) =>
  sizeHere({ brand: worn, system: 'eu', size: '42' }, shoe(voices))?.size.labels.eu

test('a size is taken over by the foot that it is made for', () => {
  expect(euOf(brand())).toBe('42')
  const drawnLonger = sizes.map((size) => ({ ...size, uk: String(Number(size.uk) + 1) }))
  const worn = { brand: brand(silent, { sizes: drawnLonger }), system: 'uk', size: '9' } as const
  expect(sizeHere(worn, shoe())?.size.labels.eu).toBe('42')
})

test('a brand that runs small means a shorter foot, one that runs large a longer one', () => {
  expect(euOf(brand(small))).toBe('41')
  expect(euOf(brand(large))).toBe('43')
})

test('of a shoe that runs small one takes more, and two that run alike need nothing', () => {
  expect(euOf(brand(), small)).toBe('43')
  expect(euOf(brand(), large)).toBe('41')
  expect(euOf(brand(small), small)).toBe('42')
})

test('fewer than ten voices say nothing', () => {
  expect(euOf(brand({ small: 9, true: 0, large: 0 }), { small: 9, true: 0, large: 0 })).toBe('42')
})

test('it is as sure as what it goes by', () => {
  const sure = (worn: WornBrand, voices = silent, own = 'molini') =>
    sizeHere({ brand: worn, system: 'eu', size: '42' }, shoe(voices, own))?.confidence
  expect(sure(brand(fitting), fitting)).toBe('high')
  expect(sure(brand(fitting))).toBe('medium')
  expect(sure(brand(), fitting)).toBe('medium')
  expect(sure(brand())).toBe('low')
  expect(sure(brand(), silent, 'harrow')).toBe('medium')
  expect(sure(brand(fitting, { slug: '' }), fitting)).toBe('low')
})

test('between two sizes the larger is meant, and it is said', () => {
  const halves = brand(silent, { sizes: [{ eu: '42.5', usM: '9.5', footMm: 270 }] })
  const here = sizeHere({ brand: halves, system: 'us', size: '9.5' }, shoe())
  expect(here).toMatchObject({ size: { labels: { eu: '43' } }, isBetween: true })
})

test('nothing is named for a foot that no size is near, for a size that there is not, or for a child', () => {
  const giant = brand(silent, { sizes: [{ eu: '47', footMm: 300 }] })
  expect(sizeHere({ brand: giant, system: 'eu', size: '47' }, shoe())).toBeUndefined()
  const worn = { brand: brand(), system: 'eu', size: '99' } as const
  expect(sizeHere(worn, shoe())).toBeUndefined()
  expect(madeFor({ ...worn, size: '42' }, 'kids')).toBeUndefined()
})

test('US sizes are those of the segment', () => {
  const worn = { brand: brand(), system: 'us', size: '10.5' } as const
  expect(madeFor(worn, 'women')).toBe(267)
  expect(madeFor(worn, 'men')).toBeUndefined()
  expect(madeFor({ ...worn, size: '9' }, 'unisex')).toBe(267)
})

test.each(['eu-42', 'uk-8.5', 'us-10', 'eu-37-1-3'])('%s is a size in an address', (segment) =>
  expect(parseWornSize(segment)).toMatchObject({ size: segment.slice(3) }),
)

test.each([
  '',
  'eu',
  'jp-25',
  'eu-042.25',
  'eu-42-3-3',
  'eu--42',
  'EU-42',
  'eu-42/',
  'eu-' + '4'.repeat(999),
])('%s is none', (segment) => expect(parseWornSize(segment)).toBeUndefined())
