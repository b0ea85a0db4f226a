/** A source of chance that gives the same numbers for the same seed: mulberry32. */
export function chance(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

export type Pick = <Value>(values: readonly Value[]) => Value

export const picker =
  (random: () => number): Pick =>
  (values) => {
    const value = values[Math.floor(random() * values.length)]
    if (value === undefined && values.length === 0) throw new Error('There is nothing to pick from')
    return value as (typeof values)[number]
  }

/** What no field expects: for paths, queries and bodies alike. */
export const badTexts = [
  '',
  ' ',
  '%00',
  '\u0000',
  "' OR 1=1 --",
  "'; DROP TABLE users; --",
  "1' AND pg_sleep(5) --",
  '${7*7}{{7*7}}',
  '../../../etc/passwd',
  '..%2f..%2fetc%2fpasswd',
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  '\ud800',
  '\u202eabc',
  '🥿'.repeat(50),
  'x'.repeat(3_000),
  'null',
  'undefined',
  'NaN',
  'Infinity',
  '-1',
  '0',
  '1.5',
  '1e400',
  '99999999999999999999',
  '-9223372036854775809',
  'true',
  '2026-02-30',
  'tomorrow',
  '0000-00-00T00:00:00Z',
  'not-a-uuid',
  '00000000-0000-0000-0000-000000000000',
  '[object Object]',
  '__proto__',
  'constructor',
  '%',
  '%E0%A4%A',
  '*',
  '\\',
  '(((((',
  '[a-z',
]

export const badValues: readonly unknown[] = [
  ...badTexts,
  null,
  true,
  0,
  -1,
  1.5,
  1e21,
  Number.MAX_SAFE_INTEGER,
  [],
  [null],
  [[[[[]]]]],
  ['a', 1, null],
  {},
  { a: { b: { c: {} } } },
  { id: 'x' },
  { equals: 'x' },
  { relationTo: 'users', value: 'x' },
  { __proto__: { admin: true } },
  { $inc: 5 },
  { toString: 'x', then: 'x', length: -1 },
]

export const operators = [
  'equals',
  'not_equals',
  'in',
  'not_in',
  'all',
  'exists',
  'like',
  'not_like',
  'contains',
  'greater_than',
  'less_than_equal',
  'near',
  'within',
  'intersects',
  'nonsense',
  '$where',
]

/** Half of a surrogate pair cannot stand in an address or a header. */
export const wellFormed = (text: string): string => new TextDecoder().decode(new TextEncoder().encode(text))
