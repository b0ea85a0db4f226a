import fc from 'fast-check'
import { expect, test } from 'vitest'
import { pictureBytes, putSecond, secondAt } from './second-pictures'

const names = fc
  .tuple(fc.uuid(), fc.bigInt({ min: 1n, max: 2n ** 55n }))
  .map(([id, version]) => `${id}-${version.toString(16)}`)

test('a picture comes out as it went in, beside those of other products', () => {
  fc.assert(
    fc.property(fc.array(fc.option(names), { minLength: 1, maxLength: 20 }), (pictures) => {
      const seconds = new Uint8Array(pictures.length * pictureBytes)
      for (const [at, picture] of pictures.entries()) putSecond(seconds, at, picture)
      expect(pictures.map((_, at) => secondAt(seconds, at) ?? null)).toEqual(pictures)
    }),
  )
})

test('a picture that is taken away, or has no name of a picture, is none', () => {
  const seconds = new Uint8Array(pictureBytes)
  putSecond(seconds, 0, '0f8fad5b-d9cb-469f-a165-70867728950e-19a8c0ffee0')
  putSecond(seconds, 0, null)
  expect(secondAt(seconds, 0)).toBeUndefined()
  putSecond(seconds, 0, 'no-picture')
  expect(secondAt(seconds, 0)).toBeUndefined()
})
