import { createHash } from 'node:crypto'
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { isWeakSecret } from './weak-secret'

test.each([
  ['one letter', 'x'.repeat(32)],
  ['a few letters', 'c0ffee'.repeat(6)],
  ['a word again and again', 'changeme-'.repeat(4)],
  ['a word again and again, cut off', 'change-me-now-'.repeat(4).slice(0, 45)],
  ['half of it twice', 'k3Jq9ZpLw0Vt7RxB'.repeat(2)],
  ['the alphabet', 'abcdefghijklmnopqrstuvwxyz0123456789'],
  ['the digits', '0123456789'.repeat(4)],
  ['one of our tests', 'only-for-tests-and-never-for-a-shop'],
  ['one of our builds', 'used-while-building-and-never-after-it'],
])('%s is weak', (_, value) => {
  expect(value.length).toBeGreaterThanOrEqual(32)
  expect(isWeakSecret(value)).toBe(true)
})

/** As if by chance, and the same in every run: among thousands of draws one may happen to look weak. */
const drawn = (nth: number, bytes: number) =>
  createHash('sha256').update(String(nth)).digest().subarray(0, bytes)

test('what was made by chance, and words that nobody would guess, are not', () => {
  const made = (['hex', 'base64', 'base64url'] as const).flatMap((encoding, index) =>
    Array.from({ length: 2_000 }, (_, nth) => drawn(2_000 * index + nth, 24).toString(encoding)),
  )
  const shortest = Array.from({ length: 2_000 }, (_, nth) => drawn(6_000 + nth, 16).toString('hex'))
  expect([...made, ...shortest].filter(isWeakSecret)).toEqual([])
  expect(isWeakSecret('tundra basalt wicker lagoon ferret quill')).toBe(false)
})

const filesIn = (folder: string, recursive: boolean): string[] =>
  readdirSync(folder, { recursive, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(m?[jt]sx?|ya?ml|json|example|md|env)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))

/** Whatever stands behind the name of a secret, or of what may be one, between quotes and long enough for one. */
const literal =
  /(?:secret|key|_SECRET|_KEY)\w*(?:: string)?(?:['"]?\s*[:=]\s*|\()['"`]([^'"`$\s{}]{32,})['"`]/gi

/** A key of one caller of the API, and the one in Amazon's published examples: no secret of a shop. */
const notOurs = /^[0-9a-f]{8}-[0-9a-f-]{27}$|EXAMPLEKEY$/

test('each secret that stands in this repository is known', () => {
  const files = ['src', 'collections', 'deploy', 'docs'].flatMap((one) => filesIn(one, true))
  const found = [...files, ...filesIn('.', false)]
    .filter((file) => !file.endsWith('package-lock.json'))
    .flatMap((file) =>
      [...readFileSync(file, 'utf8').matchAll(literal)].map(([, value = '']) => ({ file, value })),
    )
  expect(found.map(({ value }) => value)).toContain('only-for-tests-and-never-for-a-shop')
  expect(found.filter(({ value }) => !notOurs.test(value) && !isWeakSecret(value))).toEqual([])
})
