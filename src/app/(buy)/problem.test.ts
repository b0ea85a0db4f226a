import { expect, test } from 'vitest'
import { problemIn } from './problem'

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
