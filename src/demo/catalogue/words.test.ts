import { describe, expect, test } from 'vitest'
import { brands } from './brands'
import { care } from './care'
import { carePlans } from './care-plans'
import { careGoods } from './goods'
import { categories } from './categories'
import { colours } from './colours'
import { announcement, footerColumns, footerText, mainNavigation } from './navigation'
import { pages } from './pages'
import { shippingZones } from './shipping'
import { sizeScales, widthScale } from './size-scales'
import { styles } from './styles'
import type { Words } from './types'

const isWords = (value: object): value is Words => 'en' in value && 'it' in value && 'de' in value

/** Every text in the data, wherever it stands. */
const wordsIn = (value: unknown): Words[] => {
  if (typeof value !== 'object' || value === null) return []
  return isWords(value) ? [value] : Object.values(value).flatMap(wordsIn)
}

const all = wordsIn([
  brands,
  care,
  careGoods,
  carePlans,
  categories,
  colours,
  announcement,
  footerText,
  footerColumns,
  mainNavigation,
  pages,
  shippingZones,
  sizeScales,
  widthScale,
  styles,
])
/** Whole words; the boundary of a plain regular expression would split at an umlaut. */
const speaks = (words: string): RegExp => new RegExp(`(?<!\\p{L})(${words})(?!\\p{L})`, 'iu')

const sentences = all.filter((words) => words.en.length > 40)
const repeated = (values: readonly string[]): string[] =>
  values.filter((value, index) => values.indexOf(value) !== index)

describe('words', () => {
  test('every text is there in every language', () => {
    expect(all.length).toBeGreaterThan(500)
    expect(all.filter((words) => [words.en, words.it, words.de].some((text) => text.trim() === ''))).toEqual(
      [],
    )
  })

  test('a sentence is never the same in two languages', () => {
    expect(sentences.filter(({ en, it, de }) => new Set([en, it, de]).size < 3)).toEqual([])
  })

  test('no language speaks another', () => {
    const english = speaks('the|with|and|which|from|your|you')
    const german = speaks('und|mit|nicht|eine|der|ist')
    const italian = speaks('della|che|sono|una|con|più')
    expect(all.filter(({ it, de }) => english.test(it) || english.test(de))).toEqual([])
    expect(all.filter(({ en, it }) => german.test(en) || german.test(it))).toEqual([])
    expect(all.filter(({ en, de }) => italian.test(en) || italian.test(de))).toEqual([])
  })

  test('the house does not shout', () => {
    expect(all.filter((words) => Object.values(words).some((text) => text.includes('!')))).toEqual([])
  })

  test('apostrophes are typographic', () => {
    expect(all.filter((words) => Object.values(words).some((text) => /\w'\w/.test(text)))).toEqual([])
  })

  test('a long text stays about as long in translation', () => {
    const long = all.filter((words) => words.en.length > 120)
    const strays = long.filter(({ en, it, de }) =>
      [it, de].some((text) => text.length < en.length * 0.6 || text.length > en.length * 1.5),
    )
    expect(strays.map((words) => words.en)).toEqual([])
  })

  test('every style has two paragraphs and a fit note of its own', () => {
    const paragraphs = styles
      .flatMap(({ description }) => Object.values(description))
      .map((text) => text.split('\n\n').length)
    expect(new Set(paragraphs)).toEqual(new Set([2]))
    expect(repeated(styles.map((style) => style.fitNote.en))).toEqual([])
    expect(repeated(styles.map((style) => style.description.en))).toEqual([])
  })
})
