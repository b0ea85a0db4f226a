/**
 * Whether the part of a VAT number behind its country's letters has the shape and the check digits of that country.
 * Source: European Commission, "VIES: VAT number algorithms"; HM Revenue & Customs, "Check a UK VAT number".
 */
export type CheckDigits = (digits: string) => boolean

const figures = (text: string): number[] => [...text].map(Number)

/** The sum of digits times weights; the longer list has the rest unused. */
const weighted = (text: string, weights: readonly number[]): number =>
  figures(text).reduce((sum, figure, index) => sum + figure * (weights[index] ?? 0), 0)

const at = (text: string, index: number): number => Number(text.at(index))

/** The remainder of a number too long for arithmetic. */
const mod = (text: string, by: number): number =>
  figures(text).reduce((rest, figure) => (rest * 10 + figure) % by, 0)

const luhn = (text: string): boolean =>
  figures(text)
    .reverse()
    .map((figure, index) => (index % 2 === 0 ? figure : figure > 4 ? figure * 2 - 9 : figure * 2))
    .reduce((sum, figure) => sum + figure, 0) %
    10 ===
  0

/** ISO 7064, mod 11, 10. */
function mod1110(text: string): boolean {
  const product = figures(text.slice(0, -1)).reduce((carry, figure) => {
    const sum = (carry + figure) % 10 || 10
    return (sum * 2) % 11
  }, 10)
  return (11 - product) % 10 === at(text, -1)
}

const shaped =
  (shape: RegExp, check: CheckDigits): CheckDigits =>
  (text) =>
    shape.test(text) && check(text)

const eleven = (
  text: string,
  weights: readonly number[],
  instead: Readonly<Record<number, number>>,
): boolean => {
  const rest = 11 - (weighted(text, weights) % 11)
  return (instead[rest] ?? rest) === at(text, -1)
}

const austria = shaped(/^U\d{8}$/, (text) => {
  const sum = figures(text.slice(1, 8)).reduce(
    (all, figure, index) => all + (index % 2 === 0 ? figure : Math.floor(figure / 5) + ((figure * 2) % 10)),
    0,
  )
  return (10 - ((sum + 4) % 10)) % 10 === at(text, -1)
})

const belgium = shaped(
  /^[01]\d{9}$/,
  (text) => 97 - (mod(text.slice(0, 8), 97) % 97) === Number(text.slice(8)),
)

const bulgarianFirm: CheckDigits = (text) => {
  const first = weighted(text, [1, 2, 3, 4, 5, 6, 7, 8]) % 11
  const check = first === 10 ? weighted(text, [3, 4, 5, 6, 7, 8, 9, 10]) % 11 : first
  return check % 10 === at(text, 8)
}
/** A citizen, a foreigner or another taxable person. */
const bulgarianPerson: CheckDigits = (text) =>
  (weighted(text, [2, 4, 8, 5, 10, 9, 7, 3, 6]) % 11) % 10 === at(text, 9) ||
  weighted(text, [21, 19, 17, 13, 11, 9, 7, 3, 1]) % 10 === at(text, 9) ||
  eleven(text, [4, 3, 2, 7, 6, 5, 4, 3, 2], { 11: 0 })
const bulgaria = shaped(/^\d{9,10}$/, (text) => (text.length === 9 ? bulgarianFirm : bulgarianPerson)(text))

const cypriotOdd = [1, 0, 5, 7, 9, 13, 15, 17, 19, 21]
const cyprus = shaped(/^(?!12)[013-59]\d{7}[A-Z]$/, (text) => {
  const sum = figures(text.slice(0, 8)).reduce(
    (all, figure, index) => all + (index % 2 === 0 ? (cypriotOdd[figure] ?? 0) : figure),
    0,
  )
  return text.charCodeAt(8) - 65 === sum % 26
})

const czechSpecial = [0, 8, 7, 6, 5, 4, 3, 2, 1, 0, 9, 8]
/** Firms have eight digits; people their birth number, or nine digits that begin with six. */
const czechia: CheckDigits = (text) => {
  if (/^[0-8]\d{7}$/.test(text)) return eleven(text, [8, 7, 6, 5, 4, 3, 2], { 10: 0, 11: 1 })
  if (/^6\d{8}$/.test(text)) {
    const rest = weighted(text.slice(1, 8), [8, 7, 6, 5, 4, 3, 2]) % 11
    return czechSpecial[11 - rest] === at(text, 8)
  }
  if (/^\d{9}$/.test(text)) return Number(text.slice(0, 2)) < 54 && isBirthday(text)
  return /^\d{10}$/.test(text) && isBirthday(text) && isBirthNumber(text)
}
const isBirthday = (text: string): boolean => {
  const month = Number(text.slice(2, 4)) % 50
  const day = Number(text.slice(4, 6))
  return day >= 1 && day <= 31 && ((month >= 1 && month <= 12) || (month >= 21 && month <= 32))
}
const isBirthNumber: CheckDigits = (text) => mod(text.slice(0, 9), 11) % 10 === at(text, 9)

