import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { letters } from './letters.mjs'

const source = readFileSync(join(import.meta.dirname, '../fonts.ts'), 'utf8')
const ranges = [...source.matchAll(/'(U\+[^']*)'/g)].map(([, range = '']) => range)

const charactersOf = (range: string): Set<number> =>
  new Set(
    range.split(',').flatMap((part) => {
      const [from = 0, to = from] = part
        .replace('U+', '')
        .split('-')
        .map((code) => parseInt(code, 16))
      return Array.from({ length: to - from + 1 }, (_, at) => from + at)
    }),
  )
const [text = new Set<number>(), textMore = new Set<number>()] = ranges.map(charactersOf)
const cut = new Set([...letters].map((letter) => letter.codePointAt(0) ?? 0))

test('both cuts are asked for what is in them, and the whole faces for the rest', () => {
  expect(text).toEqual(cut)
  expect(ranges.filter((range) => range === ranges[0])).toHaveLength(2)
  expect([...textMore].filter((code) => cut.has(code))).toEqual([])
  expect([...'ÁŒœñ±½'].filter((letter) => !textMore.has(letter.codePointAt(0) ?? 0))).toEqual([])
})

test.each(['en', 'it', 'de'])('the words of the shop in %s need nothing else', (locale) => {
  const words = readFileSync(join(import.meta.dirname, `../../messages/${locale}.json`), 'utf8')
  const others = new Set(
    [...words].filter((letter) => letter !== '\n' && !cut.has(letter.codePointAt(0) ?? 0)),
  )
  expect([...others]).toEqual([])
})
