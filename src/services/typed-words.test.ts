import { randomBytes } from 'node:crypto'
import { afterEach, expect, test, vi } from 'vitest'
import { newSealKey, seal } from './sealed'
import {
  isSmall,
  openCarried,
  openWords,
  sealCarried,
  sealShortened,
  sealWords,
  typedFor,
  type TypedWords,
} from './typed-words'

afterEach(() => vi.useRealTimers())

const sealed = (words: TypedWords, form = 'contact') => sealCarried(form, { words })

const hostile = '"><script>alert(1)</script>\u2028; Path=/\r\nSet-Cookie: a=b'

test('what was typed comes back to its own form, whatever it is', () => {
  const words = { name: hostile, text: 'Grüße 👟\r\n\r\nAda', number: '' }
  expect(sealed(words)).toMatch(/^[\w-]+$/)
  expect(openCarried(sealed(words), 'contact')).toMatchObject({ words })
  expect(openCarried(sealed(words), 'address')).toBeUndefined()
})

test('nobody can read or change it on the way', () => {
  const cookie = sealed({ name: 'Ada Rossi' })
  expect(Buffer.from(cookie, 'base64url').toString('latin1')).not.toContain('Ada Rossi')
  for (const at of [0, 20, cookie.length - 1]) {
    const other = cookie[at] === 'A' ? 'Z' : 'A'
    expect(openCarried(cookie.slice(0, at) + other + cookie.slice(at + 1), 'contact')).toBeUndefined()
  }
})

test.each([
  undefined,
  '',
  'x',
  '🙂',
  seal('second factor', '{}'),
  seal('refused form', '{}'),
  'A'.repeat(100_000),
])('what is none of ours is nothing', (cookie) => expect(openCarried(cookie, 'contact')).toBeUndefined())

test('it is good for five minutes', () => {
  vi.useFakeTimers()
  const cookie = sealed({ name: 'Ada' })
  vi.advanceTimersByTime((typedFor - 1) * 1000)
  expect(openCarried(cookie, 'contact')).toMatchObject({ words: { name: 'Ada' } })
  vi.advanceTimersByTime(1000)
  expect(openCarried(cookie, 'contact')).toBeUndefined()
})

test('words under a key of their own open by it alone', () => {
  const [key, words] = [newSealKey(), { name: hostile }]
  expect(openWords(sealWords(words, key), key)).toEqual(words)
  expect(() => openWords(sealWords(words, key), newSealKey())).toThrow(/authenticate/)
})

const noise = (bytes: number) => randomBytes(bytes).toString('base64')

test('what does not fit is left out, the longest first, and the rest comes back', () => {
  const words = { name: 'Ada', line1: noise(60), text: noise(3_750), title: noise(900) }
  expect(isSmall(sealed(words))).toBe(false)
  const cookie = sealShortened('contact', words)
  expect(cookie.length).toBeLessThanOrEqual(2_000)
  expect(openCarried(cookie, 'contact')).toMatchObject({
    words: { name: 'Ada', line1: words.line1, title: words.title },
  })
  expect(openCarried(cookie, 'contact')).not.toHaveProperty('words.text')
})
