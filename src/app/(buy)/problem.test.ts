import { expect, test } from 'vitest'
import { faultOf, problemIn } from './problem'

const shop = { t: (key: string) => key }

test.each([
  [{}, undefined],
  [{ problem: 'session.bad-credentials' }, 'account.errors.session-bad-credentials'],
  [{ problem: 'nothing.we-know' }, 'account.errors.other'],
  [{ problem: 'validation.failed', fields: 'password' }, 'account.errors.validation-failed'],
  [{ problem: 'validation.failed', fields: 'token' }, 'account.errors.reset-bad-token'],
])('what a page says of %o', (query, words) => {
  expect(problemIn(shop, query)).toBe(words)
})

test('what is wrong with a field stands beneath it, and the page opens at the first of them', () => {
  const query = { problem: 'validation.failed', fields: 'email,password' }
  expect(['email', 'password', 'name'].map((name) => faultOf(shop, query, name))).toEqual([
    { error: 'form.errors.email', autoFocus: true },
    { error: 'form.errors.password', autoFocus: false },
    {},
  ])
  expect(faultOf(shop, { ...query, problem: 'rate.limited' }, 'email')).toEqual({})
})
