import { randomBytes } from 'node:crypto'
import { afterEach, expect, test, vi } from 'vitest'
import de from '#messages/de'
import en from '#messages/en'
import italian from '#messages/it'
import { seal } from './sealed'
import { openTyped, sealTyped, typedFor } from './typed-words'

afterEach(() => vi.useRealTimers())

const wordsOf = (tree: unknown): string[] =>
  typeof tree === 'string' ? [tree] : Object.values(tree as object).flatMap(wordsOf)

const hostile = '"><script>alert(1)</script>\u2028; Path=/\r\nSet-Cookie: a=b'

test('what was typed comes back to its own form, whatever it is', () => {
  const words = { name: hostile, text: 'Grüße 👟\r\n\r\nAda', number: '' }
  const sealed = sealTyped('contact', words)
  expect(sealed).toMatch(/^[\w-]+$/)
  expect(openTyped(sealed, 'contact')).toEqual(words)
  expect(openTyped(sealed, 'address')).toBeUndefined()
})

test('nobody can read or change it on the way', () => {
  const sealed = sealTyped('contact', { name: 'Ada Rossi' })
  expect(Buffer.from(sealed, 'base64url').toString('latin1')).not.toContain('Ada')
  for (const at of [0, 20, sealed.length - 1]) {
    const other = sealed[at] === 'A' ? 'Z' : 'A'
    expect(openTyped(sealed.slice(0, at) + other + sealed.slice(at + 1), 'contact')).toBeUndefined()
  }
})

test.each([undefined, '', 'x', '🙂', seal('second factor', '{}'), 'A'.repeat(100_000)])(
  'what is none of ours is nothing',
  (sealed) => expect(openTyped(sealed, 'contact')).toBeUndefined(),
)

test('it is good for five minutes', () => {
  vi.useFakeTimers()
  const sealed = sealTyped('contact', { name: 'Ada' })
  vi.advanceTimersByTime((typedFor - 1) * 1000)
  expect(openTyped(sealed, 'contact')).toEqual({ name: 'Ada' })
  vi.advanceTimersByTime(1000)
  expect(openTyped(sealed, 'contact')).toBeUndefined()
})

test.each([
  ['en', en],
  ['it', italian],
  ['de', de],
])('the longest letter that the contact form takes fits: %s', (_, messages) => {
  const text = wordsOf(messages).join('\n').slice(-5000)
  const words = { name: 'Ada Rossi', email: 'ada.rossi@example.org', number: 'M-100001', text }
  const sealed = sealTyped('contact', words)
  expect(text).toHaveLength(5000)
  expect(sealed.length).toBeLessThan(3_700)
  expect(openTyped(sealed, 'contact')).toEqual(words)
})

test('what does not fit is left out, the longest first, and the rest comes back', () => {
  const noise = (bytes: number) => randomBytes(bytes).toString('base64')
  const words = { name: 'Ada', line1: noise(60), text: noise(3_750), title: noise(1_500) }
  const sealed = sealTyped('contact', words)
  expect(sealed.length).toBeLessThanOrEqual(3_700)
  expect(openTyped(sealed, 'contact')).toEqual({ name: 'Ada', line1: words.line1, title: words.title })
})

test('however many fields a form was sent with', () => {
  const many = Array.from({ length: 5_000 }, (_, at) => [`pairs.${at}`, '1'])
  expect(Object.keys(openTyped(sealTyped('return', Object.fromEntries(many)), 'return') ?? {})).toHaveLength(
    100,
  )
})
