import { expect, test } from 'vitest'
import { onwardPath } from './admin-path'

test.each(['/admin', '/admin/collections/orders', '/admin/collections/orders?page=2&sort=-createdAt'])(
  '%s is where somebody goes on to',
  (path) => expect(onwardPath(path)).toBe(path),
)

test.each([
  undefined,
  '',
  'https://evil.example',
  '//evil.example',
  '/\\evil.example',
  '/admin/../p/derby',
  '/adminevil',
  '/admin\n/x',
  'javascript:alert(1)',
  `/admin/${'a'.repeat(600)}`,
])('%j is no such place: the first page is', (path) => expect(onwardPath(path)).toBe('/admin'))

test('of two the first counts', () => expect(onwardPath(['/admin/account', '//x'])).toBe('/admin/account'))
