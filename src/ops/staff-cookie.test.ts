import { expect, test } from 'vitest'
import { hasStaffCookie, withoutStaffCookie } from './staff-cookie'

const given = (cookie?: string) => new Headers({ origin: 'https://shop.example', ...(cookie && { cookie }) })

test.each<[string | undefined, string | null]>([
  ['molini-token=a.b.c', null],
  ['molini-google=x; molini-token=a.b.c; molini-cart=y', 'molini-google=x; molini-cart=y'],
  ['molini-token=a;molini-token=b', null],
  ['a=1;\tmolini-token =b', 'a=1'],
  ['not-molini-token=1; molini-tokens=2', 'not-molini-token=1; molini-tokens=2'],
  [undefined, null],
])('of %j the session of staff alone is left out', (cookie, kept) => {
  const before = given(cookie)
  const after = withoutStaffCookie(before)
  expect(after.get('cookie')).toBe(kept)
  expect(after.get('origin')).toBe('https://shop.example')
  expect(hasStaffCookie(after)).toBe(false)
  expect(before.get('cookie')).toBe(cookie ?? null)
})