const germany = shaped(/^[1-9]\d{8}$/, mod1110)
const denmark = shaped(/^[1-9]\d{7}$/, (text) => weighted(text, [2, 7, 6, 5, 4, 3, 2, 1]) % 11 === 0)
const estonia = shaped(/^\d{9}$/, (text) => weighted(text, [3, 7, 1, 3, 7, 1, 3, 7, 1]) % 10 === 0)
const greece = shaped(
  /^\d{9}$/,
  (text) => (weighted(text, [256, 128, 64, 32, 16, 8, 4, 2]) % 11) % 10 === at(text, 8),
)

const spanishLetters = 'TRWAGMYFPDXBNJZSQVHLCKE'
const letterOf = (digits: string): string | undefined => spanishLetters[Number(digits) % 23]
function spanishFirm(text: string): boolean {
  const sum = figures(text.slice(1, 8)).reduce(
    (all, figure, index) => all + (index % 2 === 1 ? figure : Math.floor(figure / 5) + ((figure * 2) % 10)),
    0,
  )
  const check = (10 - (sum % 10)) % 10
  const [isDigit, isLetter] = [text[8] === String(check), text[8] === 'JABCDEFGHI'[check]]
  if (/^[ABEH]/.test(text)) return isDigit
  return /^[NPQRSW]/.test(text) ? isLetter : isDigit || isLetter
}
const spain: CheckDigits = (text) => {
  if (/^\d{8}[A-Z]$/.test(text)) return letterOf(text.slice(0, 8)) === text[8]
  if (/^[XYZ]\d{7}[A-Z]$/.test(text))
    return letterOf(`${'XYZ'.indexOf(text.charAt(0))}${text.slice(1, 8)}`) === text[8]
  if (/^[KLM]\d{7}[A-Z]$/.test(text)) return letterOf(text.slice(1, 8)) === text[8]
  return /^[ABCDEFGHJNPQRSUVW]\d{7}[0-9A-J]$/.test(text) && spanishFirm(text)
}

const finland = shaped(/^\d{8}$/, (text) => eleven(text, [7, 9, 10, 5, 8, 4, 2], { 11: 0 }))

const frenchLetters = '0123456789ABCDEFGHJKLMNPQRSTUVWXYZ'
function frenchKey(text: string): boolean {
  const siren = Number(text.slice(2))
  if (/^\d\d/.test(text)) return (12 + 3 * (siren % 97)) % 97 === Number(text.slice(0, 2))
  const [first, second] = [frenchLetters.indexOf(text.charAt(0)), frenchLetters.indexOf(text.charAt(1))]
  const key = first < 10 ? first * 24 + second - 10 : first * 34 + second - 100
  return (siren + 1 + Math.floor(key / 11)) % 11 === key % 11
}
/** Numbers of Monaco begin with three zeros and are no SIREN. */
const france = shaped(
  /^[0-9A-HJ-NP-Z]{2}\d{9}$/,
  (text) => frenchKey(text) && (text.startsWith('000', 2) || luhn(text.slice(2))),
)

const croatia = shaped(/^\d{11}$/, mod1110)
const hungary = shaped(/^\d{8}$/, (text) => weighted(text, [9, 7, 3, 1, 9, 7, 3, 1]) % 10 === 0)

const irishLetters = 'WABCDEFGHIJKLMNOPQRSTUV'
const irishCheck = (digits: string, more = ''): string | undefined =>
  irishLetters[
    (weighted(digits, [8, 7, 6, 5, 4, 3, 2]) + 9 * Math.max(0, irishLetters.indexOf(more || 'W'))) % 23
  ]
const ireland: CheckDigits = (text) => {
  if (/^\d{7}[A-W][A-IW]?$/.test(text)) return irishCheck(text.slice(0, 7), text[8]) === text[7]
  // As they were until 2013: a letter or sign in the second place.
  return /^\d[A-Z+*]\d{5}[A-W]$/.test(text) && irishCheck(`0${text.slice(2, 7)}${text.charAt(0)}`) === text[7]
}

