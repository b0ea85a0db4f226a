import { existsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { requireSpace } from './disk-space.mjs'
import { sentenceFor } from './say.mjs'

test('too little space is refused before a folder is made', () => {
  const folder = join(tmpdir(), `molini-never-made-${process.pid}`)
  expect(() => requireSpace(folder, 1e12)).toThrow(/^The disk is full: .* needs 1000000000000 MB/)
  expect(existsSync(folder)).toBe(false)
})

test.each([
  Object.assign(new Error('write'), { code: 'ENOSPC' }),
  Object.assign(new Error('could not extend file "base/1/2": wrote only 4096 of 8192 bytes'), {
    code: 'XX000',
  }),
  Object.assign(new Error('disk'), { code: '53100' }),
])('a disk that fills up later is told in the same words', (error) =>
  expect(sentenceFor(error)).toMatch(/^The disk is full: /),
)
