import { expect, test } from 'vitest'
import { safePath, seeOther } from './see-other'

test.each(['/', '/cart', '/it/c/men?x=1#top', '/search?q=a%20b'])('%s is a path of ours', (path) => {
  expect(safePath(path, '/else')).toBe(path)
})

test.each([
  '',
  '//evil.example',
  '/\\evil.example',
  '/.//evil.example',
  '/a/..//evil.example',
  '/%2e//evil.example',
  'https://evil.example',
  'javascript:alert(1)',
  '/a\\b',
  '/a\nb',
  '/a b',
  '\t/x',
  `/${'x'.repeat(600)}`,
])('%j is not', (path) => expect(safePath(path, '/else')).toBe('/else'))

test('a redirect keeps the query of its path and adds its own', () => {
  const response = seeOther('/checkout?step=payment', { query: { problem: 'price.changed' } })
  expect(response.status).toBe(303)
  expect(response.headers.get('location')).toBe('/checkout?step=payment&problem=price.changed')
})
