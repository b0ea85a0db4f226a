import { expect, test } from 'vitest'

import { surfaces } from './materials'
import { coatOf } from './parts'
import { ways } from './ways'

const all = Object.entries(ways).flatMap(([type, table]) =>
  Object.entries(table).map(([key, way]) => ({ name: `${type}/${key}`, key, way })),
)

test('there is a picture for each of at least 128 products', () => {
  expect(all.length).toBeGreaterThanOrEqual(128)
})

test('every key is a colour and the model', () => {
  expect(
    all.filter(({ key, way }) => !/^[a-z]+(-[a-z]+)*$/.test(key) || !key.endsWith(`-${way.model}`)),
  ).toEqual([])
})

test('every coat names a material and a colour', () => {
  const wrong = all.flatMap(({ name, way }) =>
    Object.values(way.parts)
      .filter((coat) => {
        const [material, hex] = coat.split(' ')
        return !Object.keys(surfaces).includes(material ?? '') || !/^#[0-9A-F]{6}$/.test(hex ?? '')
      })
      .map((coat) => `${name}: ${coat}`),
  )
  expect(wrong).toEqual([])
})

test('a part without a coat of its own is cut from another', () => {
  expect(coatOf({ upper: 'calf #84451F' }, 'tab')).toEqual(['calf', '#84451F'])
  expect(coatOf({ upper: 'calf #84451F', quarter: 'suede #222222' }, 'collar')).toEqual(['suede', '#222222'])
  expect(coatOf({ upper: 'calf #84451F' }, 'lining')).toEqual(['lining', '#C9A377'])
})
