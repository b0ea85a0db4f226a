import { plainCode } from './tax-regions'

/** Digits of a postcode, without spaces and hyphens, where it has nothing else. Source: Universal Postal Union. */
const digits: Readonly<Record<string, number>> = {
  AT: 4,
  BE: 4,
  BG: 4,
  CH: 4,
  CY: 4,
  CZ: 5,
  DE: 5,
  DK: 4,
  EE: 5,
  ES: 5,
  FI: 5,
  FR: 5,
  GR: 5,
  HR: 5,
  HU: 4,
  IT: 5,
  LT: 5,
  LU: 4,
  LV: 4,
  NO: 4,
  PL: 5,
  PT: 7,
  RO: 6,
  SE: 5,
  SI: 4,
  SK: 5,
  US: 5,
}

type Pattern =
  | { kind: 'exact'; code: string }
  | { kind: 'prefix'; code: string }
  | { kind: 'range'; from: string; to: string }

const parts = (text: string): string[] =>
  text
    .toUpperCase()
    .split(/[,;\n]/)
    .map((part) => part.replace(/\s/g, ''))
    .filter(Boolean)

function parse(part: string): Pattern | undefined {
  if (/^[A-Z0-9]+\*$/.test(part)) return { kind: 'prefix', code: part.slice(0, -1) }
  if (/^[A-Z0-9]+$/.test(part)) return { kind: 'exact', code: part }
  const [, from = '', to = ''] = /^(\d+)-(\d+)$/.exec(part) ?? []
  return from.length > 0 && from.length === to.length && from <= to ? { kind: 'range', from, to } : undefined
}

const boundsOf = (pattern: Pattern): string[] =>
  pattern.kind === 'range' ? [pattern.from, pattern.to] : [pattern.code]

function fits(pattern: Pattern, country: string): boolean {
  const length = digits[country]
  const [one = ''] = boundsOf(pattern)
  if (length === undefined) return one.length <= 8
  if (!boundsOf(pattern).every((bound) => /^\d+$/.test(bound))) return false
  return pattern.kind === 'exact' ? one.length === length : one.length <= length
}

/** What is wrong with a list such as `23041, 07000-07899, 35*` for a country, in words; nothing when it is right. */
export function postalPatternFault(country: string, text: string): string | undefined {
  const given = parts(text)
  if (given.length === 0) return 'At least one postcode.'
  const wrong = given.find((part) => {
    const pattern = parse(part)
    return !pattern || !fits(pattern, country)
  })
  if (wrong === undefined) return undefined
  const length = digits[country]
  const shape = length === undefined ? 'letters and digits' : `${length} digits`
  return `"${wrong}" cannot be read. ${country} has ${shape}: single ones, ranges (from-to) or beginnings (35*), without other hyphens.`
}

/** Smaller is more special: about how many codes the pattern holds. Undefined when the code is not among them. */
function holds(pattern: Pattern, code: string): number | undefined {
  if (pattern.kind === 'exact') return pattern.code === code ? 1 : undefined
  if (pattern.kind === 'prefix')
    return code.startsWith(pattern.code) ? 10 ** (8 - pattern.code.length) : undefined
  const { from, to } = pattern
  const head = code.slice(0, from.length)
  const isIn = /^\d+$/.test(head) && head.length === from.length && from <= head && head <= to
  return isIn ? (Number(to) - Number(from) + 1) * 10 ** (8 - from.length) : undefined
}

/** How special the list is for a postcode: the fewer codes its best pattern holds, the smaller. Undefined: not in it. */
export function postalFit(country: string, text: string, postalCode: string): number | undefined {
  const code = plainCode(postalCode).slice(0, digits[country])
  const found = parts(text).flatMap((part) => {
    const pattern = parse(part)
    return (pattern && holds(pattern, code)) ?? []
  })
  return found.length > 0 ? Math.min(...found) : undefined
}
