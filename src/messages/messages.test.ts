import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import de from './de.json'
import en from './en.json'
import it from './it.json'

type Phrases = { readonly [key: string]: string | Phrases }

const keysOf = (phrases: Phrases, before = ''): string[] =>
  Object.entries(phrases).flatMap(([key, value]) =>
    typeof value === 'string' ? [before + key] : keysOf(value, `${before}${key}.`),
  )
const phraseOf = (phrases: Phrases, key: string): unknown =>
  Object.keys(phrases).includes(key)
    ? phrases[key]
    : Object.entries(phrases)
        .filter(([part]) => key.startsWith(`${part}.`))
        .map(([part, inner]) =>
          typeof inner === 'string' ? undefined : phraseOf(inner, key.slice(part.length + 1)),
        )
        .find((found) => found !== undefined)

/** The names of the places in a phrase, without the words of a plural. */
const placesIn = (phrase: unknown): string[] =>
  [
    ...new Set(
      [...String(phrase).matchAll(/(?<!(?:one|other|=\d|[A-Z]{2}) )\{(\w+)(?=[,}])/g)].map(
        ([, name]) => name ?? '',
      ),
    ),
  ].sort()

test.each([
  ['it', it],
  ['de', de],
])('%s says everything that English says, with the same places', (_, other) => {
  expect(keysOf(other).sort()).toEqual(keysOf(en).sort())
  const differing = keysOf(en).filter(
    (key) => placesIn(phraseOf(en, key)).join() !== placesIn(phraseOf(other, key)).join(),
  )
  expect(differing).toEqual([])
})

const partsOf = (phrases: Phrases): string[] =>
  Object.entries(phrases).flatMap(([key, value]) =>
    typeof value === 'string' ? [key] : [key, ...partsOf(value)],
  )

test('no key has a dot, which would divide it', () =>
  expect(partsOf(en).filter((key) => key.includes('.'))).toEqual([]))

const sources = ['src/components', 'src/app'].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.tsx'))
    .map((file) => readFileSync(`${folder}/${file}`, 'utf8')),
)

/** Also of a choice between phrases; what is put together from parts is not seen. */
const keysAskedIn = (source: string): string[] =>
  [...source.matchAll(/\bt\(([^(){}`,]+)/g)].flatMap(([, asked = '']) =>
    [...asked.matchAll(/(?:^|[?:])\s*'([\w.-]+)'/g)].map(([, key]) => key ?? ''),
  )

test('every phrase that a page asks for exists', () => {
  expect(keysAskedIn("t('a.b', { n }) t(one === 'x' ? 'a.c' : 'a.d') t(`a.${b}`)")).toEqual([
    'a.b',
    'a.c',
    'a.d',
  ])
  const asked = sources.flatMap(keysAskedIn)
  expect(asked.length).toBeGreaterThan(100)
  expect(asked.filter((key) => typeof phraseOf(en, key) !== 'string')).toEqual([])
})
