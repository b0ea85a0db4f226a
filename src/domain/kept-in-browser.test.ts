import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import en from '#messages/en'
import { ageInWords, keptInBrowser } from './kept-in-browser'
import { choiceCookies, storageKeys } from './kept-keys'

const sourcesIn = (folder: string): [string, string][] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file))
    .map((file) => [`${folder}/${file}`, readFileSync(`${folder}/${file}`, 'utf8')])

/** Whatever may run in a browser of a shopper. */
const browserCode = ['src/islands', 'src/components', 'src/app'].flatMap(sourcesIn)
const filesWith = (pattern: RegExp): string[] =>
  browserCode.filter(([, source]) => pattern.test(source)).map(([file]) => file)

const namesAt = (place: string): string[] =>
  keptInBrowser.filter((one) => one.place === place).map(({ name }) => name)

describe('what is kept in a browser', () => {
  test('each thing is listed once, and all that scripts keep is', () => {
    expect(new Set(keptInBrowser.map(({ id }) => id)).size).toBe(keptInBrowser.length)
    expect(new Set(keptInBrowser.map(({ name }) => name)).size).toBe(keptInBrowser.length)
    expect(namesAt('storage').toSorted()).toEqual(Object.values(storageKeys).toSorted())
    expect(namesAt('cookie')).toEqual(expect.arrayContaining(Object.values(choiceCookies)))
  })

  test('one module keeps by key, one cookies, the worker its cache, and nothing else keeps anything', () => {
    expect(filesWith(/\blocalStorage\b/)).toEqual(['src/islands/browser-memory.ts'])
    expect(filesWith(/document\.cookie\s*=[^=]/)).toEqual(['src/islands/cookie.ts'])
    expect(filesWith(/\bcaches\.open\b/)).toEqual(['src/islands/sw.ts'])
    expect(filesWith(/\b(sessionStorage|indexedDB|cookieStore|navigator\.storage)\b/)).toEqual([])
  })

  /** Also of the cookies that answers set; an order's has its number behind it. */
  test('no name of ours stands in code for browsers, or in that of answers, without being listed', () => {
    const named = browserCode.flatMap(([, source]) =>
      [...source.matchAll(/(['"`])(molini-[\w-]+)\1/g)].map(([, , name]) => name ?? ''),
    )
    const listed = keptInBrowser.map(({ name }) => name.replace(/-…$/, ''))
    expect(named.length).toBeGreaterThan(5)
    expect(named.filter((name) => !listed.includes(name))).toEqual([])
  })

  test('each has words for what it is and how long it stays, and no words are about something else', () => {
    const idsOf = (list: typeof keptInBrowser) => list.map(({ id }) => id).toSorted()
    expect(Object.keys(en.cookies.kept).toSorted()).toEqual(idsOf(keptInBrowser))
    expect(Object.keys(en.cookies.until).toSorted()).toEqual(
      idsOf(keptInBrowser.filter(({ age }) => age === undefined)),
    )
  })
})

test.each([
  [300, 'en-GB', '5 minutes'],
  [60 * 86_400, 'it-IT', '60 giorni'],
  [180 * 86_400, 'de-DE', '180 Tage'],
  [365 * 86_400, 'en-US', '1 year'],
])('%i seconds in %s are %s', (age, locale, words) => {
  expect(ageInWords(age, locale)).toBe(words)
})
