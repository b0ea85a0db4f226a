/** They stand in this repository for all to read: tests, benches and builds use them. A test keeps the list whole. */
const known = new Set([
  'a-key-of-backups-for-a-bench-alone-ok',
  'a-key-of-backups-for-tests-alone-ok',
  'a-key-of-backups-for-tests-alone-ok!',
  'a-secret-for-tests-that-is-long-enough',
  'another-key-of-backups-for-tests-ok',
  'another-key-that-is-long-enough-too-1',
  'only-for-tests-and-never-for-a-shop',
  'used-while-building-and-never-after-it',
  'what-the-mail-service-was-told-once',
])

/** Fewer than one in ten million of 32 hexadecimal digits by chance have fewer different ones. */
const fewest = 8

const isRepeated = (value: string): boolean =>
  Array.from({ length: Math.floor(value.length / 2) }, (_, index) => index + 1).some((period) =>
    value.startsWith(value.slice(period)),
  )

/**
 * Is a secret one that somebody guesses although it is long? It is known, has hardly any different characters, is one thing again and again,
 * or goes up or down the alphabet. Words that somebody thought of are not told from others.
 */
export function isWeakSecret(value: string): boolean {
  const codes = [...value].map((sign) => sign.codePointAt(0) ?? 0)
  const steps = codes.slice(1).map((code, index) => code - (codes[index] ?? 0))
  return known.has(value) || new Set(codes).size < fewest || new Set(steps).size < fewest || isRepeated(value)
}
