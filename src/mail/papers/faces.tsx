import { Font } from '@react-pdf/renderer'
import faces from './faces.json'

/**
 * The shop's own faces as fixed weights: made from the variable fonts of `@fontsource-variable` (SIL Open Font License 1.1),
 * which a PDF cannot hold. Greek and Cyrillic come from the display family, the text family has none.
 */
const source = (name: keyof typeof faces): string => `data:font/woff;base64,${faces[name]}`

export const textFaces = ['Paper', 'Paper Ext', 'Paper Greek', 'Paper Cyrillic']
export const displayFaces = ['Paper Display', 'Paper Display Ext', 'Paper Greek', 'Paper Cyrillic']

/** One face for both weights, where the family has no bold. */
const single = (family: string, name: keyof typeof faces) =>
  Font.register({
    family,
    fonts: [400, 600].map((fontWeight) => ({ src: source(name), fontWeight })),
  })

let isDone = false

/** Makes the faces known to the PDF library, once for the process. */
export function registerFaces(): void {
  if (isDone) return
  Font.register({
    family: 'Paper',
    fonts: [
      { src: source('text400'), fontWeight: 400 },
      { src: source('text600'), fontWeight: 600 },
    ],
  })
  Font.register({
    family: 'Paper Ext',
    fonts: [
      { src: source('textExt400'), fontWeight: 400 },
      { src: source('textExt600'), fontWeight: 600 },
    ],
  })
  single('Paper Display', 'display400')
  single('Paper Display Ext', 'displayExt400')
  single('Paper Greek', 'greek400')
  single('Paper Cyrillic', 'cyrillic400')
  // Words are broken between words alone.
  Font.registerHyphenationCallback((word) => [word])
  isDone = true
}

/** Latin with its extensions, Greek, Cyrillic, and the signs of prices and typography. */
const held =
  /[\u0020-\u007e\u00a0-\u024f\u0370-\u03ff\u0400-\u045f\u0490\u0491\u1e00-\u1eff\u2010-\u2014\u2018-\u201e\u2022\u2026\u20ac\u2190-\u2193\u2212\u2192]/u

const plainSpaces = (text: string): string =>
  text.normalize('NFC').replaceAll('\u202f', '\u00a0').replaceAll('\u2009', '\u00a0')

/** A text as the faces can set it: other spaces become the plain ones, signs that none of them has a question mark. */
export const printable = (text: string): string =>
  [...plainSpaces(text)].map((sign) => (held.test(sign) ? sign : '?')).join('')

/** Words of a shopper without the signs that no face has, such as emoji: a question mark would not be theirs. */
export const ownWords = (text: string): string =>
  [...plainSpaces(text)].filter((sign) => held.test(sign)).join('')