const italy = shaped(/^\d{11}$/, (text) => {
  const office = Number(text.slice(7, 10))
  const isOffice = (office >= 1 && office <= 100) || [120, 121, 888, 999].includes(office)
  return isOffice && Number(text.slice(0, 7)) > 0 && luhn(text)
})

function lithuanian(text: string): boolean {
  const weights = (shift: number) => [...text.slice(0, -1)].map((_, index) => 1 + ((index + shift) % 9))
  const first = weighted(text, weights(0)) % 11
  const check = first === 10 ? weighted(text, weights(2)) % 11 : first
  return check % 10 === at(text, -1)
}
const lithuania = shaped(/^(\d{7}1\d|\d{10}1\d)$/, lithuanian)

const luxembourg = shaped(/^\d{8}$/, (text) => mod(text.slice(0, 6), 89) === Number(text.slice(6)))

/** Firms begin with four to nine; the others are people. */
const latvia = shaped(/^\d{11}$/, (text) =>
  at(text, 0) > 3
    ? weighted(text, [9, 1, 4, 8, 3, 10, 2, 5, 7, 6, 1]) % 11 === 3
    : /^32/.test(text) || ((1 + weighted(text, [10, 5, 8, 4, 2, 1, 6, 3, 7, 9])) % 11) % 10 === at(text, 10),
)

const malta = shaped(/^[1-9]\d{7}$/, (text) => weighted(text, [3, 4, 6, 7, 8, 9, 10, 1]) % 37 === 0)

/** Since 2020 sole traders have numbers of their own, checked as an IBAN is. */
const dutchNew = (text: string): boolean =>
  mod(
    [...`NL${text}`].map((sign) => (/\d/.test(sign) ? sign : String(sign.charCodeAt(0) - 55))).join(''),
    97,
  ) === 1
const netherlands = shaped(
  /^\d{9}B\d\d$/,
  (text) =>
    (Number(text.slice(0, 9)) > 0 &&
      weighted(text.slice(0, 8), [9, 8, 7, 6, 5, 4, 3, 2]) % 11 === at(text.slice(0, 9), 8)) ||
    dutchNew(text),
)

const poland = shaped(
  /^\d{10}$/,
  (text) => Number(text) > 0 && weighted(text, [6, 5, 7, 2, 3, 4, 5, 6, 7]) % 11 === at(text, 9),
)
const portugal = shaped(/^[1-9]\d{8}$/, (text) => eleven(text, [9, 8, 7, 6, 5, 4, 3, 2], { 10: 0, 11: 0 }))
const romania = shaped(/^[1-9]\d{1,9}$/, (text) => {
  const padded = text.padStart(10, '0')
  return ((weighted(padded, [7, 5, 3, 2, 1, 7, 5, 3, 2]) * 10) % 11) % 10 === at(padded, 9)
})
const sweden = shaped(
  /^\d{10}(0[1-9]|[1-8]\d|9[0-4])$/,
  (text) => Number(text.slice(0, 10)) > 0 && luhn(text.slice(0, 10)),
)
const slovenia = shaped(/^[1-9]\d{7}$/, (text) => eleven(text, [8, 7, 6, 5, 4, 3, 2], { 10: 0 }))
const slovakia = shaped(/^[1-9]\d[2-47-9]\d{7}$/, (text) => Number(text) % 11 === 0)

/** Nine digits, twelve for a branch; numbers given since 2010 have the same check with 55 on top. */
const unitedKingdom: CheckDigits = (text) => {
  if (/^GD[0-4]\d\d$/.test(text) || /^HA[5-9]\d\d$/.test(text)) return true
  const rest = weighted(text, [8, 7, 6, 5, 4, 3, 2, 10, 1]) % 97
  return /^\d{9}(\d{3})?$/.test(text) && Number(text.slice(0, 9)) > 0 && (rest === 0 || rest === 42)
}

/** By the letters a VAT number begins with: Greece is EL, Northern Ireland XI. */
export const checkDigits: Readonly<Record<string, CheckDigits>> = {
  AT: austria,
  BE: belgium,
  BG: bulgaria,
  CY: cyprus,
  CZ: czechia,
  DE: germany,
  DK: denmark,
  EE: estonia,
  EL: greece,
  ES: spain,
  FI: finland,
  FR: france,
  GB: unitedKingdom,
  HR: croatia,
  HU: hungary,
  IE: ireland,
  IT: italy,
  LT: lithuania,
  LU: luxembourg,
  LV: latvia,
  MT: malta,
  NL: netherlands,
  PL: poland,
  PT: portugal,
  RO: romania,
  SE: sweden,
  SI: slovenia,
  SK: slovakia,
  XI: unitedKingdom,
}
