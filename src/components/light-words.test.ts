import { createTranslator } from 'use-intl/core'
import { expect, test } from 'vitest'
import { messages } from '../app/words'
import { lightWords, type Phrases } from './light-words'
import type { Words } from './shop'

const locales = ['en', 'it', 'de'] as const
/** What the checkout and the page where one pays give to the browser. */
const given = ['form', 'address', 'checkout', 'bag', 'credit', 'pay']

const keysOf = (phrases: Phrases, before: string): [string, string][] =>
  Object.entries(phrases).flatMap(([key, value]) =>
    typeof value === 'string'
      ? [[`${before}.${key}`, value] as [string, string]]
      : keysOf(value, `${before}.${key}`),
  )

/** A plural is asked with numbers, a choice with words. */
const isAsked = (phrase: string, value: number | string): boolean =>
  phrase.includes(typeof value === 'number' ? ', plural,' : ', select,')

test.each(locales)('every phrase of a form reads as on the server, %s', (locale) => {
  const all = messages[locale] as unknown as Phrases
  const [light, whole] = [
    lightWords(locale, all),
    createTranslator({ locale, messages: all }) as unknown as Words,
  ]
  const keys = given.flatMap((name) => keysOf(all[name] as Phrases, name))
  expect(keys.length).toBeGreaterThan(100)
  for (const [key, phrase] of keys)
    for (const value of [0, 1, 2, 11, 1_234, 'IT', 'DE', 'none']) {
      const names = [...phrase.matchAll(/\{(\w+)/g)].map(([, name = '']) => name)
      const values = Object.fromEntries(
        names.map((name) => [name, isAsked(phrase, value) ? value : `<${name}>`]),
      )
      expect(light(key, values), `${key} ${value}`).toBe(whole(key, values))
    }
})

test('a key without a phrase shows itself', () =>
  expect(lightWords('en', { form: { name: 'Name' } })('form.nothing')).toBe('form.nothing'))
