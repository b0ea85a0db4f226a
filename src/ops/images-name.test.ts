import { expect, test } from 'vitest'
import { imageKey, imageWidths, parseImageName, parsePictureName } from './images-name'

const master = { id: '4c42aed3-6768-4f0b-b11b-6903d408d714', filename: 'derby.webp', key: null, version: '1' }

test('every width on the list has a name in every format', () => {
  for (const width of imageWidths)
    for (const format of ['webp', 'avif', 'jpg'])
      expect(parseImageName(`${width}.${format}`)).toEqual({ width, format })
})

test.each([
  '801.webp',
  '0800.webp',
  '800.WEBP',
  '800.png',
  '800.webp.jpg',
  '800',
  '.webp',
  '100000.webp',
  '8e2.webp',
  ' 800.webp',
  '800.webp\n',
  '../800.webp',
  '800.constructor',
  '',
])('%j names no picture', (file) => expect(parseImageName(file)).toBeUndefined())

test.each([
  '1',
  '4C42AED3-6768-4F0B-B11B-6903D408D714',
  '../../../etc/passwd',
  `${master.id}'--`,
  `${master.id}\n`,
  `${master.id}-`,
  `${master.id}-19ABCDEF0`,
  `${master.id}-19abcdef0-1`,
])('%j is no picture', (name) => expect(parsePictureName(name)).toBeUndefined())

test('a picture is named by its id, or by its id and the version of its file', () => {
  expect(parsePictureName(master.id)).toEqual({ id: master.id })
  expect(parsePictureName(`${master.id}-19abcdef012`)).toEqual({ id: master.id, version: '19abcdef012' })
})

test('another file behind the same id gets another name on the disk', () => {
  const name = { width: 800, format: 'webp' } as const
  expect(imageKey(master, name)).toBe(imageKey({ ...master }, name))
  expect(imageKey({ ...master, version: '2' }, name)).not.toBe(imageKey(master, name))
  expect(imageKey({ ...master, filename: 'boot.webp' }, name)).not.toBe(imageKey(master, name))
})
