import type { Locale } from '#domain/markets'

/** Of ASCII alone, as nearly all that is typed: there is nothing to fold in it, and to look for that took most of the time. */
const isPlain = (text: string): boolean => /^[\x00-\x7f]*$/.test(text)

const ligatures: Readonly<Record<string, string>> = { ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', ł: 'l', đ: 'd' }

/** Small letters without accents, so that `Größe`, `grösse` and `GRÖSSE` are one. */
export function fold(text: string): string {
  const small = text.toLowerCase()
  if (isPlain(small)) return small
  return small
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replace(/[ßæœøłđ]/g, (letter) => ligatures[letter] ?? letter)
}

/** The words of a text, folded: letters and digits, whatever stands between them. */
export function wordsOf(text: string): string[] {
  const folded = fold(text)
  return folded.match(isPlain(folded) ? /[a-z\d]+/g : /[\p{L}\p{N}]+/gu) ?? []
}

/** The words of a text as they are written, in small letters; in step with `wordsOf`. */
export const writtenWords = (text: string): string[] =>
  text
    .normalize('NFC')
    .toLowerCase()
    .match(/[\p{L}\p{M}\p{N}]+/gu) ?? []

const small = new Set(
  'a ad al an and bis by cm con da das der di die e ed ein eine feet fino foot for from fur fuss fusse für gli groesse grosse i ich il in is la le lo misura mit my numero of oltre on or per piede piedi senza size sizes su taglia taglie the to uber um un una und unter up with zu zum zur'.split(
    ' ',
  ),
)
/** A word that only holds others together, or says that a number is a size. */
export const isSmall = (word: string): boolean => small.has(word)

const shoes = new Set(
  'shoe shoes footwear pair pairs scarpa scarpe calzatura calzature paio schuh schuhe paar'.split(' '),
)
/** All of the catalogue is that, so the word narrows nothing where nobody wrote it. */
export const isAnyShoe = (word: string): boolean => shoes.has(word)

const shortest = 3
const cut = (word: string, ending: RegExp, by = ''): string | undefined => {
  const stem = word.replace(ending, by)
  return stem !== word && stem.length >= shortest ? stem : undefined
}

const stems: Readonly<Record<Locale, (word: string) => string>> = {
  en: (word) =>
    cut(word, /ies$/, 'y') ?? cut(word, /(?<=ch|sh|x|ss|z)es$/) ?? cut(word, /(?<!s|u|i)s$/) ?? word,
  it: (word) => cut(word, /h[ei]$/) ?? cut(word, /i?[aeio]$/) ?? word,
  de: (word) => cut(word, /(ern|en|er|es|em|e|n|s)$/) ?? word,
}

/** What a word shares with its plural and other endings. Light on purpose: what it misses, a typing error finds. */
export const stemOf = (word: string, locale: Locale): string => stems[locale](word)

/** The letters of a word as bits: words far apart in these are far apart in spelling. */
export function lettersOf(word: string): number {
  let bits = 0
  for (let at = 0; at < word.length; at += 1) {
    const code = word.charCodeAt(at) - 97
    bits |= 1 << (code >= 0 && code < 26 ? code : 26)
  }
  return bits
}
